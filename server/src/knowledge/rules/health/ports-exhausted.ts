import type { Rule } from '../../../engine/match/rule';
import { DOCS, statusLine } from '../../evidence';
import { columnRuns } from '../../../engine/facts/column-runs';

const PORTS = 'sockets.Ports available per interface';

const rule: Rule = {
  id: 'health/ports-exhausted',
  title: 'Source ports run out',
  severity: 'warning',
  means: 'Nearly as many sockets are in use as there are source ports for one interface.',
  matters: 'New connections to applications fail.',
  doNext: 'Widen the port range, add an address or connectors.',
  message: '{used} of {ports} source ports are in use.',
  needs: [statusLine('sockets', 'the socket counts')],
  evaluate: (facts, thresholds) =>
    ['TCP4', 'UDP4', 'TCP6', 'UDP6'].flatMap((family) =>
      columnRuns(
        facts,
        `sockets.${family} in-use`,
        'sockets',
        (value, placed, index) =>
          value * 100 >
          thresholds.portsPercent * (placed.life.blocks.column(PORTS)?.[index] ?? Number.POSITIVE_INFINITY),
      ).map(({ hit, placed, first, values }) => ({
        ...hit,
        data: { used: Math.max(...values), ports: placed.life.blocks.column(PORTS)?.[first] ?? 0 },
      })),
    ),
  runbook: { id: 'sizing', step: 'grow' },
  documentation: [DOCS.monitoring],
  source: { kind: 'documented', from: 'Zscaler Help: Monitoring App Connector Performance' },
  thresholds: ['portsPercent'],
  fires: [
    {
      files:
        'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: System Sockets: Created 208 TCP4 in-use 27500, TCP4 time-wait 63, UDP4 in-use 4, TCP6 in-use 4, UDP6 in-use 3, Ports available per interface 28232, IPv4 interfaces 2, IPv6 interfaces 3\n',
      says: '27500',
    },
  ],
  silent: [
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: System Sockets: Created 208 TCP4 in-use 460, TCP4 time-wait 63, UDP4 in-use 4, TCP6 in-use 4, UDP6 in-use 3, Ports available per interface 28232, IPv4 interfaces 2, IPv6 interfaces 3\n',
  ],
};

export default rule;
