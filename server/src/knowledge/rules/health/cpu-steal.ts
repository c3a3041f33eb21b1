import { largest } from '../../../engine/basics/extremes';
import type { Rule } from '../../../engine/match/rule';
import { DOCS, inferred } from '../../evidence';
import { columnRuns } from '../../../engine/facts/column-runs';
import { stealHits } from '../../../engine/facts/host/steal';

const rule: Rule = {
  id: 'health/cpu-steal',
  title: 'CPU steal is high',
  severity: 'warning',
  means:
    'In several samples in a row the hypervisor gave processor time of this machine to others (Steal in the status header, st in top and vmstat).',
  matters: 'The connector answers late and its status blocks come late.',
  doNext: 'Ask for a less busy host or reserved CPU.',
  message: 'CPU steal was up to {most}% in {count} status blocks: the hypervisor is overbooked.',
  needs: [
    {
      anyOf: ['status-block:header', 'top', 'vmstat'],
      missing: 'several samples of CPU steal',
      command: 'vmstat 60 5 > vmstat.txt',
    },
  ],
  evaluate: (facts, thresholds) => [
    ...columnRuns(facts, 'CPU.Steal', 'header', (value) => value > thresholds.cpuStealPercent)
      .filter(({ hit }) => hit.count >= 3)
      .map(({ hit, values }) => ({ ...hit, data: { most: largest(values) } })),
    ...stealHits(facts, thresholds),
  ],
  explains: [{ rule: 'tunnel/app-rtt-delay' }, { rule: 'health/status-gap' }],
  runbook: { id: 'high-cpu', step: 'steal' },
  documentation: [DOCS.monitoring],
  source: inferred('figures of the vendor, see the thresholds'),
  thresholds: ['cpuStealPercent'],
  fires: [
    {
      files: {
        'vmstat.txt':
          '# vmstat 60 5\nprocs -----------memory---------- ---swap-- -----io---- -system-- ------cpu-----\n r  b   swpd   free   buff  cache   si   so    bi    bo   in   cs us sy id wa st\n 2  0      0 912340   2104 812340    0    0    12    38  961 1874 32 18 49  0  1\n 2  0      0 912340   2104 812340    0    0    12    38  961 1874 32 18 30  0 20\n 2  0      0 912340   2104 812340    0    0    12    38  961 1874 32 18 28  0 22\n 2  0      0 912340   2104 812340    0    0    12    38  961 1874 32 18 35  0 15\n',
      },
      says: 'up to 22% in 3 samples of vmstat',
    },
    {
      files: {
        'top.txt':
          'top - 12:01:00 up 2 days,  2:52,  1 user,  load average: 0.61, 0.55, 0.52\nTasks: 148 total,   1 running, 147 sleeping,   0 stopped,   0 zombie\n%Cpu(s): 12,4 us,  7,6 sy,  0,0 ni, 63,0 id,  0,0 wa,  0,0 hi,  0,0 si, 17,0 st\n\ntop - 12:02:00 up 2 days,  2:52,  1 user,  load average: 0.61, 0.55, 0.52\nTasks: 148 total,   1 running, 147 sleeping,   0 stopped,   0 zombie\n%Cpu(s): 12,4 us,  7,6 sy,  0,0 ni, 62,0 id,  0,0 wa,  0,0 hi,  0,0 si, 18,0 st\n\ntop - 12:03:00 up 2 days,  2:52,  1 user,  load average: 0.61, 0.55, 0.52\nTasks: 148 total,   1 running, 147 sleeping,   0 stopped,   0 zombie\n%Cpu(s): 12,4 us,  7,6 sy,  0,0 ni, 66,0 id,  0,0 wa,  0,0 hi,  0,0 si, 14,0 st\n\n',
      },
      says: 'up to 18% in 3 samples of top',
    },
    {
      files:
        'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=31%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=12%|18%|2|2:Uptime=3M:6S --------\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=31%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=12%|18%|2|2:Uptime=3M:6S --------\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=31%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=12%|18%|2|2:Uptime=3M:6S --------\nJan 27 09:03:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=31%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=12%|18%|2|2:Uptime=3M:6S --------\nJan 27 09:04:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=31%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=12%|18%|2|2:Uptime=3M:6S --------\n',
      says: '18%',
    },
  ],
  silent: [
    {
      'top.txt':
        'top - 12:01:00 up 2 days,  2:52,  1 user,  load average: 0.61, 0.55, 0.52\nTasks: 148 total,   1 running, 147 sleeping,   0 stopped,   0 zombie\n%Cpu(s): 12,4 us,  7,6 sy,  0,0 ni, 41,0 id,  0,0 wa,  0,0 hi,  0,0 si, 39,0 st\n\n',
      'vmstat.txt':
        '# vmstat 60 5\nprocs -----------memory---------- ---swap-- -----io---- -system-- ------cpu-----\n r  b   swpd   free   buff  cache   si   so    bi    bo   in   cs us sy id wa st\n 2  0      0 912340   2104 812340    0    0    12    38  961 1874 32 18 20  0 30\n 2  0      0 912340   2104 812340    0    0    12    38  961 1874 32 18 30  0 20\n 2  0      0 912340   2104 812340    0    0    12    38  961 1874 32 18 48  0  2\n 2  0      0 912340   2104 812340    0    0    12    38  961 1874 32 18 35  0 15\n',
    },
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=31%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=12%|2%|2|2:Uptime=3M:6S --------\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=31%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=12%|2%|2|2:Uptime=3M:6S --------\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=31%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=12%|2%|2|2:Uptime=3M:6S --------\nJan 27 09:03:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=31%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=12%|2%|2|2:Uptime=3M:6S --------\nJan 27 09:04:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=31%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=12%|2%|2|2:Uptime=3M:6S --------\n',
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=31%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=12%|40%|2|2:Uptime=3M:6S --------\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=31%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=12%|0%|2|2:Uptime=3M:6S --------\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=31%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=12%|0%|2|2:Uptime=3M:6S --------\n',
  ],
};

export default rule;
