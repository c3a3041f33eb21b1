import type { PlacedLife } from '../../../engine/facts/bundle-facts';
import type { Rule } from '../../../engine/match/rule';
import { DOCS, inferred, statusLine } from '../../evidence';
import { isConnected } from '../../../engine/facts/blocks';
import { columnRuns } from '../../../engine/facts/column-runs';

/** Whether sessions ran here: a connector that never had one has no users, and needs no data connection. */
function hasServed({ life }: PlacedLife): boolean {
  return (life.blocks.column('mtunnels.created') ?? []).some((created) => created > 0);
}

const rule: Rule = {
  id: 'tunnel/no-data-connections',
  title: 'No data connection',
  severity: 'warning',
  means: 'The control connection is up and there is no data connection at all for several blocks.',
  matters: 'No session can be served; right after a start this is normal for a minute.',
  doNext: 'Check that users and applications use this connector, and that TCP 443 to all brokers is open.',
  message: 'The control connection is up, but there is no data connection in {count} status blocks.',
  needs: [statusLine('data', 'the data connections')],
  evaluate: (facts) =>
    columnRuns(
      facts,
      'data.connections',
      'data',
      (value, placed, index) => value === 0 && isConnected(placed.life.blocks.text('control.state')?.[index] ?? ''),
    )
      .filter(({ hit, before, placed }) => hit.count >= 3 && (before.some((value) => value > 0) || hasServed(placed)))
      .map(({ hit }) => hit),
  runbook: { id: 'frequent-disconnects', step: 'which' },
  documentation: [DOCS.runbook],
  source: inferred('healthy indicators: a data connection count above 0'),
  fires: [
    {
      files:
        'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:0M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 21, backed_off connections = 0\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:1M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 0, backed_off connections = 0\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:2M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 0, backed_off connections = 0\nJan 27 09:03:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:3M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 09:03:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 0, backed_off connections = 0\nJan 27 09:04:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:4M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 09:04:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 0, backed_off connections = 0\n',
      says: 'no data connection',
    },
  ],
  silent: [
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 0M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 0, backed_off connections = 0\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 1M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 0, backed_off connections = 0\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 0, backed_off connections = 0\nJan 27 09:03:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 3M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 09:03:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 0, backed_off connections = 0\nJan 27 09:04:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 4M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 09:04:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 0, backed_off connections = 0\n',
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:0M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 21, backed_off connections = 0\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:1M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 21, backed_off connections = 0\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:2M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 21, backed_off connections = 0\nJan 27 09:03:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:3M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 09:03:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 0, backed_off connections = 0\nJan 27 09:04:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:4M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 09:04:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 21, backed_off connections = 0\n',
  ],
};

export default rule;
