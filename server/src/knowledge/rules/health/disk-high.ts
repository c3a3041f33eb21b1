import type { Rule } from '../../../engine/match/rule';
import { highDiskHits } from '../../../engine/facts/host/disk-space';
import { DOCS, TROUBLESHOOTING } from '../../evidence';

const HEAD = 'Filesystem             Size  Used Avail Use% Mounted on\n';

const rule: Rule = {
  id: 'health/disk-high',
  title: 'The disk is nearly full',
  severity: 'warning',
  means: 'More than 90 percent of a file system are in use.',
  matters:
    'Above 90 percent no snapshots for disaster recovery are taken, and a burst of log lines is enough to fill the rest.',
  doNext: 'Find the largest folders with du and empty logs and package caches; leave /opt/zscaler alone.',
  message: '{mount} is {percent}% in use, {free} left.',
  needs: [{ anyOf: ['df'], missing: 'the use of the file systems', command: 'df -h > df.txt' }],
  evaluate: highDiskHits,
  explains: [{ rule: 'dr/snapshots-paused' }],
  runbook: { id: 'disk-cleanup', step: 'where' },
  documentation: [`${DOCS.troubleshooting}#diskspace`, `${DOCS.runbook}#disk-utilization`],
  source: TROUBLESHOOTING,
  thresholds: ['diskHighPercent'],
  fires: [
    {
      files: { 'df.txt': `${HEAD}/dev/mapper/rhel-root   63G   58G  5.2G  92% /\n` },
      says: '/ is 92% in use, 5.2 GB left',
    },
    { files: { 'df.txt': `${HEAD}/dev/mapper/rhel-home   20G   20G     0 100% /home\n` }, says: '/home' },
    {
      files: {
        'df.txt':
          'Filesystem     Type     1024-blocks     Used Available Capacity Mounted on\n/dev/sda3      xfs         14671872 13424256   1247616      91% /\n',
      },
      says: '91%',
    },
    { files: { 'df.txt': `${HEAD}overlay                 63G   58G  5.2G  92% /\n` }, says: '92%' },
  ],
  silent: [
    { 'df.txt': `${HEAD}/dev/mapper/rhel-root   63G   57G  6.3G  90% /\n` },
    {
      'df.txt': `${HEAD}/dev/loop3              64M   64M     0 100% /snap/core20/1828\n/dev/sr0               1.1G  1.1G     0 100% /mnt/cdrom\ntmpfs                  1.9G  1.8G   80M  96% /run\nudev                   1.9G  1.9G     0 100% /dev\n/dev/sda1              960M  900M   60M  94% /boot\nfiler.example.com:/v1  2.0T  1.9T   60G  97% /srv/share\n`,
    },
    {
      'df.txt':
        'Filesystem      Inodes   IUsed   IFree IUse% Mounted on\n/dev/sda3      1310720 1192755  117965   92% /\n',
    },
  ],
};

export default rule;
