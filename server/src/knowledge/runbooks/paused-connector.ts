import type { Runbook } from '../../engine/catalogue';

const runbook: Runbook = {
  id: 'paused-connector',
  title: 'The connector is paused',
  when: 'The journal says entering PAUSE mode because of a reason.',
  steps: [
    {
      id: 'reason',
      title: 'Read the reason',
      text: 'Certificate expiry, software upgrade, a session process restart or a session system restart.',
      commands: [{ run: 'sudo journalctl | grep "entering PAUSE mode because of"', effect: 'read-only' }],
      good: 'An upgrade or a requested restart: it ends by itself.',
      bad: 'Certificate expiry: the connector must enrol again.',
    },
    {
      id: 'wait',
      title: 'Wait for an upgrade to end',
      text: 'Remote session commands are refused while it is paused.',
      good: 'The connector leaves the pause within minutes.',
      bad: 'It stays paused: restart the service once.',
    },
    {
      id: 'restart',
      title: 'Restart the service',
      text: 'Only if the pause does not end.',
      commands: [{ run: 'sudo systemctl restart zpa-connector', effect: 'changes-the-host' }],
      good: 'Status blocks and connections are back.',
    },
  ],
  verify:
    'The journal shows the control connection as fohh_connection_connected within about a minute, and the portal shows the connector as Authenticated.',
  escalate: 'Open a case with the bundle (see collect-support-bundle) and the answers of the steps above.',
  sources: ['https://help.zscaler.com/zpa/troubleshooting-app-connectors#pauseState'],
};

export default runbook;
