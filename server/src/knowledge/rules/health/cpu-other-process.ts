import type { Rule } from '../../../engine/match/rule';
import { foreignCpuHits } from '../../../engine/facts/host/other-processes';
import { PROCESSES, RUNBOOK, DOCS } from '../../evidence';

const HEAD = 'USER         PID %CPU %MEM     VSZ    RSS TTY      STAT START   TIME COMMAND\n';
const CORES = 'Architecture:          x86_64\nCPU op-mode(s):        32-bit, 64-bit\nCPU(s):                2\n';
const CHILD = 'zscaler     3276 12.8  9.1 1688728 352876 ?        Sl   08:50  12:07 zpa-connector-child\n';
const BUSY_TOP =
  'top - 12:06:00 up 2 days,  2:52,  1 user,  load average: 4.61, 4.55, 4.52\nTasks: 148 total,   3 running, 145 sleeping,   0 stopped,   0 zombie\n%Cpu(s): 76.4 us, 17.6 sy,  0.0 ni,  4.0 id,  0.0 wa,  0.0 hi,  2.0 si,  0.0 st\n\n    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND\n';

const rule: Rule = {
  id: 'health/cpu-other-process',
  title: 'Another process takes the processor',
  severity: 'warning',
  means:
    'The processor is busy, and the process that takes most of it is none of Zscaler: a scanner, an agent, an update, another application on the same machine.',
  matters: 'The connector gets too little time and answers late. The cause lies with the owner of the machine.',
  doNext: 'Ask who runs this process, stop it or move it: a connector should have its machine for itself.',
  message: '{process} takes most of the processor ({raw}% of one core in {source}); it is no Zscaler process.',
  needs: [PROCESSES],
  evaluate: foreignCpuHits,
  explains: [{ rule: 'health/high-cpu' }, { rule: 'tunnel/app-rtt-delay' }, { rule: 'health/status-gap' }],
  runbook: { id: 'high-cpu', step: 'who' },
  documentation: [DOCS.runbook, `${DOCS.troubleshooting}#cpu`],
  source: RUNBOOK,
  thresholds: ['cpuWarningPercent', 'cpuErrorPercent', 'cpuIdlePercent'],
  fires: [
    {
      files: {
        'ps.txt': `# ps aux --sort=-pcpu | head -5\n${HEAD}root       12810  188  4.7 3042476 218764 ?        Sl   07:39 402:00 /opt/scanner/bin/scand --daemon\n${CHILD}`,
        'lscpu.txt': CORES,
      },
      says: 'scand takes most of the processor (188% of one core in ps)',
      severity: 'warning',
    },
    {
      files: {
        'top.txt': `${BUSY_TOP}  12810 root      20   0 3042476 122848  28328 R 171.3  5.6 402:03.24 clamscan\n   2914 zscaler   20   0 1618244 352061 109139 S  17.8   4.5  30:36.60 image.bin\n`,
      },
      says: 'clamscan',
      also: ['health/high-cpu'],
    },
  ],
  silent: [
    // The connector leads; the list itself leads for a moment; a core of many.
    {
      'top.txt': `${BUSY_TOP}   2914 zscaler   20   0 1618244 352061 109139 S 177.8   4.5 300:36.60 image.bin\n  12810 root      20   0 3042476 122848  28328 R  11.3  5.6   2:03.24 clamscan\n`,
    },
    {
      'ps.txt': `# ps aux --sort=-pcpu | head -5\n${HEAD}root        9876  200  0.0   10072   3400 pts/0    R+   12:06   0:00 ps aux --sort=-pcpu\n${CHILD}`,
      'lscpu.txt': CORES,
    },
    {
      'ps.txt': `# ps aux --sort=-pcpu | head -5\n${HEAD}root       12810 98.0  4.7 3042476 218764 ?        Sl   07:39  40:00 /opt/scanner/bin/scand --daemon\n${CHILD}`,
      'lscpu.txt': CORES,
    },
    {
      'ps.txt': `# ps aux --sort=-pcpu | head -5\n${HEAD}root       12810 98.0  4.7 3042476 218764 ?        Sl   07:39  40:00 /opt/scanner/bin/scand --daemon\n${CHILD}`,
    },
  ],
};

export default rule;
