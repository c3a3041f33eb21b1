import { largest } from '../../../engine/basics/extremes';
import type { Rule } from '../../../engine/match/rule';
import { DOCS, inferred, statusLine } from '../../evidence';
import { columnRuns } from '../../../engine/facts/column-runs';

const rule: Rule = {
  id: 'tunnel/high-rtt',
  title: 'High round trip to the broker',
  severity: 'warning',
  means: 'The TCP round trip of the control connection stays above the threshold for several blocks.',
  matters: 'Every brokered session is that much slower.',
  doNext: 'Look for a nearer Service Edge and for loss on the path.',
  message: 'RTT tcp to {broker} was above {limit} ms in {count} status blocks (up to {most} ms).',
  needs: [statusLine('connection', 'the control connection')],
  evaluate: (facts, thresholds) =>
    columnRuns(
      facts,
      'control.rtt.tcp',
      'connection',
      (value) => value > thresholds.highRttMs * 1000,
      'connection.control.rtt.tcp',
    )
      .filter(({ hit }) => hit.count >= thresholds.highRttBlocks)
      .map(({ hit, values, placed, first }) => ({
        ...hit,
        data: {
          broker: placed.life.blocks.text('control.broker')?.[first] ?? 'the broker',
          limit: thresholds.highRttMs,
          most: Math.round(largest(values) / 1000),
        },
      })),
  runbook: { id: 'far-service-edge', step: 'where' },
  documentation: [DOCS.runbook],
  source: inferred('the RTT pair of the status block; the threshold is ours'),
  thresholds: ['highRttMs', 'highRttBlocks'],
  fires: [
    {
      files:
        'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:0M:0S, RTT (tcp|app): 310000|312000 us, disconnect_duration_s 0\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:1M:0S, RTT (tcp|app): 310000|312000 us, disconnect_duration_s 0\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:2M:0S, RTT (tcp|app): 310000|312000 us, disconnect_duration_s 0\nJan 27 09:03:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:3M:0S, RTT (tcp|app): 310000|312000 us, disconnect_duration_s 0\n',
      says: '310 ms',
    },
  ],
  silent: [
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:0M:0S, RTT (tcp|app): 18000|4000 us, disconnect_duration_s 0\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:1M:0S, RTT (tcp|app): 18000|4000 us, disconnect_duration_s 0\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:2M:0S, RTT (tcp|app): 310000|3000 us, disconnect_duration_s 0\nJan 27 09:03:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:3M:0S, RTT (tcp|app): 18000|4000 us, disconnect_duration_s 0\nJan 27 09:04:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:4M:0S, RTT (tcp|app): 18000|4000 us, disconnect_duration_s 0\nJan 27 09:05:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:5M:0S, RTT (tcp|app): 18000|4000 us, disconnect_duration_s 0\n',
  ],
};

export default rule;
