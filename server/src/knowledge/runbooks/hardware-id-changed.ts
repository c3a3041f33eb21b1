import type { Runbook } from '../../engine/catalogue';

const runbook: Runbook = {
  id: 'hardware-id-changed',
  title: 'The hardware identity changed',
  when: 'The journal says Cannot decrypt data from instance_id.crypt, Cannot get instance id, or bad decrypt.',
  steps: [
    {
      id: 'confirm',
      title: 'Confirm what changed',
      text: 'The identity is sealed to MAC address, machine and disk. Cloning, migration, a new network card or a restored image break the seal.',
      commands: [
        { run: 'ip link show', effect: 'read-only' },
        { run: 'sudo ls -l /opt/zscaler/var/instance_id.crypt', effect: 'read-only' },
        { run: 'last -x reboot | head -n 5', effect: 'read-only' },
      ],
      bad: 'A MAC or machine id that differs from the one at enrolment.',
    },
    {
      id: 'undo',
      title: 'Undo the change where it can be undone',
      text: 'If the original MAC or machine can be given back, the old identity works again.',
      good: 'Connected after a restart of the service.',
      bad: 'It cannot be undone: enrol again.',
    },
    {
      id: 'reprovision',
      title: 'Enrol again',
      text: 'Follow reprovision-connector. Never clone an enrolled connector: build from the image and enrol each machine.',
      next: 'reprovision-connector',
    },
    {
      id: 'pin',
      title: 'Pin the MAC address',
      text: 'Give the machine a static MAC, so that a migration does not repeat this.',
    },
  ],
  verify:
    'The journal shows the control connection as fohh_connection_connected within about a minute, and the portal shows the connector as Authenticated.',
  escalate:
    'Open a case with the bundle (see collect-support-bundle): journal, memory/status, memory/argo, lscpu, free -h, df -h, and the answers of the steps above.',
  sources: [
    'https://help.zscaler.com/troubleshooting-runbooks/zpa-app-connector-troubleshooting-runbook',
    'https://help.zscaler.com/zpa/connector-deployment-prerequisites',
  ],
  loses: 'the old identity; the connector comes back as a new entry in the portal',
};

export default runbook;
