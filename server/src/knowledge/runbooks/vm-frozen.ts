import type { Runbook } from '../../engine/catalogue';

const runbook: Runbook = {
  id: 'vm-frozen',
  title: 'The machine was frozen or starved',
  when: 'Minutes without a status block inside the life of one process, and no other sign of trouble.',
  steps: [
    {
      id: 'others',
      title: 'Did the rest of the host log meanwhile?',
      text: 'If nothing at all was written, the machine stood still; if others wrote, the process got no CPU.',
      commands: [{ run: 'sudo journalctl --since "1 hour ago" | head -n 200', effect: 'read-only' }],
    },
    {
      id: 'hypervisor',
      title: 'Ask the hypervisor',
      text: 'Snapshots, migration, memory ballooning, CPU ready time, a paused machine.',
      good: 'Nothing at that time.',
      bad: 'An event at the time of the gap.',
    },
    {
      id: 'restart',
      title: 'Stop and start the machine',
      text: 'Sometimes it recovers by itself; else a stop and start helps.',
    },
  ],
  verify: 'Status blocks come once a minute for an hour.',
  escalate: 'Open a case with the bundle (see collect-support-bundle) and the answers of the steps above.',
  sources: ['https://help.zscaler.com/zpa/troubleshooting-app-connectors#nocommunicationcloud'],
};

export default runbook;
