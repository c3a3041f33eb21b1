import type { Runbook } from '../../engine/catalogue';

const runbook: Runbook = {
  id: 'high-cpu',
  title: 'High CPU',
  when: 'The processor is busy for minutes on end.',
  steps: [
    {
      id: 'who',
      title: 'Who uses it?',
      text: 'Who uses it?.',
      commands: [{ run: 'ps aux --sort=-pcpu | head -n 5', effect: 'read-only' }],
      good: 'zpa-connector-child on top: it is the load of the connector.',
      bad: 'Another process on top: not a Zscaler matter.',
    },
    {
      id: 'normalise',
      title: 'Count the cores',
      text: '200 percent on four cores is half of the machine.',
      commands: [
        { run: 'lscpu | grep -E "^CPU\\(s\\)|Flags" | cut -c1-60', effect: 'read-only' },
        { run: 'top -b -n 1 | head -n 12', effect: 'read-only' },
      ],
      good: 'Under 75 percent of all cores at the peak.',
      bad: 'Above 75: add connectors to the group or cores.',
    },
    {
      id: 'steal',
      title: 'Look at steal',
      text: 'st in top, Steal in the status header: time that the hypervisor gave to others.',
      good: 'Under a few percent.',
      bad: 'Above 10: the host of the machine is overbooked.',
    },
    {
      id: 'collect',
      title: 'Collect for an hour',
      text: 'See cpu-collection when it stays above 80 percent.',
      next: 'cpu-collection',
    },
  ],
  verify: 'Peaks stay under 75 percent, also with one connector of the group away.',
  escalate: 'Open a case with the bundle (see collect-support-bundle) and the answers of the steps above.',
  sources: [
    'https://help.zscaler.com/zpa/troubleshooting-app-connectors#cpu',
    'https://help.zscaler.com/troubleshooting-runbooks/zpa-app-connector-troubleshooting-runbook',
    'https://help.zscaler.com/zpa/monitoring-connector-performance',
  ],
};

export default runbook;
