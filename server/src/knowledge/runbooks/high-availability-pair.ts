import type { Runbook } from '../../engine/catalogue';

const runbook: Runbook = {
  id: 'high-availability-pair',
  title: 'Make it a pair',
  when: 'A group has fewer than two connected connectors.',
  steps: [
    {
      id: 'why',
      title: 'Know why',
      text: 'Updates restart connectors one after another: a single one is an outage at every update.',
    },
    {
      id: 'add',
      title: 'Add a second connector',
      text: 'New machine from the image, its own static MAC, a key with room. Never a clone.',
    },
    {
      id: 'window',
      title: 'Set the update window',
      text: 'In the hours of low traffic.',
    },
  ],
  verify: 'The group shows two connected connectors.',
  escalate: 'Open a case with the bundle (see collect-support-bundle) and the answers of the steps above.',
  sources: ['https://help.zscaler.com/zpa/connector-deployment-prerequisites'],
};

export default runbook;
