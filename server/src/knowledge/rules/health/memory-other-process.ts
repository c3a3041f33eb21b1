import type { Rule } from '../../../engine/match/rule';
import { foreignMemoryHits } from '../../../engine/facts/host/other-processes';
import { DOCS, PROCESSES, RUNBOOK } from '../../evidence';

const PROMPT = '[root@fra-ac-02 ~]# ps aux --sort=-pmem | head -5\n';
const HEAD = 'USER         PID %CPU %MEM     VSZ    RSS TTY      STAT START   TIME COMMAND\n';

const rule: Rule = {
  id: 'health/memory-other-process',
  title: 'Another process holds the memory',
  severity: 'warning',
  means:
    'The memory of the machine is short, and the process that holds most of it is none of Zscaler, such as an agent for monitoring.',
  matters: 'The connector slows down and may be killed for memory that it does not use itself.',
  doNext: 'Ask who runs this process; restart, limit or remove it before adding memory.',
  message: '{process} holds {percent}% of the memory; it is no Zscaler process.',
  needs: [PROCESSES],
  evaluate: foreignMemoryHits,
  explains: [{ rule: 'health/high-memory' }, { rule: 'health/swap-in-use' }],
  runbook: { id: 'high-memory', step: 'who' },
  documentation: [DOCS.runbook, `${DOCS.troubleshooting}#memory`],
  source: RUNBOOK,
  thresholds: ['memoryWarningPercent'],
  fires: [
    {
      files: {
        'ps.txt': `${PROMPT}${HEAD}root       11880  0.1 84.7 15407036 13783844 ?      Sl   2024 142:16 /opt/omi/bin/omiagent 9 10 --destdir / --providerdir /opt/omi/lib\nzscaler    29894 63.2  6.7 2612760 1105444 ?        Sl   Feb15 15054:18 zpa-connector-child\nomsagent    1298  0.1  0.4  456520  69608 ?        Sl   2023 1180:34 /opt/microsoft/omsagent/bin/omsagent\n`,
      },
      says: 'omiagent holds 84.7% of the memory',
      severity: 'warning',
    },
    {
      files: {
        'ps.txt': `${PROMPT}${HEAD}root       11880  0.1 54.7 15407036 4283844 ?       Sl   09:14  42:16 /usr/bin/java -jar agent.jar\nzscaler    29894  3.2  6.7 2612760  525444 ?        Sl   09:14  54:18 zpa-connector-child\n`,
        'free.txt':
          '$ free -m\n               total        used        free      shared  buff/cache   available\nMem:            7650        7185          63           9         401         353\nSwap:              0           0           0\n',
      },
      says: 'java holds 54.7%',
      also: ['health/high-memory'],
    },
  ],
  silent: [
    // Threads of one process, each with the memory of all.
    {
      'top.txt': `top - 09:43:59 up 15:23,  2 users,  load average: 0.01, 0.07, 0.13\nThreads: 499 total,   2 running, 497 sleeping,   0 stopped,   0 zombie\n\n    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND\n${'  12810 root      20   0 3042476 122848  28328 S   0.3  35.6   2:03.24 java\n'.repeat(4)}`,
    },
    // Much for one program, but enough is left; the connector leads; shared memory counted many times.
    {
      'ps.txt': `${PROMPT}${HEAD}root       11880  0.1 54.7 15407036 4283844 ?       Sl   09:14  42:16 /usr/bin/java -jar agent.jar\nzscaler    29894  3.2  6.7 2612760  525444 ?        Sl   09:14  54:18 zpa-connector-child\n`,
    },
    {
      'ps.txt': `${PROMPT}${HEAD}zscaler    29894 63.2 86.7 2612760 7105444 ?        Sl   09:14 154:18 zpa-connector-child\nroot       11880  0.1  8.7  407036  683844 ?       Sl   09:14  42:16 /usr/bin/java -jar agent.jar\n`,
    },
    {
      'ps.txt': `${PROMPT}${HEAD}postgres   11880  0.1 34.7  407036  683844 ?       Ss   09:14  42:16 postgres: writer\npostgres   11881  0.1 33.7  407036  683844 ?       Ss   09:14  42:16 postgres: checkpointer\npostgres   11882  0.1 32.7  407036  683844 ?       Ss   09:14  42:16 postgres: walwriter\n`,
      'meminfo.txt': 'MemTotal:        7834521 kB\nMemFree:           66320 kB\nMemAvailable:    4610348 kB\n',
    },
  ],
};

export default rule;
