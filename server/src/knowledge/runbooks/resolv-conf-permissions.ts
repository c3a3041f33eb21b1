import type { Runbook } from '../../engine/catalogue';

const runbook: Runbook = {
  id: 'resolv-conf-permissions',
  title: 'The service user cannot read the resolver file',
  when: 'DNS resolution failed in the journal although root resolves the same name.',
  steps: [
    {
      id: 'check-permissions',
      title: 'Look at the file',
      text: 'The child runs as user zscaler. If only root can read /etc/resolv.conf, only root resolves.',
      commands: [
        { run: 'ls -lL /etc/resolv.conf', effect: 'read-only' },
        { run: 'sudo -u zscaler cat /etc/resolv.conf', effect: 'read-only' },
      ],
      good: 'Readable by everybody (rw-r--r--), at least one nameserver line.',
      bad: 'Permission denied, or no nameserver.',
    },
    {
      id: 'resolve',
      title: 'Resolve as the service user',
      text: 'The same name as in the message.',
      commands: [{ run: 'sudo -u zscaler getent hosts {api-host}', effect: 'read-only' }],
      good: 'An address.',
      bad: 'No answer although the file can be read: dns-check.',
    },
    {
      id: 'mend',
      title: 'Mend the rights',
      text: 'Give read access to all.',
      commands: [{ run: 'sudo chmod 644 /etc/resolv.conf', effect: 'changes-the-host' }],
      good: 'The service user can read the file.',
      bad: 'It falls back after a while: find what writes the file (NetworkManager, dhclient, hardening scripts, umask).',
    },
    {
      id: 'restart',
      title: 'Restart the connector',
      text: 'It tries again at once.',
      commands: [{ run: 'sudo systemctl restart zpa-connector', effect: 'changes-the-host' }],
      good: 'The journal goes on past enrolment.',
    },
  ],
  verify:
    'The journal shows the control connection as fohh_connection_connected within about a minute, and the portal shows the connector as Authenticated.',
  escalate:
    'Open a case with the bundle (see collect-support-bundle): journal, memory/status, memory/argo, lscpu, free -h, df -h, and the answers of the steps above.',
  sources: ['https://help.zscaler.com/zpa/troubleshooting-app-connectors#dnsfailure'],
};

export default runbook;
