import type { Runbook } from '../../engine/catalogue';

const runbook: Runbook = {
  id: 'service-restart',
  title: 'Restart cleanly',
  when: 'The service does not run, or a clean start is wanted before anything else.',
  steps: [
    {
      id: 'status',
      title: 'Look at the service',
      text: 'Look at the service.',
      commands: [{ run: 'systemctl status zpa-connector --no-pager', effect: 'read-only' }],
      good: 'active (running), two processes.',
      bad: 'inactive or failed: read the last lines of the journal.',
    },
    {
      id: 'stop',
      title: 'Stop and check',
      text: 'Nothing may run under the user zscaler afterwards.',
      commands: [
        { run: 'sudo systemctl stop zpa-connector', effect: 'changes-the-host' },
        { run: 'sudo ps wU zscaler', effect: 'read-only' },
      ],
      good: 'Only the heading line.',
      bad: 'End what is left by its process id.',
    },
    {
      id: 'start',
      title: 'Start',
      text: 'Start.',
      commands: [{ run: 'sudo systemctl start zpa-connector', effect: 'changes-the-host' }],
      good: 'active (running).',
    },
    {
      id: 'enable',
      title: 'Enable at boot',
      text: 'Enable at boot.',
      commands: [{ run: 'sudo systemctl enable zpa-connector', effect: 'changes-the-host' }],
    },
  ],
  verify:
    'The journal shows the control connection as fohh_connection_connected within about a minute, and the portal shows the connector as Authenticated.',
  escalate: 'Open a case with the bundle (see collect-support-bundle) and the answers of the steps above.',
  sources: ['https://help.zscaler.com/troubleshooting-runbooks/zpa-app-connector-troubleshooting-runbook'],
};

export default runbook;
