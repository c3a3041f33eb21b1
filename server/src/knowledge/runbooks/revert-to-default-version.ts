import type { Runbook } from '../../engine/catalogue';

const runbook: Runbook = {
  id: 'revert-to-default-version',
  title: 'Go back to the default software',
  when: 'Updates fail again and again, or the downloaded software does not start.',
  steps: [
    {
      id: 'stop',
      title: 'Stop',
      text: 'Stop.',
      commands: [{ run: 'sudo systemctl stop zpa-connector', effect: 'changes-the-host' }],
    },
    {
      id: 'remove',
      title: 'Remove image, version and metadata',
      text: 'The manager then loads the default version anew.',
      commands: [
        {
          run: 'sudo rm /opt/zscaler/var/image.bin /opt/zscaler/var/version /opt/zscaler/var/metadata',
          effect: 'destructive',
        },
      ],
    },
    {
      id: 'start',
      title: 'Start and watch',
      text: 'Start and watch.',
      commands: [
        { run: 'sudo systemctl start zpa-connector', effect: 'changes-the-host' },
        { run: 'sudo journalctl -u zpa-connector -f', effect: 'read-only' },
      ],
      good: 'The journal shows the download and the start from image.bin.',
      bad: 'No download: broker-reachability, upgrade-failure.',
    },
  ],
  verify: 'The connector is connected; the portal shows Update Status Scheduled.',
  escalate: 'Open a case with the bundle (see collect-support-bundle) and the answers of the steps above.',
  sources: [
    'https://help.zscaler.com/zpa/troubleshooting-app-connectors#upgradefailure_24hours',
    'https://help.zscaler.com/troubleshooting-runbooks/zpa-app-connector-troubleshooting-runbook',
  ],
  loses: 'the downloaded software and its version marks; identity and configuration stay',
};

export default runbook;
