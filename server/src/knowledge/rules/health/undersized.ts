import type { Rule } from '../../../engine/match/rule';
import { undersizedHits } from '../../../engine/facts/host/size';
import { DOCS, HOST_SIZE } from '../../evidence';

const LSCPU =
  'Architecture:          x86_64\nCPU op-mode(s):        32-bit, 64-bit\nByte Order:            Little Endian\n';
const FREE = '$ free -m\n               total        used        free      shared  buff/cache   available\n';

const rule: Rule = {
  id: 'health/undersized',
  title: 'The machine is too small for a connector',
  severity: 'warning',
  means:
    'The machine has fewer than 2 processors, less than 4 GB of memory (the kernel shows about 3.7 of them) or less than 8 GB of disk.',
  matters: 'Below the vendor’s least size a connector is slow, restarts, or cannot update itself.',
  doNext: 'Resize the machine, or replace it by a connector built from the present image.',
  message: 'The machine has only {what}: less than a connector needs.',
  needs: [HOST_SIZE],
  evaluate: undersizedHits,
  explains: [
    { rule: 'health/high-cpu' },
    { rule: 'health/high-memory' },
    { rule: 'health/swap-in-use' },
    { rule: 'tunnel/app-rtt-delay' },
    { rule: 'health/status-gap' },
  ],
  runbook: { id: 'sizing', step: 'look' },
  documentation: [`${DOCS.prerequisites}#SpecsAndSizing`, DOCS.runbook],
  source: {
    kind: 'documented',
    from: 'Zscaler Help: App Connector Deployment Prerequisites',
    url: `${DOCS.prerequisites}#SpecsAndSizing`,
  },
  thresholds: ['leastCpus', 'leastMemoryGib', 'leastDiskGib'],
  fires: [
    {
      files: { 'lscpu.txt': `${LSCPU}CPU(s):                1\nOn-line CPU(s) list:   0\n` },
      says: 'only 1 processor:',
    },
    {
      files: {
        'lscpu.txt': `${LSCPU}CPU(s):                1\n`,
        'meminfo.txt': 'MemTotal:         479384 kB\nMemFree:            6632 kB\nMemAvailable:      70348 kB\n',
        'df.txt':
          '$ df -h\nFilesystem      Size  Used Avail Use% Mounted on\n/dev/sda3       6.0G  2.1G  3.9G  35% /\n/dev/sda1       960M  271M  690M  29% /boot\n',
      },
      says: 'only 1 processor, 468.1 MB of memory, 6.0 GB of disk:',
    },
    {
      files: {
        'free.txt': `${FREE}Mem:            1990         985         363           9         641         853\nSwap:              0           0           0\n`,
      },
      says: '1.9 GB of memory',
    },
  ],
  silent: [
    // A machine of exactly the least size, as the kernel shows it.
    {
      'lscpu.txt': `${LSCPU}CPU(s):                2\n`,
      'free.txt': `${FREE}Mem:            3789         985         363           9        2441        2553\nSwap:              0           0           0\n`,
      'df.txt':
        '$ df -h\nFilesystem      Size  Used Avail Use% Mounted on\n/dev/sda3       7.9G  2.1G  5.8G  27% /\n/dev/sda1       960M  271M  690M  29% /boot\ntmpfs           1.5G  9.2M  1.5G   1% /run\n',
    },
    // Without the command nobody knows the unit.
    {
      'free.txt':
        '               total        used        free      shared  buff/cache   available\nMem:            7650        3185         263           9        3401        4353\nSwap:              0           0           0\n',
    },
  ],
};

export default rule;
