import type { Runbook } from '../../engine/catalogue';

const runbook: Runbook = {
  id: 'packet-capture',
  title: 'Capture and read packets',
  when: 'TLS or TCP to the broker fails and the tests before do not say where.',
  steps: [
    {
      id: 'capture',
      title: 'Capture',
      text: 'While the fault happens; stop with Ctrl-C after a minute or two.',
      commands: [
        {
          run: 'sudo tcpdump -i any -w output.pcap host {broker}',
          effect: 'changes-the-host',
          note: 'writes output.pcap into the current folder',
        },
      ],
    },
    {
      id: 'handshake',
      title: 'Is the TCP handshake complete?',
      text: 'SYN, SYN-ACK, ACK. ICMP working proves nothing about TCP.',
      good: 'Complete: look at TLS.',
      bad: 'SYN without answer: dropped by a firewall.',
    },
    {
      id: 'rst-timing',
      title: 'Measure the delay before a reset',
      text: 'A reset one or two milliseconds after the packet cannot come from far away.',
      bad: 'Under 2 ms: a device on your premises sends it.',
    },
    {
      id: 'ttl',
      title: 'Compare TTL and hop count',
      text: 'Hops = 64 or 128 minus the TTL of the reset. Compare with the hops that mtr shows to the broker.',
      commands: [{ run: 'mtr -rzwbec20 --tcp -P443 {broker}', effect: 'read-only' }],
      good: 'They agree: the broker itself answers.',
      bad: 'They differ: a device in between answers in its name.',
    },
  ],
  verify: 'You can name the device that drops, resets or re-signs.',
  escalate:
    'Open a case with the bundle (see collect-support-bundle): journal, memory/status, memory/argo, lscpu, free -h, df -h, and the answers of the steps above.',
  sources: [
    'https://help.zscaler.com/zpa/troubleshooting-app-connectors#cloudconnect_tcpdump',
    'https://help.zscaler.com/troubleshooting-runbooks/zpa-app-connector-troubleshooting-runbook',
  ],
};

export default runbook;
