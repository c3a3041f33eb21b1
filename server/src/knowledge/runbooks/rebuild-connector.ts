import type { Runbook } from '../../engine/catalogue';

const runbook: Runbook = {
  id: 'rebuild-connector',
  title: 'Rebuild the connector',
  when: 'Reverting did not help, or the machine is to be replaced.',
  steps: [
    {
      id: 'group',
      title: 'Identify the group',
      text: 'By the connector name of the status block or by its private address in the portal.',
      commands: [{ run: 'sudo journalctl -u zpa-connector | grep "Status:ID=" | tail -n 1', effect: 'read-only' }],
    },
    {
      id: 'key',
      title: 'Find a key of that group',
      text: 'And make room: Maximum # of Connectors at least one above # of Enrolled Connectors.',
      good: 'A key with room.',
      bad: 'Edit the key and raise its maximum.',
    },
    {
      id: 'wipe',
      title: 'Wipe and enrol',
      text: 'Follow reprovision-connector, or deploy the newest image.',
      next: 'reprovision-connector',
    },
  ],
  verify:
    'The journal shows the control connection as fohh_connection_connected within about a minute, and the portal shows the connector as Authenticated.',
  escalate: 'Open a case with the bundle (see collect-support-bundle) and the answers of the steps above.',
  sources: ['https://help.zscaler.com/troubleshooting-runbooks/zpa-app-connector-troubleshooting-runbook'],
  loses: 'identity, certificate and software of the old connector',
};

export default runbook;
