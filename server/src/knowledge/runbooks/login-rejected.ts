import type { Runbook } from '../../engine/catalogue';

const runbook: Runbook = {
  id: 'login-rejected',
  title: 'The cloud rejects the login of the enrolment',
  when: 'Login request failed with an HTTP status, or the key is called invalid or expired.',
  steps: [
    {
      id: 'decode',
      title: 'Read the status',
      text: '401 means that the key is not accepted: wrongly copied, deleted, disabled, or of another cloud. 400 with nonce.usage.exceeded means the key is used up. 5xx is the cloud or something in between.',
      commands: [
        {
          run: 'sudo journalctl -u zpa-connector | grep -E "Login request failed|nonce" | tail -n 5',
          effect: 'read-only',
        },
      ],
    },
    {
      id: 'portal',
      title: 'Look the key up in the portal',
      text: 'On the App Connector Provisioning Keys page: does the key exist, is it enabled, is # of Enrolled Connectors below Maximum # of Connectors, and which group does it belong to?',
      good: 'It exists, enabled, with room, for the right group.',
      bad: 'Raise the maximum, enable it, or make a new key for the group.',
    },
    {
      id: 'compare',
      title: 'Compare host and version',
      text: 'The API host in the file must be the one that the portal shows for this tenant.',
      commands: [
        {
          run: 'sudo cut -d "|" -f 1,2 /opt/zscaler/var/provision_key',
          effect: 'read-only',
          note: 'prints version and host only',
        },
      ],
      good: 'Same host as in the portal.',
      bad: 'The key is of another tenant or cloud: copy the right one.',
    },
    {
      id: 'replace',
      title: 'Write the key anew',
      text: 'Follow provision-key-check from its step stop.',
      next: 'provision-key-check, step stop',
    },
  ],
  verify:
    'The journal shows the control connection as fohh_connection_connected within about a minute, and the portal shows the connector as Authenticated.',
  escalate:
    'Open a case with the bundle (see collect-support-bundle): journal, memory/status, memory/argo, lscpu, free -h, df -h, and the answers of the steps above.',
  sources: [
    'https://help.zscaler.com/zpa/about-connector-provisioning-keys',
    'https://help.zscaler.com/troubleshooting-runbooks/zpa-app-connector-troubleshooting-runbook',
  ],
};

export default runbook;
