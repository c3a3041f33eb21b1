import type { Runbook } from '../../engine/catalogue';

const runbook: Runbook = {
  id: 'reprovision-connector',
  title: 'Wipe and enrol again',
  when: 'The identity of the connector is lost or no longer valid: hardware id changed, deleted in the portal, or Support asked for it.',
  steps: [
    {
      id: 'prepare',
      title: 'Prepare in the portal',
      text: 'Note the App Connector Group, find a key of that group, and make room: Maximum # of Connectors at least one more than # of Enrolled Connectors.',
      good: 'A key of the same group with room.',
      bad: 'Without the same group some applications may not be reachable afterwards.',
    },
    {
      id: 'stop',
      title: 'Stop the service and look for left-over processes',
      text: 'Nothing may run under the user zscaler.',
      commands: [
        { run: 'sudo systemctl stop zpa-connector', effect: 'changes-the-host' },
        { run: 'sudo ps wU zscaler', effect: 'read-only' },
      ],
      good: 'Only the heading line.',
      bad: 'End what is left by its process id.',
    },
    {
      id: 'wipe',
      title: 'Wipe the configuration',
      text: 'Removes the identity, certificate and downloaded software of this connector.',
      commands: [{ run: 'sudo rm -rf /opt/zscaler/var/*', effect: 'destructive', note: 'cannot be undone' }],
      good: 'The folder is empty.',
    },
    {
      id: 'key',
      title: 'Write the provisioning key',
      text: 'Mode 644, so that the service can read it and change it when it is done.',
      commands: [
        {
          run: 'sudo touch /opt/zscaler/var/provision_key && sudo chmod 644 /opt/zscaler/var/provision_key',
          effect: 'changes-the-host',
        },
        { run: 'sudo vi /opt/zscaler/var/provision_key', effect: 'changes-the-host' },
      ],
      good: 'One line, the bare key.',
    },
    {
      id: 'start',
      title: 'Start and watch',
      text: 'It enrols and downloads its software.',
      commands: [
        { run: 'sudo systemctl start zpa-connector', effect: 'changes-the-host' },
        { run: 'sudo journalctl -u zpa-connector -f', effect: 'read-only' },
      ],
      good: 'A new connector appears in the portal under the group.',
      bad: 'Follow enrollment-failure.',
    },
    {
      id: 'clean',
      title: 'Delete the old entry',
      text: 'Delete the disconnected entry in the portal: it counts towards the limit.',
    },
  ],
  verify:
    'The journal shows the control connection as fohh_connection_connected within about a minute, and the portal shows the connector as Authenticated.',
  escalate:
    'Open a case with the bundle (see collect-support-bundle): journal, memory/status, memory/argo, lscpu, free -h, df -h, and the answers of the steps above.',
  sources: [
    'https://help.zscaler.com/zpa/managing-deployed-connectors#ReplaceProvisioningKey',
    'https://help.zscaler.com/troubleshooting-runbooks/zpa-app-connector-troubleshooting-runbook',
    'https://help.zscaler.com/zpa/troubleshooting-app-connectors',
  ],
  loses:
    'the enrolled identity and certificate, the downloaded connector software, and snapshots under /opt/zscaler/var; the connector comes back under a new id',
};

export default runbook;
