import type { Rule } from '../../../engine/match/rule';
import { DOCS, TROUBLESHOOTING } from '../../evidence';

const COUNTERS =
  'Ip:\n    Forwarding: 2\n    8801234 total packets received\nTcp:\n    912345 active connection openings\n';

const rule: Rule = {
  id: 'health/probe-reset-expected',
  title: 'Failed and reset TCP connections are normal',
  severity: 'hint',
  means:
    'The host counts many failed or reset TCP connections. Most of them are health probes: the connector opens a connection to each application port, learns that it answers or does not, and ends it with a reset.',
  matters: 'Nothing is wrong. A capture towards the applications shows the same: handshakes and resets without data.',
  doNext: 'Leave it; for a single application look at its health in the portal instead.',
  message:
    '{resets} failed or reset TCP connections since the host started: normal, health probes of applications end like this.',
  needs: [
    {
      anyOf: ['ss'],
      missing: 'the TCP counters of the host',
      command: 'netstat -s',
    },
  ],
  evaluate: (facts, thresholds) =>
    facts.sections('ss').flatMap(({ artifact, facts: { resets } }) => {
      const counts = [resets.failedAttempts, resets.received, resets.sent].filter((one) => one !== null);
      const [most] = [...counts].sort((a, b) => b.value - a.value);
      if (most === undefined || most.value < thresholds.probeResets) return [];
      return [
        {
          at: { artifact: artifact.index, line: most.line },
          evidence: counts.map(({ line }) => ({ artifact: artifact.index, line })),
          data: { resets: most.value },
        },
      ];
    }),
  runbook: { id: 'app-not-reachable', step: 'port' },
  documentation: [DOCS.troubleshooting],
  source: TROUBLESHOOTING,
  thresholds: ['probeResets'],
  fires: [
    {
      files: {
        'netstat.txt': `[admin@fra-ac-02 ~]$ netstat -s\n${COUNTERS}    40211 failed connection attempts\n    2210 connection resets received\n    391221 resets sent\n`,
      },
      says: '391221',
      severity: 'hint',
    },
    { files: { 'netstat.txt': `${COUNTERS}    4021 failed connection attempts\n` }, says: '4021' },
  ],
  silent: [
    { 'netstat.txt': `${COUNTERS}    21 failed connection attempts\n    12 resets sent\n` },
    { 'ss.txt': 'Total: 208\nTCP:   87 (estab 40, closed 30, orphaned 0, timewait 29)\n\n' },
  ],
};

export default rule;
