import type { Rule } from '../../../engine/match/rule';
import { DOCS, RUNBOOK, statusLine } from '../../evidence';
import { blockPlace, blockTime } from '../../../engine/facts/blocks';
import { uptimeResets } from '../../../engine/facts/control/uptime-resets';
import { controlClosed, controlConnected } from '../../messages/control-connection';

const rule: Rule = {
  id: 'tunnel/uptime-reset',
  title: 'The connection was replaced unseen',
  severity: 'warning',
  means: 'The uptime of the control connection falls between two status blocks, and no line says that it was closed.',
  matters: 'An outage that the log does not tell.',
  doNext: 'Look at the minute between the blocks, also in the logs of firewall and proxy.',
  message: 'The uptime of the control connection fell from {before} s to {after} s without a close line.',
  needs: [statusLine('connection', 'the control connection')],
  on: { messages: [controlClosed, controlConnected] },
  evaluate: (facts) => {
    const closes = facts.events(controlClosed.id);
    const connects = facts.events(controlConnected.id);
    return facts.livesWithBlocks.flatMap((placed) =>
      uptimeResets(placed)
        .filter(
          ({ beforeLine, afterLine }) =>
            ![...closes, ...connects].some(
              (one) => one.artifact === placed.artifact && one.line > beforeLine && one.line < afterLine,
            ),
        )
        .map(({ index, before, after, beforeLine }) => ({
          at: blockPlace(placed, index, 'connection', 'connection.control.uptime'),
          evidence: [
            { artifact: placed.artifact, line: beforeLine, field: 'connection.control.uptime' },
            blockPlace(placed, index, 'connection', 'connection.control.uptime'),
          ],
          scope: placed.scope,
          firstMs: blockTime(placed, index),
          data: { before, after },
        })),
    );
  },
  runbook: { id: 'control-connection-lost', step: 'minute' },
  documentation: [DOCS.runbook],
  source: RUNBOOK,
  fires: [
    {
      files:
        'Jan 27 05:25:37 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 33M:8S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 05:26:37 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 34M:8S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 05:27:37 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 13S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\n',
      says: '2048',
    },
  ],
  silent: [
    'Jan 27 05:25:37 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 33M:8S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 05:26:37 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 34M:8S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 05:27:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection to Zscaler Cloud closed: [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 FOHH_CLOSE_REASON_REDIRECT\nJan 27 05:27:01 fra-ac-02 zpa-connector-child[3276]: Broker control connection successfully connected to Zscaler Cloud: [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4\nJan 27 05:27:37 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 13S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\n',
    'Jan 27 05:25:37 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 33M:8S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 05:26:37 fra-ac-02 zpa-connector-child[9999]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 13S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\n',
  ],
};

export default rule;
