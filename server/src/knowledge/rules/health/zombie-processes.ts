import type { Rule } from '../../../engine/match/rule';
import { zombieHits } from '../../../engine/facts/host/zombies';
import { DOCS, PROCESSES, inferred } from '../../evidence';

const HEAD = 'USER         PID %CPU %MEM     VSZ    RSS TTY      STAT START   TIME COMMAND\n';
const CHILD = 'zscaler    14216  4.3  2.6 1688728 212876 ?        Sl   08:50   2:00 zpa-connector-child\n';

const rule: Rule = {
  id: 'health/zombie-processes',
  title: 'Zombie processes',
  severity: 'info',
  means: 'Processes have ended and their parents have not taken notice (state Z, <defunct>).',
  matters:
    'A few are harmless: they hold no memory. A number that grows shows a faulty parent and uses up process numbers.',
  doNext: 'Find the parent with ps -eo pid,ppid,stat,cmd and restart it where the number grows.',
  message: '{number}{names}: ended, but not yet taken notice of by the parent.',
  needs: [PROCESSES],
  evaluate: zombieHits,
  runbook: { id: 'high-cpu', step: 'who' },
  documentation: [DOCS.runbook],
  source: inferred('the meaning of state Z in ps and top'),
  fires: [
    {
      files: {
        'ps.txt': `# ps aux --sort=-pcpu | head -5\n${HEAD}${CHILD}root       14265  1.9  0.0       0      0 ?        ZN   08:51   0:54 [yumBackend.py] <defunct>\n`,
      },
      says: '1 process is a zombie (yumBackend.py)',
    },
    {
      files: {
        'top.txt':
          'top - 09:43:59 up 15:23,  2 users,  load average: 0.01, 0.07, 0.13\nTasks: 199 total,   2 running, 195 sleeping,   0 stopped,   2 zombie\n%Cpu(s):  3.4 us,  3.7 sy,  0.0 ni, 90.5 id,  1.0 wa,  0.0 hi,  1.4 si,  0.0 st\n',
      },
      says: '2 processes are zombies:',
    },
  ],
  silent: [
    {
      'ps.txt': `# ps aux --sort=-pcpu | head -5\n${HEAD}${CHILD}root       14265  1.9  0.0   10000   1200 ?        SN   08:51   0:54 /usr/bin/zombie-hunter\n`,
      'top.txt':
        'top - 09:43:59 up 15:23,  2 users,  load average: 0.01, 0.07, 0.13\nTasks: 199 total,   2 running, 197 sleeping,   0 stopped,   0 zombie\n',
    },
  ],
};

export default rule;
