import type { Runbook } from '../../engine/catalogue';

const runbook: Runbook = {
  id: 'provision-key-check',
  title: 'The provisioning key file is damaged',
  when: 'provision_key is empty, quoted, wrapped, holds a placeholder or characters that are not part of a key.',
  steps: [
    {
      id: 'look',
      title: 'Look without showing the key',
      text: 'Count lines and bytes, and look for bytes that no key has. The key is a secret: do not print it into tickets.',
      commands: [
        { run: 'sudo wc -lc /opt/zscaler/var/provision_key', effect: 'read-only' },
        {
          run: "sudo grep -nP '[^\\x20-\\x7E]' /opt/zscaler/var/provision_key | cut -c1-20",
          effect: 'read-only',
          note: 'finds curly quotes, byte order marks, non-breaking blanks',
        },
        { run: 'sudo ls -l /opt/zscaler/var/provision_key', effect: 'read-only' },
      ],
      good: 'One line, about 430 bytes, no odd bytes, mode 644.',
      bad: 'More lines, quotes, or odd bytes: write it again.',
    },
    {
      id: 'stop',
      title: 'Stop the service',
      text: 'A running service may read a half-written file.',
      commands: [{ run: 'sudo systemctl stop zpa-connector', effect: 'changes-the-host' }],
    },
    {
      id: 'rewrite',
      title: 'Write the bare key again',
      text: 'Copy the key from the portal into a plain editor, so that no chat or word processor turns straight quotes into curly ones.',
      commands: [
        {
          run: 'sudo touch /opt/zscaler/var/provision_key && sudo chmod 644 /opt/zscaler/var/provision_key',
          effect: 'changes-the-host',
        },
        { run: 'sudo vi /opt/zscaler/var/provision_key', effect: 'changes-the-host' },
      ],
      good: 'The file holds version|API host|token in one line and nothing else.',
    },
    {
      id: 'start',
      title: 'Start the service',
      text: 'The key is read at start, and otherwise only once in 24 hours.',
      commands: [{ run: 'sudo systemctl start zpa-connector', effect: 'changes-the-host' }],
      good: 'The journal goes on past enrolment.',
      bad: 'Login rejected: runbook login-rejected.',
    },
  ],
  verify:
    'The journal shows the control connection as fohh_connection_connected within about a minute, and the portal shows the connector as Authenticated.',
  escalate:
    'Open a case with the bundle (see collect-support-bundle): journal, memory/status, memory/argo, lscpu, free -h, df -h, and the answers of the steps above.',
  sources: [
    'https://help.zscaler.com/zpa/about-connector-provisioning-keys',
    'https://help.zscaler.com/zpa/managing-deployed-connectors#ReplaceProvisioningKey',
    'https://help.zscaler.com/troubleshooting-runbooks/zpa-app-connector-troubleshooting-runbook',
  ],
};

export default runbook;
