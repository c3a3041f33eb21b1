import type { Rule } from '../../../engine/match/rule';
import { DOCS, inferred, statusLine } from '../../evidence';
import { isConnected, risesOf } from '../../../engine/facts/blocks';
import type { ColumnRun } from '../../../engine/facts/column-runs';
import { columnRuns } from '../../../engine/facts/column-runs';

/** Blocks without a data connection that are news; a log with fewer is taken as it is, where the tunnel is not fresh. */
const BLOCKS = 3;
const FRESH_SECONDS = 300;

/**
 * Whether sessions want a data connection meanwhile: without users there is none, and no fault. Where the Microtunnels
 * are not told, one that was there before is the sign.
 */
function isWanted({ placed, first, before, hit }: ColumnRun): boolean {
  const { blocks } = placed.life;
  const created = blocks.column('mtunnels.created')?.slice(first, first + hit.count) ?? [];
  const active = blocks.column('mtunnels.active')?.slice(first, first + hit.count) ?? [];
  if (created.length === 0 && active.length === 0) return before.some((value) => value > 0);
  return risesOf(created).length > 0 || active.some((value) => value > 0);
}

function lasts({ placed, first, hit }: ColumnRun): boolean {
  if (hit.count >= BLOCKS) return true;
  const { blocks } = placed.life;
  const uptime = blocks.column('control.uptime')?.[first] ?? Number.NaN;
  // Older blocks do not tell how long: Microtunnels in use are older than a fresh tunnel.
  const isFresh = Number.isNaN(uptime)
    ? (blocks.column('mtunnels.active')?.[first] ?? 0) === 0
    : uptime <= FRESH_SECONDS;
  return hit.count === blocks.length && !isFresh;
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
      .filter((run) => lasts(run) && isWanted(run))
      .map(({ hit }) => hit),
  runbook: { id: 'frequent-disconnects', step: 'which' },
  documentation: [DOCS.runbook],
  source: inferred('healthy indicators: a data connection count above 0'),
  fires: [
    {
      files:
        'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Control connection state: fohh_connection_connected, [10.20.4.17]:42098;broker1b.fra4.prod.zpath.net:[198.51.100.23]:443\nJan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 0, backed_off connections = 0\nJan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Mtunnels: Total Created = 2447339, Total Freed = 2447203, Current Active = 136, Alloc = 887, Free_q_cnt = 751\n',
      says: 'no data connection',
    },
    {
      files:
        'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:0M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 21, backed_off connections = 0\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:1M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 0, backed_off connections = 0\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:2M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 0, backed_off connections = 0\nJan 27 09:03:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:3M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 09:03:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 0, backed_off connections = 0\nJan 27 09:04:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:4M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 09:04:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 0, backed_off connections = 0\n',
      says: 'no data connection',
    },
  ],
  silent: [
    // Just enrolled: nobody has used it yet.
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Control connection state: fohh_connection_connected, [10.20.4.17]:42098;broker1b.fra4.prod.zpath.net:[198.51.100.23]:443\nJan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 0, backed_off connections = 0\nJan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Mtunnels: Total Created = 0, Total Freed = 0, Current Active = 0\n',
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 0M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 0, backed_off connections = 0\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 1M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 0, backed_off connections = 0\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 0, backed_off connections = 0\nJan 27 09:03:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 3M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 09:03:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 0, backed_off connections = 0\nJan 27 09:04:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 4M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 09:04:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 0, backed_off connections = 0\n',
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:0M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 21, backed_off connections = 0\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:1M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 21, backed_off connections = 0\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:2M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 21, backed_off connections = 0\nJan 27 09:03:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:3M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 09:03:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 0, backed_off connections = 0\nJan 27 09:04:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:4M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 09:04:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 21, backed_off connections = 0\n',
  ],
};

export default rule;
