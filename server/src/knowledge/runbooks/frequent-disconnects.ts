import type { Runbook } from '../../engine/catalogue';

const runbook: Runbook = {
  id: 'frequent-disconnects',
  title: 'The connection flaps',
  when: 'Several outages within half an hour, redirects not counted.',
  steps: [
    {
      id: 'restart',
      title: 'Is a restart involved?',
      text: 'A new process id at each outage means that the process falls, not the network.',
      commands: [
        {
          run: 'sudo journalctl -u zpa-connector | grep -E "Started from|exited too fast" | tail',
          effect: 'read-only',
        },
      ],
      good: 'No restarts.',
      bad: 'Restarts: read what stands before them.',
    },
    {
      id: 'which',
      title: 'Control or data?',
      text: 'If only data connections fall, the control path is fine.',
      commands: [
        {
          run: 'sudo journalctl -u zpa-connector | grep -E "backed_off connections = [1-9]|fohh_connection_backoff" | tail',
          effect: 'read-only',
        },
      ],
    },
    {
      id: 'pattern',
      title: 'Is there a period?',
      text: 'Outages at equal distances point to an idle or session timer on a firewall or proxy.',
      bad: 'Equal distances: look for a timer of that length.',
    },
    {
      id: 'prefix',
      title: 'Do only some brokers fail?',
      text: 'If all failing addresses share a prefix or a data centre, look at routing to it.',
      bad: 'Common prefix: routing or a missing firewall range.',
    },
    {
      id: 'memory',
      title: 'Does the firewall run out of memory?',
      text: 'Some firewalls reset old connections to win memory; packet-capture shows who sends the reset.',
      next: 'packet-capture',
    },
    {
      id: 'portal',
      title: 'Check the diagnostics in the portal',
      text: 'Analytics, Diagnostics, Log Type App Connector Status: filter on Disconnected, compare Disconnect Time and Service Edge.',
    },
  ],
  verify: 'The connection holds for more than 30 minutes, uptime growing.',
  escalate: 'Open a case with the bundle (see collect-support-bundle) and the answers of the steps above.',
  sources: ['https://help.zscaler.com/zpa/troubleshooting-app-connectors#frequentclouddisconnect'],
};

export default runbook;
