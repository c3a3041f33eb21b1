import type { Rule } from '../../../engine/match/rule';
import { DOCS, inferred, statusLine } from '../../evidence';
import { columnRuns } from '../../../engine/facts/column-runs';

const rule: Rule = {
  id: 'health/cpu-steal',
  title: 'CPU steal is high',
  severity: 'warning',
  means: 'The hypervisor gave the processor time of this machine to others.',
  matters: 'The connector answers late and its status blocks come late.',
  doNext: 'Ask for a less busy host or reserved CPU.',
  message: 'CPU steal was up to {most}% in {count} status blocks: the hypervisor is overbooked.',
  needs: [statusLine('header', 'CPU figures in their header')],
  evaluate: (facts, thresholds) =>
    columnRuns(facts, 'CPU.Steal', 'header', (value) => value > thresholds.cpuStealPercent)
      .filter(({ hit }) => hit.count >= 3)
      .map(({ hit, values }) => ({ ...hit, data: { most: Math.max(...values) } })),
  explains: [{ rule: 'tunnel/app-rtt-delay' }, { rule: 'health/status-gap' }],
  runbook: { id: 'high-cpu', step: 'steal' },
  documentation: [DOCS.monitoring],
  source: inferred('figures of the vendor, see the thresholds'),
  thresholds: ['cpuStealPercent'],
  fires: [
    {
      files:
        'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=31%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=12%|18%|2|2:Uptime=3M:6S --------\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=31%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=12%|18%|2|2:Uptime=3M:6S --------\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=31%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=12%|18%|2|2:Uptime=3M:6S --------\nJan 27 09:03:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=31%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=12%|18%|2|2:Uptime=3M:6S --------\nJan 27 09:04:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=31%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=12%|18%|2|2:Uptime=3M:6S --------\n',
      says: '18%',
    },
  ],
  silent: [
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=31%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=12%|2%|2|2:Uptime=3M:6S --------\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=31%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=12%|2%|2|2:Uptime=3M:6S --------\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=31%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=12%|2%|2|2:Uptime=3M:6S --------\nJan 27 09:03:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=31%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=12%|2%|2|2:Uptime=3M:6S --------\nJan 27 09:04:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=31%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=12%|2%|2|2:Uptime=3M:6S --------\n',
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=31%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=12%|40%|2|2:Uptime=3M:6S --------\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=31%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=12%|0%|2|2:Uptime=3M:6S --------\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=31%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=12%|0%|2|2:Uptime=3M:6S --------\n',
  ],
};

export default rule;
