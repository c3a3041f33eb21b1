import { smallest } from '../../../engine/basics/extremes';
import type { Rule } from '../../../engine/match/rule';
import { fullDiskHits } from '../../../engine/facts/host/disk-space';
import { figureRuns } from '../../../engine/facts/lss/figures';
import { humanBytes, MEGABYTE } from '../../../engine/basics/byte-sizes';
import { DISK_SPACE, DOCS, RUNBOOK } from '../../evidence';
import { metricsEvents } from '../../example-exports';

const HEAD = 'Filesystem             Size  Used Avail Use% Mounted on\n';
const BLOCK = (time: string, free: string): string =>
  `Jan 20 ${time} fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=31%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=${free}|7.80GB:CPU(Util|Steal|Configured|Avail)=12%|0%|2|2:Uptime=3M:6S --------\n`;

const rule: Rule = {
  id: 'health/disk-full',
  title: 'The disk is full',
  severity: 'error',
  means:
    'A file system that the connector needs (/, /var, /opt or /opt/zscaler) has next to nothing left, or cannot hold another file.',
  matters:
    'Under 150 MB the software is not updated, under 100 MB the connector restarts, and logs that would explain it are no longer written.',
  doNext: 'Find what takes the space and free it: mostly /var/log, the journal and the package cache.',
  message: '{mount} is full: {percent}% in use, {free} left.',
  needs: [{ ...DISK_SPACE, anyOf: [...DISK_SPACE.anyOf, 'lss-events:connector-metrics'] }],
  evaluate: (facts, thresholds) => [
    ...fullDiskHits(facts, thresholds),
    ...figureRuns(facts, 'AvailableDiskBytes', ({ AvailableDiskBytes: bytes }) =>
      bytes === undefined ? null : bytes < thresholds.diskFullMb * MEGABYTE,
    ).map(({ hit, who, figures }) => ({
      ...hit,
      message: 'The disk of “{who}” is full: {free} left.',
      data: { who, free: humanBytes(smallest(figures.flatMap(({ AvailableDiskBytes: bytes }) => bytes ?? []))) },
    })),
  ],
  explains: [
    { rule: 'upgrade/no-disk-space' },
    { rule: 'dr/snapshots-paused' },
    { rule: 'health/process-crash-loop', given: 'restarts' },
    { rule: 'health/process-restarted', given: 'restarts' },
  ],
  runbook: { id: 'disk-cleanup', step: 'where' },
  documentation: [`${DOCS.runbook}#disk-utilization`, `${DOCS.monitoring}#diskspace`],
  source: RUNBOOK,
  thresholds: ['diskFullPercent', 'diskFullMb'],
  fires: [
    {
      files: { 'metrics.jsonl': metricsEvents([{ AvailableDiskBytes: '61000000' }]) },
      says: 'The disk of “fra-ac-02” is full: 58',
      severity: 'error',
    },
    {
      files: {
        'df.txt': `${HEAD}tmpfs                  1.9G     0  1.9G   0% /dev/shm\n/dev/sda1              8.0G  8.0G     0 100% /opt\n`,
      },
      says: '/opt is full: 100% in use, 0 KB left',
      severity: 'error',
    },
    {
      files: { 'df.txt': `${HEAD}/dev/mapper/rhel-root  7.5G  7.2G  380M  95% /\n` },
      says: '95%',
    },
    {
      files: {
        'session.txt':
          '[admin@fra-ac-02 ~]$ sudo df -k /var\nFilesystem           1K-blocks      Used Available Use% Mounted on\n/dev/mapper/vg_system_volume-lv_var_log\n                       1572864   1476224     96640  94% /var\n[admin@fra-ac-02 ~]$ \n',
      },
      says: '94 MB left',
    },
    {
      files: {
        'inodes.txt':
          'Filesystem      Inodes   IUsed   IFree IUse% Mounted on\n/dev/sda3      1310720 1310720       0  100% /\n',
      },
      says: 'full of files',
    },
    { files: BLOCK('10:00:00', '0.31GB') + BLOCK('10:01:00', '0.07GB') + BLOCK('10:02:00', '0.06GB'), says: '61 MB' },
    {
      files: {
        'journal.txt': BLOCK('10:00:00', '0.31GB') + BLOCK('10:01:00', '0.07GB'),
        'df.txt': `${HEAD}/dev/sda3              7.8G  7.8G   72M 100% /\n`,
      },
      says: '72 MB left',
    },
  ],
  silent: [
    {
      'df.txt':
        'Filesystem      Size  Used Avail Use% Mounted on\n/dev/loop0       64M   64M     0 100% /snap/core20/1828\n/dev/sr0        1.1G  1.1G     0 100% /run/media/iso\ntmpfs            64M   63M  1.0M  99% /opt\n/dev/sda1       200M  150M   50M  76% /boot/efi\n/dev/sda2       960M  940M   20M  98% /boot\n/dev/sda3        14G  7.9G  5.9G  58% /\n',
    },
    {
      'df.txt':
        'Filesystem     Type      Size  Used Avail Use% Mounted on\nrootfs         squashfs  180M  180M     0 100% /opt\n/dev/sda3      xfs        14G   13G  1.3G  91% /\n',
    },
    BLOCK('10:00:00', '41.77GB') + BLOCK('10:01:00', '512.00MB'),
  ],
};

export default rule;
