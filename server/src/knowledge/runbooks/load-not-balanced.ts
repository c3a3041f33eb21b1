import type { Runbook } from '../../engine/catalogue';

const runbook: Runbook = {
  id: 'load-not-balanced',
  title: 'Load is not shared equally',
  when: 'One connector of a group carries more than the others.',
  steps: [
    {
      id: 'affinity',
      title: 'Know the affinity',
      text: 'A user stays with one connector for 30 minutes after the last request: few users make an uneven split.',
    },
    {
      id: 'dashboard',
      title: 'Compare over a day',
      text: 'In the Health Dashboard, by application and time.',
      good: 'Even over a day.',
      bad: 'One connector stays alone: check that the others reach the applications.',
    },
  ],
  verify: 'Over a day the shares are alike.',
  escalate: 'Open a case with the bundle (see collect-support-bundle) and the answers of the steps above.',
  sources: ['https://help.zscaler.com/zpa/troubleshooting-app-connectors#loadbalance'],
};

export default runbook;
