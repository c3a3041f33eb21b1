import type { Runbook } from '../../engine/catalogue';

const runbook: Runbook = {
  id: 'connector-limit',
  title: 'The tenant is at its limit of connectors',
  when: 'No new connector enrols although fewer than 100 are active.',
  steps: [
    {
      id: 'count',
      title: 'Count all, disabled ones too',
      text: 'Count all, disabled ones too.',
      good: 'Under 100.',
      bad: 'Delete the disabled and disconnected ones.',
    },
    {
      id: 'raise',
      title: 'Ask for more',
      text: 'Support can raise the limit.',
    },
  ],
  verify: 'A new connector enrols.',
  escalate: 'Open a case with the bundle (see collect-support-bundle) and the answers of the steps above.',
  sources: ['https://help.zscaler.com/zpa/troubleshooting-app-connectors#amtconnectors'],
};

export default runbook;
