import type { Runbook } from '../../engine/catalogue';

const runbook: Runbook = {
  id: 'path-mtu-and-split-dns',
  title: 'Large transfers stall',
  when: 'Small requests work, large ones hang; or the same name goes two ways.',
  steps: [
    {
      id: 'mtu',
      title: 'Find the path MTU',
      text: '1472 bytes of data and 28 of headers make 1500.',
      commands: [
        { run: 'ping -M do -s 1472 -c 2 <application name>', effect: 'read-only' },
        { run: 'ip link show', effect: 'read-only' },
      ],
      good: 'Answers.',
      bad: 'message too long, mtu=N: N is the path MTU.',
    },
    {
      id: 'set',
      title: 'Lower the MTU of the interface',
      text: 'Or clamp the MSS on the gateway.',
      commands: [
        {
          run: 'sudo ip link set dev eth0 mtu 1400',
          effect: 'changes-the-host',
          note: 'put in interface and size; lost at the next boot unless configured',
        },
      ],
    },
    {
      id: 'split',
      title: 'One owner for each name',
      text: 'A name must be either in a ZPA segment or in the forwarding of the internet side, not in both.',
    },
  ],
  verify: 'Large transfers complete.',
  escalate: 'Open a case with the bundle (see collect-support-bundle) and the answers of the steps above.',
  sources: ['https://help.zscaler.com/zpa/troubleshooting-app-connectors'],
};

export default runbook;
