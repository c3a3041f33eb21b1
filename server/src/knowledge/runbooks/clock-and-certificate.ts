import type { Runbook } from '../../engine/catalogue';

const runbook: Runbook = {
  id: 'clock-and-certificate',
  title: 'The clock is wrong',
  when: 'A certificate is not yet valid or expired although it should be valid, the status block shows a Time skew, or chronyc says Not synchronised.',
  steps: [
    {
      id: 'look',
      title: 'Compare the clocks',
      text: 'The connector compares itself with the cloud in every status block; chrony compares with its sources.',
      commands: [
        { run: 'timedatectl status', effect: 'read-only' },
        { run: 'chronyc tracking', effect: 'read-only' },
        { run: 'chronyc sources -v', effect: 'read-only' },
      ],
      good: 'System clock synchronized: yes; Leap status: Normal; offset under a second.',
      bad: 'Not synchronised, reference 00000000, or an offset of seconds.',
    },
    {
      id: 'source',
      title: 'Check the time source',
      text: 'There must be a server or pool that answers; UDP 123 must be open to it.',
      commands: [{ run: "grep -E '^(server|pool)' /etc/chrony.conf", effect: 'read-only' }],
      good: 'At least one source, marked ^* in chronyc sources.',
      bad: 'Add a source that can be reached; Zscaler images use 0 to 3.zscaler.pool.ntp.org.',
    },
    {
      id: 'step',
      title: 'Set the clock',
      text: 'A large offset is slewed for hours: step it.',
      commands: [
        { run: 'sudo systemctl restart chronyd', effect: 'changes-the-host' },
        { run: 'sudo chronyc makestep', effect: 'changes-the-host' },
      ],
      good: 'chronyc tracking shows an offset in milliseconds.',
    },
    {
      id: 'restart',
      title: 'Restart the connector',
      text: 'It enrols or connects with the right time.',
      commands: [{ run: 'sudo systemctl restart zpa-connector', effect: 'changes-the-host' }],
      good: 'No certificate message; control connection connected.',
      bad: 'The certificate is really expired: reprovision-connector.',
    },
    {
      id: 'virtual',
      title: 'Keep it right',
      text: 'Machines that are suspended or moved drift: leave time synchronisation to one side, chrony or the hypervisor, not both.',
    },
  ],
  verify: 'Time skew in the status block stays under a second, and the certificate messages are gone.',
  escalate:
    'Open a case with the bundle (see collect-support-bundle): journal, memory/status, memory/argo, lscpu, free -h, df -h, and the answers of the steps above.',
  sources: [
    'https://help.zscaler.com/zpa/troubleshooting-app-connectors#certvalidity',
    'https://help.zscaler.com/zpa/connector-deployment-guide-amazon-web-services#NTP',
  ],
};

export default runbook;
