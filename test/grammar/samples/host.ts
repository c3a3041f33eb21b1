import { BAD, COLUMN, COMMAND, LABEL, NOTABLE, NUMBER, PROCESS, QUIET } from './sample';
import type { Samples } from './sample';

export const host: Samples = {
  lscpu: [
    {
      text: 'Architecture:             x86_64\nCPU(s):                   4\n  Model name:             Intel(R) Xeon(R) Gold 6338 CPU @ 2.00GHz\n    Flags:                fpu vme de\n',
      words: [
        ['Architecture', LABEL],
        ['CPU(s)', LABEL],
        ['2.00GHz', NUMBER],
        ['fpu', QUIET],
      ],
    },
    {
      text: '[root@h ~]# lscpu\nHypervisor vendor:     VMware\nL1d cache:             48K\n',
      words: [
        ['lscpu', COMMAND],
        ['VMware', 'string'],
        ['48K', NUMBER],
      ],
    },
  ],
  meminfo: [
    { text: 'MemTotal:         479384 kB\nActive(anon):     103008 kB\n', words: [['MemTotal', LABEL], ['103008', NUMBER]] },
    { text: '$ grep Mem /proc/meminfo\nMemFree: 210400 kB\n', words: [['grep', COMMAND], ['210400 kB', NUMBER]] },
  ],
  free: [
    {
      text: '               total        used        free      shared  buff/cache   available\nMem:            7650        1185        3863           9        2601        6153\n',
      words: [['total', COLUMN], ['Mem', LABEL], ['6153', NUMBER]],
    },
    {
      text: '             total       used       free     shared    buffers     cached\n-/+ buffers/cache:    2180000    1700000\nSwap:            0B          0B          0B\n',
      words: [['cached', COLUMN], ['-/+ buffers/cache', LABEL], ['0B', NUMBER]],
    },
  ],
  vmstat: [
    {
      text: 'procs -----------memory---------- ---swap-- -----io---- -system-- ------cpu-----\n r  b   swpd   free   buff  cache   si   so    bi    bo   in   cs us sy id wa st\n 3  1 470856   7724      0 109024    0    0     0    12  961 1874 60 20  7  1 14\n',
      words: [['procs', COLUMN], ['swpd', COLUMN], ['470856', NUMBER], ['14\n', BAD]],
    },
    {
      text: ' r  b   swpd   free  inact active   si   so    bi    bo   in   cs us sy id wa\n 0  0      0 812340  40960 512000    0    0     1     4   12   33  1  0 99  0\n',
      words: [['inact', COLUMN], ['99', NUMBER]],
    },
  ],
  ps: [
    {
      text: 'USER         PID %CPU %MEM     VSZ    RSS TTY      STAT START   TIME COMMAND\nzscaler     3276 97.8  4.3 1543024 333256 ?        Sl   09:14  30:36 zpa-connector-child\n',
      words: [['PID', COLUMN], ['97.8', BAD], ['333256', NUMBER], ['zpa-connector-child', PROCESS]],
    },
    {
      text: 'UID          PID    PPID  C STIME TTY          TIME CMD\nroot       14265    1  0 08:51 ?        00:00:54 [yum] <defunct>\n',
      words: [['CMD', COLUMN], ['<defunct>', BAD]],
    },
  ],
  top: [
    {
      text: 'top - 12:06:00 up   2:52,  1 user,  load average: 0.61, 0.55, 0.52\nTasks: 148 total,   1 running, 147 sleeping,   0 stopped,   2 zombie\n%Cpu(s): 12.4 us,  7.6 sy,  0.0 ni, 68.0 id,  0.0 wa,  0.0 hi,  0.0 si, 12.0 st\n',
      words: [['load average', LABEL], ['0.61', NUMBER], ['2 zombie', NOTABLE], ['%Cpu(s)', LABEL], ['12.0 st', BAD]],
    },
    {
      text: '    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND\n   3276 zscaler    20   0    1.5g   340m    12m R  96.2   9.0  30:36.60 image.bin\n',
      words: [['PID', COLUMN], ['1.5g', NUMBER], ['96.2', BAD], ['image.bin', PROCESS]],
    },
  ],
};
