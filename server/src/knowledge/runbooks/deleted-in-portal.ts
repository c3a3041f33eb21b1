import type { Runbook } from '../../engine/catalogue';

const runbook: Runbook = {
  id: 'deleted-in-portal',
  title: 'The connector was deleted in the portal',
  when: 'The connection is accepted and broken within seconds, again and again, and the connector was connected before.',
  steps: [
    {
      id: 'confirm',
      title: 'Confirm in the portal',
      text: 'Is the connector still in the list, by name and by the ID of the status block?',
      good: 'It is there: look at ssl-interception and control-connection-lost.',
      bad: 'It is gone: there is no way to recover the entry.',
    },
    {
      id: 'reprovision',
      title: 'Enrol it again',
      text: 'Follow reprovision-connector. If the machine still reports an ID afterwards, the wipe was not complete.',
      next: 'reprovision-connector',
    },
  ],
  verify:
    'The journal shows the control connection as fohh_connection_connected within about a minute, and the portal shows the connector as Authenticated.',
  escalate: 'Open a case with the bundle (see collect-support-bundle) and the answers of the steps above.',
  sources: ['https://help.zscaler.com/zpa/troubleshooting-app-connectors#notconnectedcloud'],
  loses: 'the enrolled identity; the connector comes back as a new entry',
};

export default runbook;
