import type { Runbook } from '../../engine/catalogue';

const runbook: Runbook = {
  id: 'app-segment-and-source-ip',
  title: 'Segment or source address does not fit',
  when: 'Name and port work from the connector, users still fail.',
  steps: [
    {
      id: 'ports',
      title: 'Compare the ports',
      text: 'The segment must list every port that the application uses.',
    },
    {
      id: 'groups',
      title: 'Check the mapping',
      text: 'Segment, server group, connector group: the group must reach the subnet.',
    },
    {
      id: 'return',
      title: 'Check the way back',
      text: 'The server answers to the address of the connector: behind a NAT the return path must be the same.',
    },
  ],
  verify: 'The user activity log shows the session as open.',
  escalate: 'Open a case with the bundle (see collect-support-bundle) and the answers of the steps above.',
  sources: ['https://help.zscaler.com/zpa/about-applications'],
};

export default runbook;
