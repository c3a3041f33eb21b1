import type { Rule } from '../../../engine/match/rule';
import { cutEnds, lateStarts } from '../../../engine/facts/truncation';
import { DOCS, inferred } from '../../evidence';

const line = (time: string, text: string): string => `Jan 20 ${time} fra-ac-02 zpa-connector-child[3276]: ${text}\n`;
const head = (time: string): string =>
  line(time, '-------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1 --------') +
  line(time, 'Certificate will expire in 227 days, 21 hours, 26 minutes, 13 seconds');
const rest = (time: string, state = 'fohh_connection_connected', down = 0): string =>
  line(
    time,
    `Broker control connection, state ${state}, [10.20.4.17]:45657;broker5a.fra4.prod.zpath.net:[203.0.113.61]:443;5 uptime 39S, RTT (tcp|app): 9192|3619 us, disconnect_duration_s ${String(down)}, tx_b 47659, rx_b 24313`,
  ) + line(time, 'Time skew: local time lags cloud time by 0.001620s');
const block = (time: string): string => head(time) + rest(time);
const BLOCKS = ['10:00:00', '10:01:00', '10:02:00', '10:03:00'].map(block).join('');
/** A whole dump has 38 allocators. */
const rows = (count: number): string =>
  Array.from(
    { length: count },
    (_, index) =>
      `zpn_pool_${String(index)}: Alloc: ${String(900 + index)} 460800, Free: 880 450560, Drain: 0 0, Out: 20 10240 0.010mb Overhead: 0.001mb (64)\n`,
  ).join('');
const TOTAL =
  'Total: Alloc: 30000 460800000, Free: 29000 450560000, Drain: 0 0, Out: 1000 10240000 9.766mb Overhead: 0.100mb (64)\n';

const rule: Rule = {
  id: 'bundle/truncated',
  title: 'Part of the evidence is cut off',
  severity: 'info',
  means:
    'A file ends in the middle of a block, of a dump or (at a round size) of a line, or a journal begins after the outage that it shows had begun.',
  matters: 'What happened before or after the cut is not in the bundle, and silence about it proves nothing.',
  doNext: 'Collect the file again, and the journal from some minutes before the outage on.',
  message: 'The file ends {what}: its end is missing.',
  // Reads every file there is.
  needs: [],
  evaluate: (facts) => [...cutEnds(facts), ...lateStarts(facts)],
  runbook: { id: 'collect-support-bundle', step: 'journal' },
  documentation: [DOCS.runbook],
  source: inferred('what blocks, dumps and journals hold when they are whole'),
  fires: [
    { files: BLOCKS + head('10:04:00'), says: 'in the middle of a status block', severity: 'info' },
    { files: { 'memory-status.txt': rows(24) + rows(25).slice(-60).slice(0, 40) }, says: 'memory dump' },
    {
      files: {
        'journal.txt': line('10:00:00', 'Waiting for connector to retrieve configuration').repeat(800).slice(0, 65_536),
      },
      says: '64 KB',
    },
    {
      files: ['10:00:00', '10:01:00', '10:02:00']
        .map((time, index) => head(time) + rest(time, 'fohh_connection_disconnected', 3_600 + 60 * index))
        .join(''),
      says: 'begins 60 min after',
      also: ['tunnel/control-disconnected'],
    },
  ],
  silent: [
    BLOCKS,
    BLOCKS.trimEnd(),
    head('10:00:00') + rest('10:00:00') + head('10:01:00'),
    BLOCKS + head('10:04:00') + line('10:04:01', 'Waiting for connector to retrieve configuration'),
    { 'memory-status.txt': (rows(38) + TOTAL).trimEnd() },
    { 'memory-status.txt': rows(6).trimEnd() },
    {
      'session.txt': `[root@fra-ac-02 ~]# curl -s 127.0.0.1:9000/memory/status | head -n 24\n${rows(24)}[root@fra-ac-02 ~]# `,
    },
    line('10:00:00', 'Checking Enrollment') +
      ['10:01:00', '10:02:00']
        .map((time, index) => head(time) + rest(time, 'fohh_connection_disconnected', 60 + 60 * index))
        .join(''),
  ],
};

export default rule;
