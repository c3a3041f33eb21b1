import type { Runbook } from '../../engine/catalogue';

const runbook: Runbook = {
  id: 'imdsv2',
  title: 'Enrolled again after IMDSv2 support',
  when: 'On AWS an update across 24.650.1 changed the hardware fingerprint and a second entry appeared.',
  steps: [
    {
      id: 'old',
      title: 'Delete the old entry',
      text: 'The new one is the live one.',
    },
    {
      id: 'room',
      title: 'Make room in the key',
      text: 'Each new enrolment uses the key once more.',
    },
  ],
  verify: 'One entry a machine in the portal.',
  escalate: 'Open a case with the bundle (see collect-support-bundle) and the answers of the steps above.',
  sources: ['https://help.zscaler.com/zpa/troubleshooting-app-connectors#imdsv2'],
};

export default runbook;
