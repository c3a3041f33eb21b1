import type { Runbook } from '../../engine/catalogue';

const runbook: Runbook = {
  id: 'enrollment-failure',
  title: 'Enrolment fails',
  when: 'A new connector never appears in the portal, or its journal loops over Checking Enrollment and Certificate enrollment failed.',
  steps: [
    {
      id: 'read-attempt',
      title: 'Read one whole attempt',
      text: 'Each attempt begins with Checking Enrollment and ends with Certificate enrollment failed. The first line between them that names a reason is the cause; what follows repeats it.',
      commands: [
        {
          run: 'sudo journalctl -u zpa-connector | grep -n -A 12 "Checking Enrollment" | tail -n 40',
          effect: 'read-only',
        },
      ],
      good: 'The attempt ends with a control connection.',
      bad: 'It names DNS, login, CSR, certificate or instance id: follow the runbook of that reason.',
    },
    {
      id: 'check-dns',
      title: 'Resolve the API host as the service does',
      text: 'The child runs as user zscaler: what root can resolve says nothing.',
      commands: [
        { run: 'sudo -u zscaler getent hosts {api-host}', effect: 'read-only' },
        { run: 'dig +short co2br.{cloud}', effect: 'read-only' },
      ],
      good: 'Both give addresses; co2br gives two or more.',
      bad: 'No answer: runbook resolv-conf-permissions, then dns-check.',
    },
    {
      id: 'check-key',
      title: 'Check the provisioning key file',
      text: 'One line of the form version|API host|token, no quotes, no blanks.',
      commands: [
        {
          run: 'sudo wc -lc /opt/zscaler/var/provision_key',
          effect: 'read-only',
          note: 'shows lines and bytes, never the key',
        },
      ],
      good: 'One line of about 430 characters.',
      bad: 'Runbook provision-key-check.',
    },
    {
      id: 'check-clock',
      title: 'Check the clock',
      text: 'Certificates are only valid in their time window.',
      commands: [
        { run: 'timedatectl status', effect: 'read-only' },
        { run: 'chronyc tracking', effect: 'read-only' },
      ],
      good: 'Synchronised, offset well under a second.',
      bad: 'Runbook clock-and-certificate.',
    },
    {
      id: 'check-limits',
      title: 'Check names and limits',
      text: 'The primary domain name must be shorter than 36 characters, user zscaler must be able to write /opt/zscaler/var, and the tenant may hold 100 connectors, disabled ones included.',
      commands: [
        { run: 'hostname -f; sudo -u zscaler test -w /opt/zscaler/var && echo writable', effect: 'read-only' },
      ],
      good: 'Short name, writable, room in the tenant.',
      bad: 'Rename, mend the rights, or delete disabled connectors in the portal.',
    },
  ],
  verify:
    'The journal shows the control connection as fohh_connection_connected within about a minute, and the portal shows the connector as Authenticated.',
  escalate:
    'Open a case with the bundle (see collect-support-bundle): journal, memory/status, memory/argo, lscpu, free -h, df -h, and the answers of the steps above.',
  sources: [
    'https://help.zscaler.com/zpa/troubleshooting-app-connectors#enrollmentfailure',
    'https://help.zscaler.com/troubleshooting-runbooks/zpa-app-connector-troubleshooting-runbook',
  ],
};

export default runbook;
