import { largest } from '../../../engine/basics/extremes';
import type { Rule } from '../../../engine/match/rule';
import { DOCS, inferred, statusLine } from '../../evidence';
import { columnRuns } from '../../../engine/facts/column-runs';

const rule: Rule = {
  id: 'tunnel/app-rtt-delay',
  title: 'The process answers late',
  severity: 'warning',
  means:
    'RTT app is far above RTT tcp for several blocks: the network is quick, the process on one of the two sides is slow.',
  matters: 'A busy or starved connector delays every session.',
  doNext: 'Look at CPU and steal of this machine at the same time.',
  message:
    'RTT app was up to {most} ms while RTT tcp stayed around {tcp} ms, in {count} status blocks: the process, not the path, is slow.',
  needs: [statusLine('connection', 'the control connection')],
  evaluate: (facts, thresholds) =>
    columnRuns(
      facts,
      'control.rtt.app',
      'connection',
      (value, placed, index) =>
        value > thresholds.appRttMs * 1000 &&
        value > thresholds.appRttFactor * (placed.life.blocks.column('control.rtt.tcp')?.[index] ?? value),
      'connection.control.rtt.app',
    )
      .filter(({ hit }) => hit.count >= thresholds.highRttBlocks)
      .map(({ hit, values, placed, first }) => ({
        ...hit,
        data: {
          most: Math.round(largest(values) / 1000),
          tcp: Math.round((placed.life.blocks.column('control.rtt.tcp')?.[first] ?? 0) / 1000),
        },
      })),
  runbook: { id: 'high-cpu', step: 'who' },
  documentation: [DOCS.runbook],
  source: inferred('the pair tcp|app: the latter includes the process'),
  thresholds: ['appRttFactor', 'appRttMs', 'highRttBlocks'],
  fires: [
    {
      files:
        'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:0M:0S, RTT (tcp|app): 18000|260000 us, disconnect_duration_s 0\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:1M:0S, RTT (tcp|app): 18000|260000 us, disconnect_duration_s 0\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:2M:0S, RTT (tcp|app): 18000|260000 us, disconnect_duration_s 0\nJan 27 09:03:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:3M:0S, RTT (tcp|app): 18000|260000 us, disconnect_duration_s 0\n',
      says: '260 ms',
    },
  ],
  silent: [
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:0M:0S, RTT (tcp|app): 18401|44318 us, disconnect_duration_s 0\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:1M:0S, RTT (tcp|app): 18401|44318 us, disconnect_duration_s 0\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:2M:0S, RTT (tcp|app): 18401|44318 us, disconnect_duration_s 0\nJan 27 09:03:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:3M:0S, RTT (tcp|app): 18401|44318 us, disconnect_duration_s 0\nJan 27 09:04:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:4M:0S, RTT (tcp|app): 18401|44318 us, disconnect_duration_s 0\n',
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:0M:0S, RTT (tcp|app): 18000|9000 us, disconnect_duration_s 0\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:1M:0S, RTT (tcp|app): 18000|260000 us, disconnect_duration_s 0\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:2M:0S, RTT (tcp|app): 18000|9000 us, disconnect_duration_s 0\nJan 27 09:03:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:3M:0S, RTT (tcp|app): 18000|9000 us, disconnect_duration_s 0\nJan 27 09:04:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:4M:0S, RTT (tcp|app): 18000|9000 us, disconnect_duration_s 0\n',
  ],
};

export default rule;
