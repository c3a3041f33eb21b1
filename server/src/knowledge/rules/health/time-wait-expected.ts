import { largest } from '../../../engine/basics/extremes';
import { columnRuns } from '../../../engine/facts/column-runs';
import type { BundleFacts } from '../../../engine/facts/bundle-facts';
import type { Hit, Rule } from '../../../engine/match/rule';
import { DOCS, TROUBLESHOOTING } from '../../evidence';

const IN_USE = 'sockets.TCP4 in-use';

/** Outputs of ss in which sockets in TIME-WAIT outnumber those in use. */
function inOutput(facts: BundleFacts, least: number): readonly Hit[] {
  return facts.sections('ss').flatMap(({ artifact, facts: { summary, table, counted } }): readonly Hit[] => {
    const found =
      summary !== null
        ? { waiting: summary.timeWait, used: summary.inUse, line: summary.line }
        : counted?.kind === 'time-wait'
          ? { waiting: counted.value, used: 0, line: counted.line }
          : table === null
            ? null
            : { waiting: table.timeWait, used: table.tcp, line: table.line };
    if (found === null || found.waiting < least || found.waiting <= found.used) return [];
    return [{ at: { artifact: artifact.index, line: found.line }, data: { sockets: found.waiting } }];
  });
}

const rule: Rule = {
  id: 'health/time-wait-expected',
  title: 'Many sockets in TIME-WAIT are normal',
  severity: 'hint',
  means:
    'The connector opens a TCP connection to every application port it monitors and closes it again. The side that closes keeps the socket in TIME-WAIT for about a minute, so a host with many applications always has many of them.',
  matters: 'Nothing is wrong. They hold a source port for a minute; only where ports run short do they count.',
  doNext: 'Leave it; look at the source ports in use if new connections to applications fail.',
  message: '{sockets} TCP sockets are in TIME-WAIT: normal on a connector, its health monitoring leaves them.',
  needs: [
    {
      anyOf: ['ss', 'status-block:sockets'],
      missing: 'counts of sockets',
      command: 'ss -s',
    },
  ],
  evaluate: (facts, thresholds) => [
    ...inOutput(facts, thresholds.timeWaitSockets),
    ...columnRuns(
      facts,
      'sockets.TCP4 time-wait',
      'sockets',
      (value, placed, index) =>
        value >= thresholds.timeWaitSockets &&
        value > (placed.life.blocks.column(IN_USE)?.[index] ?? Number.POSITIVE_INFINITY),
    ).map(({ hit, values }) => ({ ...hit, data: { sockets: largest(values) } })),
  ],
  runbook: { id: 'sizing', step: 'look' },
  documentation: [DOCS.troubleshooting, DOCS.monitoring],
  source: TROUBLESHOOTING,
  thresholds: ['timeWaitSockets'],
  fires: [
    {
      files: { 'ss.txt': 'Total: 1208\nTCP:   5187 (estab 440, closed 4630, orphaned 0, timewait 4629)\n\n' },
      says: '4629',
      severity: 'hint',
    },
    { files: { 'checks.txt': '[admin@fra-ac-02 ~]$ ss -tan state time-wait | wc -l\n2210\n' }, says: '2210' },
    {
      files:
        'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: System Sockets: Created 208 TCP4 in-use 460, TCP4 time-wait 1630, UDP4 in-use 4, TCP6 in-use 4, UDP6 in-use 3, Ports available per interface 28232, IPv4 interfaces 2, IPv6 interfaces 3\n',
      says: '1630',
    },
  ],
  silent: [
    { 'ss.txt': 'Total: 208\nTCP:   87 (estab 40, closed 30, orphaned 0, timewait 29)\n\n' },
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: System Sockets: Created 208 TCP4 in-use 460, TCP4 time-wait 63, UDP4 in-use 4, TCP6 in-use 4, UDP6 in-use 3, Ports available per interface 28232, IPv4 interfaces 2, IPv6 interfaces 3\n',
  ],
};

export default rule;
