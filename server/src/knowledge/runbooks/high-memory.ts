import type { Runbook } from '../../engine/catalogue';

const runbook: Runbook = {
  id: 'high-memory',
  title: 'High memory',
  when: 'Memory in use is above 90 percent.',
  steps: [
    {
      id: 'who',
      title: 'Who uses it?',
      text: 'Who uses it?.',
      commands: [{ run: 'ps aux --sort=-pmem | head -n 5', effect: 'read-only' }],
      good: 'zpa-connector-child on top.',
      bad: 'Another process on top (agents of the host often): not a Zscaler matter.',
    },
    {
      id: 'available',
      title: 'Available, not free',
      text: 'Cache is given back when needed: MemAvailable is the figure.',
      commands: [{ run: 'grep -E "MemTotal|MemAvailable|Swap" /proc/meminfo', effect: 'read-only' }],
      good: 'More than 10 percent available.',
      bad: 'Less: add memory or connectors.',
    },
    {
      id: 'inside',
      title: 'Look inside the connector',
      text: 'Look inside the connector.',
      commands: [
        { run: 'curl -s 127.0.0.1:9000/memory/status | sort -t: -k2 | tail -n 1', effect: 'read-only' },
        { run: 'curl -s 127.0.0.1:9000/memory/status', effect: 'read-only' },
      ],
      good: 'Total Out is a small part of the memory.',
      bad: 'One allocator holds most and grows: memory-leak-collection.',
    },
  ],
  verify: 'Peaks stay under 90 percent.',
  escalate: 'Open a case with the bundle (see collect-support-bundle) and the answers of the steps above.',
  sources: [
    'https://help.zscaler.com/zpa/troubleshooting-app-connectors#memory',
    'https://help.zscaler.com/troubleshooting-runbooks/zpa-app-connector-troubleshooting-runbook',
    'https://help.zscaler.com/zpa/monitoring-connector-performance',
  ],
};

export default runbook;
