import { largest, smallest } from '../../../engine/basics/extremes';
import type { Rule } from '../../../engine/match/rule';
import { DOCS, HOST_LOAD, inferred } from '../../evidence';
import { metricsEvents } from '../../example-exports';
import { columnRuns } from '../../../engine/facts/column-runs';
import { highCpuHits } from '../../../engine/facts/host/high-cpu';
import { figureRuns } from '../../../engine/facts/lss/figures';
import type { Hit } from '../../../engine/match/rule';

const rule: Rule = {
  id: 'health/high-cpu',
  title: 'High CPU',
  severity: 'warning',
  means:
    'The processor of the machine is busy, or the connector takes most of it: by the status header, by the metrics of the Log Streaming Service, by ps and top (divided by the number of cores), or by the idle time of top and vmstat. Three samples or three minutes over 90% are an error; a single moment over 90% is a warning.',
  matters: 'Sessions are slow, health reports and status blocks come late.',
  doNext: 'See with ps which process it is and count the cores with lscpu; then add connectors or cores.',
  message: 'CPU was up to {most}% over {count} status blocks.',
  needs: [{ ...HOST_LOAD, anyOf: [...HOST_LOAD.anyOf, 'lss-events:connector-metrics'] }],
  evaluate: (facts, thresholds) => [
    ...columnRuns(facts, 'CPU.Util', 'header', (value) => value > thresholds.cpuWarningPercent)
      .filter(({ hit }) => hit.count >= 3)
      .map(
        ({ hit, values }): Hit => ({
          ...hit,
          severity: smallest(values) > thresholds.cpuErrorPercent ? 'error' : 'warning',
          data: { most: largest(values) },
        }),
      ),
    ...highCpuHits(facts, thresholds),
    ...figureRuns(facts, 'CPUUtilization', ({ CPUUtilization: percent }) =>
      percent === undefined ? null : percent > thresholds.cpuWarningPercent,
    )
      .filter(({ hit }) => hit.count >= 3)
      .map(({ hit, who, figures }): Hit => {
        const percents = figures.flatMap(({ CPUUtilization: percent }) => percent ?? []);
        return {
          ...hit,
          severity: smallest(percents) > thresholds.cpuErrorPercent ? 'error' : 'warning',
          message: 'CPU of “{who}” was up to {most}% in {count} events of the Log Streaming Service in a row.',
          data: { who, most: largest(percents) },
        };
      }),
  ],
  explains: [{ rule: 'tunnel/app-rtt-delay' }, { rule: 'health/status-gap' }],
  runbook: { id: 'high-cpu', step: 'who' },
  documentation: [DOCS.monitoring, `${DOCS.troubleshooting}#cpu`],
  source: inferred('figures of the vendor, see the thresholds'),
  thresholds: ['cpuWarningPercent', 'cpuErrorPercent', 'cpuIdlePercent'],
  fires: [
    {
      files: {
        'metrics.jsonl': metricsEvents(['41', '93', '97', '95', '44'].map((CPUUtilization) => ({ CPUUtilization }))),
      },
      says: 'up to 97% in 3 events',
      severity: 'error',
    },
    {
      files: {
        'ps.txt':
          '[root@fra-ac-02 ~]# ps aux --sort=-pcpu | head -5\nUSER         PID %CPU %MEM     VSZ    RSS TTY      STAT START   TIME COMMAND\nzscaler     3276 378.0 9.1 1688728 352876 ?        Sl   08:50 112:07 zpa-connector-child\nroot         702  0.2  0.5  374480  41120 ?        Ssl  08:50   0:20 /usr/sbin/rsyslogd -n\n',
        'lscpu.txt': 'Architecture:          x86_64\nCPU op-mode(s):        32-bit, 64-bit\nCPU(s):                4\n',
      },
      says: 'up to 95% of the machine in the one moment shown (ps: 378% of one core, 4 in all)',
      severity: 'warning',
    },
    {
      files: {
        'ps.txt':
          '$ ps aux --sort=-pcpu | head -3\nUSER         PID %CPU %MEM     VSZ    RSS TTY      STAT START   TIME COMMAND\nzscaler     3276 98.0  9.1 1688728 352876 ?        Sl   08:50  32:07 zpa-connector-child\n',
      },
      says: 'zpa-connector-child used 98% of one core',
      severity: 'warning',
    },
    {
      files: {
        'top.txt':
          'top - 12:06:00 up 2 days,  2:52,  1 user,  load average: 4.61, 4.55, 4.52\nTasks: 148 total,   3 running, 145 sleeping,   0 stopped,   0 zombie\n%Cpu(s): 76.4 us, 17.6 sy,  0.0 ni,  4.0 id,  0.0 wa,  0.0 hi,  2.0 si,  0.0 st\nMiB Mem :   7650.9 total,   3863.9 free,   1185.4 used,   2601.6 buff/cache\nMiB Swap:      0.0 total,      0.0 free,      0.0 used.   6153.3 avail Mem\n\n    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND\n   2914 zscaler   20   0 1618244 352061 109139 S 177.8   4.5 300:36.60 image.bin\n    702 root      20   0  374480  41120  12747 S   0.2   0.5   0:20.64 rsyslogd\n',
      },
      says: 'up to 96% busy',
      severity: 'warning',
    },
    {
      files: {
        'vmstat.txt':
          '# vmstat 60 5\nprocs -----------memory---------- ---swap-- -----io---- -system-- ------cpu-----\n r  b   swpd   free   buff  cache   si   so    bi    bo   in   cs us sy id wa st\n 2  0      0 912340   2104 812340    0    0    12    38  961 1874 12  8 80  0  0\n 6  0      0 912340   2104 812340    0    0    12    38  961 1874 72 24  4  0  0\n 7  0      0 912340   2104 812340    0    0    12    38  961 1874 73 24  3  0  0\n 6  0      0 912340   2104 812340    0    0    12    38  961 1874 74 21  5  0  0\n',
      },
      says: 'up to 97% busy in 3 samples in a row (vmstat)',
      severity: 'error',
    },
    {
      files: {
        'cpu_report.txt':
          'fra-ac-02\nArchitecture:          x86_64\nCPU op-mode(s):        32-bit, 64-bit\nCPU(s):                2\nWed Jan 21 09:00:00 UTC 2026\nps aux --sort=-pcpu | head -5\nUSER         PID %CPU %MEM     VSZ    RSS TTY      STAT START   TIME COMMAND\nzscaler     3276  162  9.1 1688728 352876 ?        Sl   08:50  16:12 zpa-connector-child\nWed Jan 21 09:01:00 UTC 2026\nps aux --sort=-pcpu | head -5\nUSER         PID %CPU %MEM     VSZ    RSS TTY      STAT START   TIME COMMAND\nzscaler     3276  163  9.1 1688728 352876 ?        Sl   08:50  18:02 zpa-connector-child\nWed Jan 21 09:02:00 UTC 2026\nps aux --sort=-pcpu | head -5\nUSER         PID %CPU %MEM     VSZ    RSS TTY      STAT START   TIME COMMAND\nzscaler     3276  164  9.1 1688728 352876 ?        Sl   08:50  19:44 zpa-connector-child\n',
      },
      says: 'up to 82% of the machine in 3 samples in a row',
      severity: 'warning',
    },
    {
      files:
        'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=31%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=82%|0%|2|2:Uptime=3M:6S --------\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=31%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=82%|0%|2|2:Uptime=3M:6S --------\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=31%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=82%|0%|2|2:Uptime=3M:6S --------\nJan 27 09:03:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=31%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=82%|0%|2|2:Uptime=3M:6S --------\nJan 27 09:04:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=31%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=82%|0%|2|2:Uptime=3M:6S --------\n',
      says: '82%',
      severity: 'warning',
    },
    {
      files:
        'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=31%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=97%|0%|2|2:Uptime=3M:6S --------\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=31%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=97%|0%|2|2:Uptime=3M:6S --------\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=31%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=97%|0%|2|2:Uptime=3M:6S --------\nJan 27 09:03:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=31%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=97%|0%|2|2:Uptime=3M:6S --------\nJan 27 09:04:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=31%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=97%|0%|2|2:Uptime=3M:6S --------\n',
      says: '97%',
      severity: 'error',
    },
  ],
  silent: [
    // A peak between quiet figures, and a busy moment that is not yet three.
    {
      'metrics.jsonl': metricsEvents(
        ['22', '97', '31', '88', '93', '24'].map((CPUUtilization) => ({ CPUUtilization })),
      ),
    },
    // Nearly two cores of four, and top that shows the rest at rest.
    {
      'ps.txt':
        '$ ps aux --sort=-pcpu | head -3\nUSER         PID %CPU %MEM     VSZ    RSS TTY      STAT START   TIME COMMAND\nzscaler     3276  198  9.1 1688728 352876 ?        Sl   08:50  32:07 zpa-connector-child\n',
      'lscpu.txt': 'Architecture:          x86_64\nCPU op-mode(s):        32-bit, 64-bit\nCPU(s):                4\n',
    },
    {
      'top.txt':
        'top - 12:06:00 up 2 days,  2:52,  1 user,  load average: 1.61, 1.55, 1.52\nTasks: 148 total,   3 running, 145 sleeping,   0 stopped,   0 zombie\n%Cpu(s): 20.4 us,  4.6 sy,  0.0 ni, 75.0 id,  0.0 wa,  0.0 hi,  0.0 si,  0.0 st\n\n    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND\n   2914 zscaler   20   0 1618244 352061 109139 S  99.8   4.5 300:36.60 image.bin\n',
    },
    // Idle but for a disk; a list that was just started; a moment of load among quiet ones.
    {
      'top.txt':
        'top - 12:06:00 up 2 days,  2:52,  1 user,  load average: 1.61, 1.55, 1.52\nTasks: 148 total,   3 running, 145 sleeping,   0 stopped,   0 zombie\n%Cpu(s):  2.4 us,  4.6 sy,  0.0 ni,  5.0 id, 88.0 wa,  0.0 hi,  0.0 si,  0.0 st\n',
      'ps.txt':
        '$ ps aux --sort=-pcpu | head -3\nUSER         PID %CPU %MEM     VSZ    RSS TTY      STAT START   TIME COMMAND\nroot        9876  150  0.0   10072   3400 pts/0    R+   12:06   0:00 ps aux --sort=-pcpu\n',
      'vmstat.txt':
        '# vmstat 60 4\nprocs -----------memory---------- ---swap-- -----io---- -system-- ------cpu-----\n r  b   swpd   free   buff  cache   si   so    bi    bo   in   cs us sy id wa st\n 2  0      0 912340   2104 812340    0    0    12    38  961 1874 12  8 80  0  0\n 6  0      0 912340   2104 812340    0    0    12    38  961 1874 72 24  4  0  0\n 7  0      0 912340   2104 812340    0    0    12    38  961 1874 13 14 73  0  0\n 6  0      0 912340   2104 812340    0    0    12    38  961 1874 74 21  5  0  0\n',
    },
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=31%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=40%|0%|2|2:Uptime=3M:6S --------\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=31%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=40%|0%|2|2:Uptime=3M:6S --------\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=31%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=40%|0%|2|2:Uptime=3M:6S --------\nJan 27 09:03:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=31%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=40%|0%|2|2:Uptime=3M:6S --------\nJan 27 09:04:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=31%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=40%|0%|2|2:Uptime=3M:6S --------\n',
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=31%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=99%|0%|2|2:Uptime=3M:6S --------\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=31%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=12%|0%|2|2:Uptime=3M:6S --------\n',
  ],
};

export default rule;
