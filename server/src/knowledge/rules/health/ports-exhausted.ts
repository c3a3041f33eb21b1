import { largest } from '../../../engine/basics/extremes';
import type { Rule } from '../../../engine/match/rule';
import { DOCS, statusLine } from '../../evidence';
import { metricsEvents } from '../../example-exports';
import { columnRuns } from '../../../engine/facts/column-runs';
import { figureRuns, isOver } from '../../../engine/facts/lss/figures';
import { exhaustedInOutput } from '../../../engine/facts/host/source-ports';

const BLOCKS = statusLine('sockets', 'the socket counts');
const PORTS = 'sockets.Ports available per interface';
const FIGURES = ['UsedTCPPortsIPv4', 'UsedUDPPortsIPv4', 'UsedTCPPortsIPv6', 'UsedUDPPortsIPv6'] as const;

const rule: Rule = {
  id: 'health/ports-exhausted',
  title: 'Source ports run out',
  severity: 'warning',
  means: 'Nearly as many sockets are in use as there are source ports for one interface.',
  matters: 'New connections to applications fail.',
  doNext: 'Widen the port range, add an address or connectors.',
  message: '{used} of {ports} source ports are in use.',
  needs: [{ ...BLOCKS, anyOf: [...BLOCKS.anyOf, 'ss', 'lss-events:connector-metrics'] }],
  evaluate: (facts, thresholds) => [
    ...exhaustedInOutput(facts, thresholds.portsPercent),
    ...['TCP4', 'UDP4', 'TCP6', 'UDP6'].flatMap((family) =>
      columnRuns(
        facts,
        `sockets.${family} in-use`,
        'sockets',
        (value, placed, index) =>
          value * 100 >
          thresholds.portsPercent * (placed.life.blocks.column(PORTS)?.[index] ?? Number.POSITIVE_INFINITY),
      ).map(({ hit, placed, first, values }) => ({
        ...hit,
        data: { used: largest(values), ports: placed.life.blocks.column(PORTS)?.[first] ?? 0 },
      })),
    ),
    ...FIGURES.flatMap((used) =>
      figureRuns(facts, used, (figures) => isOver(figures[used], figures.AvailablePorts, thresholds.portsPercent)).map(
        ({ hit, figures: [first] }) => ({
          ...hit,
          data: { used: first?.[used] ?? 0, ports: first?.AvailablePorts ?? 0 },
        }),
      ),
    ),
  ],
  runbook: { id: 'sizing', step: 'grow' },
  documentation: [DOCS.monitoring],
  source: { kind: 'documented', from: 'Zscaler Help: Monitoring App Connector Performance' },
  thresholds: ['portsPercent'],
  fires: [
    {
      files: { 'metrics.jsonl': metricsEvents([{ UsedTCPPortsIPv4: '27900' }]) },
      says: '27900 of 28231',
    },
    {
      files:
        'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: System Sockets: Created 208 TCP4 in-use 27500, TCP4 time-wait 63, UDP4 in-use 4, TCP6 in-use 4, UDP6 in-use 3, Ports available per interface 28232, IPv4 interfaces 2, IPv6 interfaces 3\n',
      says: '27500',
    },
    {
      files: {
        'ss.txt': 'Total: 31208\nTCP:   31187 (estab 30100, closed 1030, orphaned 0, timewait 29)\n\n',
        'sysctl.txt': 'net.ipv4.ip_local_port_range = 32768\t60999\n',
      },
      says: '30157 of 28232',
    },
    { files: { 'checks.txt': '[admin@fra-ac-02 ~]$ ss -uln | wc -l\n27990\n' }, says: '27990 of 28232' },
  ],
  silent: [
    { 'ss.txt': 'Total: 208\nTCP:   187 (estab 40, closed 130, orphaned 0, timewait 129)\n\n' },
    {
      'ss.txt': 'Total: 31208\nTCP:   31187 (estab 30100, closed 1030, orphaned 0, timewait 29)\n\n',
      'sysctl.txt': 'net.ipv4.ip_local_port_range = 1024\t65000\n',
    },
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: System Sockets: Created 208 TCP4 in-use 460, TCP4 time-wait 63, UDP4 in-use 4, TCP6 in-use 4, UDP6 in-use 3, Ports available per interface 28232, IPv4 interfaces 2, IPv6 interfaces 3\n',
  ],
};

export default rule;
