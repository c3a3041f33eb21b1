import type { Rule } from '../../../engine/match/rule';
import { MAX_EVIDENCE } from '../../../engine/match/run-rules';
import { DOCS, JOURNAL, TROUBLESHOOTING } from '../../evidence';
import { flappingBursts } from '../../../engine/facts/control/flapping';
import { closedOutages } from '../../../engine/facts/control/outages';
import { controlClosed, controlConnected } from '../../messages/control-connection';
import { childStarted } from '../../messages/process';

const rule: Rule = {
  id: 'tunnel/flapping',
  title: 'The connection comes and goes',
  severity: 'error',
  means: 'Several outages of the control connection within a short time; redirects are not counted.',
  matters: 'Users lose their sessions each time.',
  doNext: 'Look for a period, for restarts, and whether only some brokers are concerned.',
  message: 'The control connection was lost {count} times within {minutes} minutes{period}{restarts}.',
  needs: [{ ...JOURNAL, anyOf: [...JOURNAL.anyOf, 'lss-events:connector-status'] }],
  on: { messages: [controlClosed, controlConnected, childStarted] },
  evaluate: (facts, thresholds) => {
    const closed = closedOutages(facts, { closed: controlClosed.id, connected: controlConnected.id });
    const starts = facts.events(childStarted.id);
    return flappingBursts(facts, closed, thresholds).map((burst) => {
      const restarts = starts.filter(
        (one) =>
          one.scope === burst.scope && one.timeMs !== null && one.timeMs >= burst.firstMs && one.timeMs <= burst.lastMs,
      );
      return {
        at: burst.places[0] ?? { artifact: 0, line: 0 },
        evidence: burst.places.slice(0, MAX_EVIDENCE),
        count: burst.times.length,
        scope: burst.scope,
        firstMs: burst.firstMs,
        lastMs: burst.lastMs,
        data: {
          minutes: Math.max(1, Math.round((burst.lastMs - burst.firstMs) / 60_000)),
          period: burst.periodSeconds === null ? '' : `, about every ${String(burst.periodSeconds)} s`,
          restarts: restarts.length === 0 ? '' : `, with ${String(restarts.length)} restarts of the process among them`,
        },
      };
    });
  },
  explains: [
    { rule: 'tunnel/control-disconnected', withinSeconds: 300 },
    { rule: 'tunnel/no-data-connections', withinSeconds: 300 },
    { rule: 'tunnel/not-connected-to-cloud', withinSeconds: 600 },
    { rule: 'tunnel/tx-drop', withinSeconds: 600 },
    { rule: 'tunnel/rpc-tx-drop-rising', withinSeconds: 600 },
    { rule: 'health/targets-down', withinSeconds: 600 },
  ],
  absorbs: [
    { rule: 'tunnel/control-connection-closed', withinSeconds: 0 },
    { rule: 'tunnel/uptime-reset', withinSeconds: 60 },
    { rule: 'tunnel/backed-off-connections', withinSeconds: 300 },
  ],
  runbook: { id: 'frequent-disconnects', step: 'restart' },
  documentation: [`${DOCS.troubleshooting}#frequentclouddisconnect`],
  source: TROUBLESHOOTING,
  thresholds: ['flappingOutages', 'flappingWindowMinutes'],
  fires: [
    {
      files:
        'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection to Zscaler Cloud closed: [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 FOHH_CLOSE_REASON_SOCKET_ERR\nJan 27 09:00:12 fra-ac-02 zpa-connector-child[3276]: Broker control connection successfully connected to Zscaler Cloud: [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4\nJan 27 09:04:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection to Zscaler Cloud closed: [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 FOHH_CLOSE_REASON_SOCKET_ERR\nJan 27 09:04:12 fra-ac-02 zpa-connector-child[3276]: Broker control connection successfully connected to Zscaler Cloud: [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4\nJan 27 09:11:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection to Zscaler Cloud closed: [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 FOHH_CLOSE_REASON_SOCKET_ERR\nJan 27 09:11:12 fra-ac-02 zpa-connector-child[3276]: Broker control connection successfully connected to Zscaler Cloud: [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4\nJan 27 09:19:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection to Zscaler Cloud closed: [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 FOHH_CLOSE_REASON_SOCKET_ERR\nJan 27 09:19:12 fra-ac-02 zpa-connector-child[3276]: Broker control connection successfully connected to Zscaler Cloud: [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4\n',
      says: '4 times',
    },
  ],
  silent: [
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection to Zscaler Cloud closed: [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 FOHH_CLOSE_REASON_SOCKET_ERR\nJan 27 09:00:10 fra-ac-02 zpa-connector-child[3276]: Broker control connection successfully connected to Zscaler Cloud: [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4\nJan 27 12:00:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection to Zscaler Cloud closed: [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 FOHH_CLOSE_REASON_SOCKET_ERR\nJan 27 12:00:10 fra-ac-02 zpa-connector-child[3276]: Broker control connection successfully connected to Zscaler Cloud: [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4\nJan 27 18:00:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection to Zscaler Cloud closed: [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 FOHH_CLOSE_REASON_SOCKET_ERR\nJan 27 18:00:10 fra-ac-02 zpa-connector-child[3276]: Broker control connection successfully connected to Zscaler Cloud: [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4\n',
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection to Zscaler Cloud closed: [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 FOHH_CLOSE_REASON_REDIRECT\nJan 27 09:00:01 fra-ac-02 zpa-connector-child[3276]: Broker control connection successfully connected to Zscaler Cloud: [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4\nJan 27 09:04:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection to Zscaler Cloud closed: [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 FOHH_CLOSE_REASON_REDIRECT\nJan 27 09:04:01 fra-ac-02 zpa-connector-child[3276]: Broker control connection successfully connected to Zscaler Cloud: [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4\nJan 27 09:11:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection to Zscaler Cloud closed: [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 FOHH_CLOSE_REASON_REDIRECT\nJan 27 09:11:01 fra-ac-02 zpa-connector-child[3276]: Broker control connection successfully connected to Zscaler Cloud: [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4\nJan 27 09:19:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection to Zscaler Cloud closed: [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 FOHH_CLOSE_REASON_REDIRECT\nJan 27 09:19:01 fra-ac-02 zpa-connector-child[3276]: Broker control connection successfully connected to Zscaler Cloud: [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4\n',
  ],
};

export default rule;
