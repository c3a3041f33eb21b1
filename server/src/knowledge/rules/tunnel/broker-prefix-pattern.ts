import { timeSpan } from '../../../engine/basics/extremes';
import type { Rule } from '../../../engine/match/rule';
import { brokerPatterns } from '../../../engine/facts/control/broker-groups';
import { closedOutages } from '../../../engine/facts/control/outages';
import { MAX_EVIDENCE, placeOf } from '../../../engine/match/run-rules';
import { DOCS, JOURNAL, TROUBLESHOOTING } from '../../evidence';
import { controlClosed, controlConnected } from '../../messages/control-connection';

const TUPLE = '[10.20.4.17]:45316;';
const ALFA = `${TUPLE}broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4`;
const BRAVO = `${TUPLE}broker1c.fra4.prod.zpath.net:[198.51.100.87]:443;4`;
const OTHER = `${TUPLE}broker2a.ams2.prod.zpath.net:[203.0.113.61]:443;4`;

/** A close line, or a connect line where `reason` is left out. */
function line(time: string, connection: string, reason?: string): string {
  const what =
    reason === undefined
      ? `Broker control connection successfully connected to Zscaler Cloud: ${connection}`
      : `Broker control connection to Zscaler Cloud closed: ${connection} ${reason}`;
  return `Jan 20 ${time} fra-ac-02 zpa-connector-child[3276]: ${what}\n`;
}

const LOST = 'FOHH_CLOSE_REASON_SOCKET_ERR';

const rule: Rule = {
  id: 'tunnel/broker-prefix-pattern',
  title: 'Only some Service Edges fail',
  severity: 'info',
  confidence: 'medium',
  means:
    'The outages of the control connection gather on Service Edges that share an address prefix or a data centre, while connections to others held.',
  matters:
    'The connector and its line are well: look at the routing to that prefix, or at a firewall rule that lacks it.',
  doNext: 'Compare the firewall ranges with the list of the cloud, and trace the path to one of these addresses.',
  message:
    '{part} of {total} outages concern the {kind} {group} ({brokers}); connections to others ({others}) had none.',
  needs: [JOURNAL],
  on: { messages: [controlClosed, controlConnected] },
  evaluate: (facts) => {
    const connects = facts.events(controlConnected.id);
    const outages = closedOutages(facts, { closed: controlClosed.id, connected: controlConnected.id });
    return brokerPatterns(facts, outages, connects).flatMap((pattern) => {
      const places = pattern.outages.flatMap(({ close }) => (close === null ? [] : [placeOf(close)]));
      const [at] = places;
      const times = pattern.outages.flatMap(({ startMs }) => startMs ?? []);
      if (at === undefined) return [];
      return [
        {
          at,
          evidence: places.slice(0, MAX_EVIDENCE),
          count: pattern.outages.length,
          scope: pattern.scope,
          ...timeSpan(times),
          data: {
            part: pattern.outages.length,
            total: pattern.total,
            kind: pattern.kind,
            group: pattern.group,
            brokers: pattern.brokers.join(', '),
            others: pattern.others.slice(0, 5).join(', '),
          },
        },
      ];
    });
  },
  runbook: { id: 'frequent-disconnects', step: 'prefix' },
  documentation: [`${DOCS.troubleshooting}#frequentclouddisconnect`],
  source: TROUBLESHOOTING,
  fires: [
    {
      files: [
        line('01:00:00', ALFA, LOST),
        line('01:00:12', BRAVO),
        line('04:00:00', BRAVO, LOST),
        line('04:00:12', ALFA),
        line('08:00:00', ALFA, LOST),
        line('08:00:12', BRAVO),
        line('12:00:00', BRAVO, LOST),
        line('12:00:12', OTHER),
      ].join(''),
      says: '4 of 4 outages concern the prefix 198.51.100.0/24',
      also: ['tunnel/control-connection-closed'],
    },
    {
      files: [
        line('01:00:00', ALFA, LOST),
        line('01:00:12', BRAVO.replace('198.51.100.87', '192.0.2.87')),
        line('04:00:00', BRAVO.replace('198.51.100.87', '192.0.2.87'), LOST),
        line('04:00:12', ALFA),
        line('08:00:00', ALFA, LOST),
        line('08:00:12', BRAVO.replace('198.51.100.87', '192.0.2.87')),
        line('12:00:00', BRAVO.replace('198.51.100.87', '192.0.2.87'), LOST),
        line('12:00:12', OTHER),
      ].join(''),
      says: 'data centre fra4',
      also: ['tunnel/control-connection-closed'],
    },
  ],
  silent: [
    // All connections are of one group: nothing to compare with.
    [
      line('01:00:00', ALFA, LOST),
      line('01:00:12', BRAVO),
      line('04:00:00', BRAVO, LOST),
      line('04:00:12', ALFA),
      line('08:00:00', ALFA, LOST),
      line('08:00:12', BRAVO),
      line('12:00:00', BRAVO, LOST),
      line('12:00:12', ALFA),
    ].join(''),
    // One broker alone.
    [
      line('01:00:00', ALFA, LOST),
      line('04:00:00', ALFA, LOST),
      line('08:00:00', ALFA, LOST),
      line('12:00:00', ALFA, LOST),
      line('12:00:12', OTHER),
    ].join(''),
    // Others fail as well.
    [
      line('01:00:00', ALFA, LOST),
      line('04:00:00', BRAVO, LOST),
      line('08:00:00', ALFA, LOST),
      line('12:00:00', OTHER, LOST),
      line('12:00:12', OTHER),
    ].join(''),
  ],
};

export default rule;
