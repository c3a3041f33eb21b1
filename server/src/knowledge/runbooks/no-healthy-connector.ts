import type { Runbook } from '../../engine/catalogue';

const runbook: Runbook = {
  id: 'no-healthy-connector',
  title: 'No healthy connector for an application',
  when: 'Users are told that no healthy connector exists.',
  steps: [
    {
      id: 'members',
      title: 'Look at the members of the group',
      text: 'Look at the members of the group.',
      good: 'Two or more connected.',
      bad: 'One or none: bring it back, then add a second.',
    },
    {
      id: 'mapping',
      title: 'Check server group and connector group',
      text: 'Check server group and connector group.',
    },
    {
      id: 'pair',
      title: 'Deploy in pairs',
      text: 'Two connectors in each place: updates restart one at a time.',
      next: 'high-availability-pair',
    },
  ],
  verify: 'Stopping one connector does not take the application away.',
  escalate: 'Open a case with the bundle (see collect-support-bundle) and the answers of the steps above.',
  sources: ['https://help.zscaler.com/zpa/troubleshooting-app-connectors'],
};

export default runbook;
