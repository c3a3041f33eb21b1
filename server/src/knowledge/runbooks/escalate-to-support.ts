import type { Runbook } from '../../engine/catalogue';

const runbook: Runbook = {
  id: 'escalate-to-support',
  title: 'Open a case',
  when: 'The steps of the runbook did not help.',
  steps: [
    {
      id: 'report',
      title: 'Make the report',
      text: 'Connector, symptom, status, diagnosis, evidence, what was tried: ZPA: Create Triage Report.',
    },
    {
      id: 'bundle',
      title: 'Attach the bundle',
      text: 'See collect-support-bundle; keys and tokens left out.',
    },
    {
      id: 'times',
      title: 'Give times with their zone',
      text: 'And the name and ID of the connector from the status block.',
    },
  ],
  verify: 'The case holds report, bundle and times.',
  escalate: 'Zscaler Support.',
  sources: ['https://help.zscaler.com/troubleshooting-runbooks/zpa-app-connector-troubleshooting-runbook'],
};

export default runbook;
