import type { Runbook } from '../../engine/catalogue';

const runbook: Runbook = {
  id: 'disaster-recovery',
  title: 'Disaster recovery does not work',
  when: 'Snapshots are missing, the public key is not uploaded, or the activation domain has no answer.',
  steps: [
    {
      id: 'settings',
      title: 'Show the settings',
      text: 'Show the settings.',
      commands: [{ run: "curl -s 'localhost:9000/assistant/zpn_dr/show_configuration'", effect: 'read-only' }],
      good: 'DR publickey uploaded: YES.',
      bad: 'NO: upload the key in the portal.',
    },
    {
      id: 'stats',
      title: 'Show the configuration files',
      text: 'Show the configuration files.',
      commands: [{ run: "curl -s 'localhost:9000/assistant/zpn_dr/config_json_stats'", effect: 'read-only' }],
      good: 'Sizes above zero for customer and application.',
      bad: 'A size of 0: the snapshot is empty.',
    },
    {
      id: 'domain',
      title: 'Resolve the activation domain',
      text: 'Resolve the activation domain.',
      commands: [
        { run: "curl -s 'localhost:9000/assistant/zpn_dr/resolve_dr_domain?record_type=a'", effect: 'read-only' },
        { run: "curl -s 'localhost:9000/assistant/zpn_dr/resolve_dr_domain?record_type=txt'", effect: 'read-only' },
      ],
      good: 'A record and TXT record.',
      bad: 'No answer: mend the DNS record.',
    },
    {
      id: 'disk',
      title: 'Check the disk',
      text: 'Above 90 percent in use no snapshot is taken.',
      commands: [{ run: 'df -h /opt/zscaler', effect: 'read-only' }],
      next: 'disk-cleanup',
    },
  ],
  verify: 'Snapshots of today lie under /opt/zscaler/var/config_snapshots.',
  escalate: 'Open a case with the bundle (see collect-support-bundle) and the answers of the steps above.',
  sources: [
    'https://help.zscaler.com/zpa/understanding-disaster-recovery',
    'https://help.zscaler.com/zpa/troubleshooting-app-connectors#debuggingDr',
  ],
};

export default runbook;
