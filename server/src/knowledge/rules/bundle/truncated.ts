import type { Rule } from '../../../engine/match/rule';
import { cutEnds, lateStarts } from '../../../engine/facts/files/truncation';
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
const outage = (times: readonly string[], downS: number): string =>
  times.map((time, index) => head(time) + rest(time, 'fohh_connection_disconnected', downS + 60 * index)).join('');
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
    'A file ends in the middle of a block, of a dump or (at a round size) of a line, or a journal begins after the outage that it shows had begun, as it was collected or rotated so. Where another file of the bundle goes on with the log, nothing is missing.',
  matters: 'What happened before or after the cut is not in the bundle, and silence about it proves nothing.',
  doNext:
    'Collect the file again, and the journal from some minutes before the outage on; of a rotated log also the file before it.',
  message: 'The file ends {what}: its end is missing.',
  // Reads every file there is.
  needs: [],
  evaluate: (facts) => [...cutEnds(facts), ...lateStarts(facts)],
  runbook: { id: 'collect-support-bundle', step: 'journal' },
  documentation: [DOCS.runbook],
  source: inferred('what blocks, dumps and journals hold when they are whole'),
  fires: [
    { files: (BLOCKS + block('10:04:00')).slice(0, -60), says: 'in the middle of a status block', severity: 'info' },
    { files: BLOCKS + head('10:04:00'), says: 'in the middle of a status block', severity: 'info' },
    { files: { 'memory-status.txt': rows(24) + rows(25).slice(-60).slice(0, 40) }, says: 'memory dump' },
    {
      files: {
        'journal.txt': line('10:00:00', 'Waiting for connector to retrieve configuration').repeat(800).slice(0, 65_536),
      },
      says: '64 KB',
    },
    {
      files: outage(['10:00:00', '10:01:00', '10:02:00'], 3_600),
      says: 'begins 60 min after',
      also: ['tunnel/control-disconnected'],
    },
    {
      files: { 'var/log/messages': outage(['10:00:00', '10:01:00', '10:02:00'], 3_600) },
      says: 'was rotated 60 min after',
      also: ['tunnel/control-disconnected'],
    },
    // The file before it is there, but of another day.
    {
      files: {
        'var/log/messages': outage(['10:00:00', '10:01:00', '10:02:00'], 3_600),
        'var/log/messages-20260119': BLOCKS.replaceAll('Jan 20', 'Jan 19'),
      },
      says: 'was rotated 60 min after',
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
    line('10:00:00', 'Checking Enrollment') + outage(['10:01:00', '10:02:00'], 60),
    // Rotated in the middle of a block, and in the middle of an outage: the log goes on in the other file.
    {
      'var/log/messages-20260120': BLOCKS + head('10:04:00'),
      'var/log/messages': rest('10:04:00') + block('10:05:00') + block('10:06:00'),
    },
    { 'var/log/messages-20260120.gz': BLOCKS + head('10:04:00') },
    {
      'var/log/messages.1': block('09:58:00') + block('09:59:00') + outage(['10:00:00', '10:01:00'], 20),
      'var/log/messages': outage(['10:02:00', '10:03:00', '10:04:00'], 140),
    },
    { 'messages.txt': BLOCKS + head('10:04:00'), 'journal.txt': BLOCKS + block('10:04:00') + block('10:05:00') },
  ],
};

export default rule;
