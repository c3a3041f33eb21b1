import type { Runbook } from '../../engine/catalogue';

const runbook: Runbook = {
  id: 'upgrade-failure',
  title: 'The software update fails',
  when: 'The journal or the portal reports a failed update, or the version stays behind the expected one.',
  steps: [
    {
      id: 'log',
      title: 'Read the updater',
      text: 'The manager writes zscaler-update lines.',
      commands: [{ run: 'sudo journalctl -u zpa-connector | grep zscaler-update | tail -n 30', effect: 'read-only' }],
      good: 'Currently installed version verified as the expected one.',
      bad: 'A reason is named: space, package, connection.',
    },
    {
      id: 'space',
      title: 'Check the disk',
      text: 'The image is downloaded to /opt/zscaler/var/image.bin; below 100 MB free the process restarts, below 150 MB the manager does not update.',
      commands: [{ run: 'df -h / /var /opt/zscaler', effect: 'read-only' }],
      good: 'More than 2 GB free.',
      bad: 'Runbook disk-cleanup.',
    },
    {
      id: 'reach',
      title: 'Reach the repositories',
      text: 'Reach the repositories.',
      commands: [
        {
          run: 'nc -vz -w 5 dist.private.zscaler.com 443; nc -vz -w 5 yum.private.zscaler.com 443',
          effect: 'read-only',
        },
      ],
      good: 'Both succeed.',
      bad: 'Open the firewall for both.',
    },
    {
      id: 'versions',
      title: 'Note the versions',
      text: 'Note the versions.',
      commands: [
        {
          run: 'sudo cat /opt/zscaler/var/version /opt/zscaler/var/updater.version; sudo ls -lrta /opt/zscaler/var/',
          effect: 'read-only',
        },
      ],
    },
    {
      id: 'restart',
      title: 'Restart the connector',
      text: 'See service-restart; look at the Update Status in the portal afterwards.',
      good: 'Success.',
      bad: 'Failure: revert-to-default-version.',
    },
  ],
  verify: 'The portal shows the expected version and Update Status Success.',
  escalate: 'Open a case with the bundle (see collect-support-bundle) and the answers of the steps above.',
  sources: [
    'https://help.zscaler.com/zpa/troubleshooting-app-connectors#upgradefailure',
    'https://help.zscaler.com/troubleshooting-runbooks/zpa-app-connector-troubleshooting-runbook',
  ],
};

export default runbook;
