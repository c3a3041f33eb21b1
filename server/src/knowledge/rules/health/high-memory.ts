import { largest } from '../../../engine/basics/extremes';
import type { Rule } from '../../../engine/match/rule';
import { DOCS, HOST_MEMORY, inferred } from '../../evidence';
import { metricsEvents } from '../../example-exports';
import { columnRuns } from '../../../engine/facts/column-runs';
import { figureRuns } from '../../../engine/facts/lss/figures';
import { lowMemoryHits } from '../../../engine/facts/host/memory';
import type { Hit } from '../../../engine/match/rule';

const rule: Rule = {
  id: 'health/high-memory',
  title: 'High memory',
  severity: 'warning',
  means:
    'The memory of the machine is nearly used up: less than 10% can still be had (less than 3%: error), by /proc/meminfo, free, top, the status header or the events of the Log Streaming Service. Caches count as available, as they give way.',
  matters: 'The machine slows down, and the kernel kills processes when memory runs out.',
  doNext: 'See with ps which process holds it; then add memory or connectors.',
  message: 'Memory in use was up to {most}% over {count} status blocks.',
  needs: [{ ...HOST_MEMORY, anyOf: [...HOST_MEMORY.anyOf, 'lss-events:connector-metrics'] }],
  evaluate: (facts, thresholds) => [
    ...columnRuns(facts, 'Mem.System', 'header', (value) => value > thresholds.memoryWarningPercent)
      .filter(({ hit }) => hit.count >= 3)
      .map(
        ({ hit, values }): Hit => ({
          ...hit,
          severity: largest(values) > thresholds.memoryErrorPercent ? 'error' : 'warning',
          data: { most: largest(values) },
        }),
      ),
    ...lowMemoryHits(facts, thresholds),
    ...figureRuns(facts, 'SystemMemoryUtilization', ({ SystemMemoryUtilization: percent }) =>
      percent === undefined ? null : percent > thresholds.memoryWarningPercent,
    )
      .filter(({ hit }) => hit.count >= 3)
      .map(({ hit, who, figures }): Hit => {
        const most = largest(figures.flatMap(({ SystemMemoryUtilization: percent }) => percent ?? []));
        return {
          ...hit,
          severity: most > thresholds.memoryErrorPercent ? 'error' : 'warning',
          message: 'Memory of “{who}” was up to {most}% in {count} events of the Log Streaming Service in a row.',
          data: { who, most },
        };
      }),
  ],
  explains: [{ rule: 'health/swap-in-use' }],
  runbook: { id: 'high-memory', step: 'who' },
  documentation: [DOCS.monitoring, `${DOCS.troubleshooting}#memory`],
  source: inferred('figures of the vendor, see the thresholds'),
  thresholds: ['memoryWarningPercent', 'memoryErrorPercent'],
  fires: [
    {
      files: {
        'metrics.jsonl': metricsEvents(
          ['92', '93', '94'].map((SystemMemoryUtilization) => ({ SystemMemoryUtilization })),
        ),
      },
      says: 'up to 94% in 3 events',
      severity: 'warning',
    },
    {
      files: {
        'meminfo.txt':
          'MemTotal:        7834521 kB\nMemFree:          110400 kB\nMemAvailable:     610348 kB\nBuffers:            2104 kB\nCached:           470956 kB\nSwapTotal:             0 kB\nSwapFree:              0 kB\n',
      },
      says: 'Only 7.8% of the memory (7.5 GB) is available (/proc/meminfo)',
      severity: 'warning',
    },
    {
      files: {
        'free.txt':
          '$ free -h\n              total        used        free      shared  buff/cache   available\nMem:          7.5Gi       7.2Gi       110Mi       9.0Mi       180Mi       150Mi\nSwap:            0B          0B          0B\n',
      },
      says: 'Only 2% of the memory (7.5 GB) is available (free)',
      severity: 'error',
    },
    {
      files: {
        'free.txt':
          '# free -m\n             total       used       free     shared    buffers     cached\nMem:          7650       7590         60          9         20        200\n-/+ buffers/cache:       7370        280\nSwap:            0          0          0\n',
      },
      says: 'Only 3.7%',
      severity: 'warning',
    },
    {
      files: {
        'free.txt':
          '             total       used       free\nMem:       7834521    7380000     110000\nSwap:            0          0          0\n',
      },
      says: 'Only 5.8% of the memory (7.5 GB) is available (free)',
      severity: 'warning',
    },
    {
      files: {
        'top.txt':
          'top - 12:06:00 up 2 days,  2:52,  1 user,  load average: 0.61, 0.55, 0.52\nTasks: 148 total,   1 running, 147 sleeping,   0 stopped,   0 zombie\n%Cpu(s): 12.4 us,  7.6 sy,  0.0 ni, 80.0 id,  0.0 wa,  0.0 hi,  0.0 si,  0.0 st\nMiB Mem :   7650.9 total,    163.9 free,   7185.4 used,    301.6 buff/cache\nMiB Swap:      0.0 total,      0.0 free,      0.0 used.    353.3 avail Mem\n',
      },
      says: '(top)',
      severity: 'warning',
    },
    {
      files:
        'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=93%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=12%|0%|2|2:Uptime=3M:6S --------\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=93%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=12%|0%|2|2:Uptime=3M:6S --------\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=93%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=12%|0%|2|2:Uptime=3M:6S --------\nJan 27 09:03:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=93%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=12%|0%|2|2:Uptime=3M:6S --------\nJan 27 09:04:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=93%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=12%|0%|2|2:Uptime=3M:6S --------\n',
      says: '93%',
      severity: 'warning',
    },
    {
      files:
        'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=98%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=12%|0%|2|2:Uptime=3M:6S --------\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=98%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=12%|0%|2|2:Uptime=3M:6S --------\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=98%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=12%|0%|2|2:Uptime=3M:6S --------\nJan 27 09:03:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=98%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=12%|0%|2|2:Uptime=3M:6S --------\nJan 27 09:04:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=98%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=12%|0%|2|2:Uptime=3M:6S --------\n',
      says: '98%',
      severity: 'error',
    },
  ],
  silent: [
    // Hardly any free memory, but caches that give way.
    {
      'meminfo.txt':
        'MemTotal:        7834521 kB\nMemFree:           66320 kB\nMemAvailable:    4610348 kB\nBuffers:            2104 kB\nCached:          4470956 kB\n',
      'free.txt':
        '# free -m\n             total       used       free     shared    buffers     cached\nMem:          7650       7590         60          9         20       4200\n-/+ buffers/cache:       3370       4280\nSwap:            0          0          0\n',
      'top.txt':
        'top - 12:06:00 up 2 days,  2:52,  1 user,  load average: 0.61, 0.55, 0.52\nTasks: 148 total,   1 running, 147 sleeping,   0 stopped,   0 zombie\nKiB Mem:   7834521 total,  7768201 used,    66320 free,    20480 buffers\nKiB Swap:        0 total,        0 used,        0 free.  4300800 cached Mem\n',
    },
    // An old version whose columns of caches were cut away: nobody knows what gives way.
    {
      'free.txt':
        '$ free | cut -c1-44\n             total       used       free\nMem:       7834521    7724521     110000\n',
    },
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=60%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=12%|0%|2|2:Uptime=3M:6S --------\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=60%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=12%|0%|2|2:Uptime=3M:6S --------\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=60%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=12%|0%|2|2:Uptime=3M:6S --------\nJan 27 09:03:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=60%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=12%|0%|2|2:Uptime=3M:6S --------\nJan 27 09:04:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=60%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=12%|0%|2|2:Uptime=3M:6S --------\n',
  ],
};

export default rule;
