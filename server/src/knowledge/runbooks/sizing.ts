import type { Runbook } from '../../engine/catalogue';

const runbook: Runbook = {
  id: 'sizing',
  title: 'The machine is too small',
  when: 'Fewer than two CPUs, under 4 GB of memory or a small disk.',
  steps: [
    {
      id: 'look',
      title: 'Look',
      text: 'Look.',
      commands: [{ run: 'lscpu | grep "^CPU(s)"; free -h; df -h /', effect: 'read-only' }],
      good: '2 physical cores or 4 vCPU, 4 GB (8 GB with more features), 64 GB disk on newer images (8 GB on old ones).',
      bad: 'Less than that.',
    },
    {
      id: 'grow',
      title: 'Resize, or add connectors',
      text: 'Resize with the service stopped; more connectors in the group spread the load better than one big machine.',
    },
  ],
  verify: 'lscpu and free show the new size.',
  escalate: 'Open a case with the bundle (see collect-support-bundle) and the answers of the steps above.',
  sources: [
    'https://help.zscaler.com/zpa/connector-deployment-prerequisites#SpecsAndSizing',
    'https://help.zscaler.com/zpa/monitoring-connector-performance',
  ],
};

export default runbook;
