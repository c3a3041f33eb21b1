import type { Runbook } from '../../engine/catalogue';

const runbook: Runbook = {
  id: 'health-reporting-modes',
  title: 'Health reporting',
  when: 'An application is shown as unhealthy in one mode and healthy in another.',
  steps: [
    {
      id: 'mode',
      title: 'Know the mode',
      text: 'Continuous probes all the time; On Access only after a user asks; None never. Above 6,000 targets On Access becomes None.',
    },
    {
      id: 'resets',
      title: 'Resets and TIME_WAIT are normal',
      text: 'Health probes open and close many connections.',
    },
  ],
  verify: 'The state shown fits the mode.',
  escalate: 'Open a case with the bundle (see collect-support-bundle) and the answers of the steps above.',
  sources: [
    'https://help.zscaler.com/zpa/monitoring-connector-performance',
    'https://help.zscaler.com/zpa/troubleshooting-app-connectors#tcpsockets',
  ],
};

export default runbook;
