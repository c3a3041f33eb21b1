import type { Rule } from '../../../engine/match/rule';
import { pausedSnapshots } from '../../../engine/facts/software/disaster-recovery';
import { DOCS, RECOVERY_NEED, TROUBLESHOOTING } from '../../evidence';

const DF = 'Filesystem             Size  Used Avail Use% Mounted on\n';
const HIGH = `${DF}/dev/mapper/rhel-root   63G   58G  5.2G  92% /\n`;
const APPS = 'App#1 name: branch-erp app_gid: 145257608574402742\n';

const rule: Rule = {
  id: 'dr/snapshots-paused',
  title: 'No snapshots for disaster recovery',
  severity: 'warning',
  means:
    'Disaster recovery is in use and the disk of the connector is more than 90 percent full: above that no snapshot of configuration or software is taken.',
  matters: 'In a disaster the connector would work from old snapshots, or from none.',
  doNext: 'Free disk space outside of /opt/zscaler; snapshots go on by themselves.',
  message: 'Snapshots for disaster recovery are paused: {mount} is {percent}% in use.',
  needs: [RECOVERY_NEED.any, { anyOf: ['df'], missing: 'the use of the file systems', command: 'df -h > df.txt' }],
  evaluate: pausedSnapshots,
  runbook: { id: 'disaster-recovery', step: 'disk' },
  documentation: [`${DOCS.troubleshooting}#disasterRecovery`],
  source: TROUBLESHOOTING,
  thresholds: ['diskHighPercent'],
  fires: [
    { files: { 'df.txt': HIGH, 'dr.txt': APPS }, says: '92%', also: ['health/disk-high'] },
    {
      files: { 'df.txt': HIGH, 'dr.txt': 'DR activation domain: dr.kestrelmoor.example\nDR publickey uploaded: YES\n' },
      also: ['health/disk-high'],
    },
  ],
  silent: [
    { 'df.txt': HIGH },
    { 'df.txt': HIGH, 'dr.txt': 'DR activation domain: \nDR publickey uploaded: NO\n' },
    { 'df.txt': `${DF}/dev/mapper/rhel-root   63G   57G  6.3G  90% /\n`, 'dr.txt': APPS },
    {
      'df.txt': `${DF}/dev/loop3              64M   64M     0 100% /snap/core20/1828\n/dev/sda3               60G   20G   40G  34% /\n`,
      'dr.txt': APPS,
    },
  ],
};

export default rule;
