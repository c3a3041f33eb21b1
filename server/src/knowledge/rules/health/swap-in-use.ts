import type { Rule } from '../../../engine/match/rule';
import { swapHits } from '../../../engine/facts/host/memory';
import { DOCS, HOST_SWAP, inferred } from '../../evidence';

const rule: Rule = {
  id: 'health/swap-in-use',
  title: 'Swap is in use',
  severity: 'info',
  means:
    'More than a quarter of the swap is in use: at some time the memory was short and parts of programs went to disk. Images of Zscaler have no swap, so this machine was built otherwise.',
  matters: 'A connector whose memory lies on disk answers late. Swap that was filled long ago does no harm by itself.',
  doNext: 'See with vmstat whether si and so are above 0 now, and with ps which process holds the memory.',
  message: '{most}% of the swap{of} is in use ({source}).',
  needs: [HOST_SWAP],
  evaluate: swapHits,
  runbook: { id: 'high-memory', step: 'available' },
  documentation: [DOCS.runbook, DOCS.prerequisites],
  source: inferred('an output of a customer-built host in the vendor’s runbook, and that Zscaler images have no swap'),
  thresholds: ['swapPercent'],
  fires: [
    {
      files: {
        'meminfo.txt':
          'MemTotal:        7834521 kB\nMemFree:          110400 kB\nMemAvailable:    2610348 kB\nSwapTotal:       1049596 kB\nSwapFree:         606316 kB\n',
      },
      says: '42% of the swap of 1.0 GB is in use (/proc/meminfo)',
    },
    {
      files: {
        'top.txt':
          'top - 09:43:59 up 15:23,  2 users,  load average: 0.01, 0.07, 0.13\nTasks: 199 total,   2 running, 197 sleeping,   0 stopped,   0 zombie\n%Cpu(s):  3.4 us,  3.7 sy,  0.0 ni, 90.5 id,  1.0 wa,  0.0 hi,  1.4 si,  0.0 st\nKiB Mem :  7834521 total,     7220 free,   372796 used,    99368 buff/cache\nKiB Swap:  1049596 total,   594100 free,   455496 used.  4274280 avail Mem\n',
      },
      says: '43% of the swap',
    },
    {
      files: {
        'free.txt':
          '$ free -m\n               total        used        free      shared  buff/cache   available\nMem:            7650        3185         263           9        3401        4353\nSwap:           2047        1024        1023\n',
      },
      says: '50% of the swap of 2.0 GB',
    },
  ],
  silent: [
    {
      'free.txt':
        '$ free -m\n               total        used        free      shared  buff/cache   available\nMem:            7650        3185         263           9        3401        4353\nSwap:              0           0           0\n',
      'meminfo.txt':
        'MemTotal:        7834521 kB\nMemFree:          110400 kB\nMemAvailable:    2610348 kB\nSwapTotal:       1049596 kB\nSwapFree:         906316 kB\n',
    },
  ],
};

export default rule;
