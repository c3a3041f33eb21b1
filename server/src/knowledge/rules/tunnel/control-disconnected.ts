import type { Rule } from '../../../engine/match/rule';
import { DOCS, RUNBOOK, statusLine } from '../../evidence';
import { blockPlace, blockTime } from '../../../engine/facts/blocks';
import { blockOutages, isRedirect, mergeByLife } from '../../../engine/facts/outages';
import { brokerRedirect } from '../../messages/control-connection';

const rule: Rule = {
  id: 'tunnel/control-disconnected',
  title: 'No control connection in the status blocks',
  severity: 'error',
  means: 'The status blocks show the control connection in another state than connected.',
  matters: 'The connector serves nobody meanwhile.',
  doNext: 'Follow broker-reachability; look at what happened just before the first such block.',
  message: 'The control connection is {state} in {count} status block(s){length}.',
  needs: [statusLine('connection', 'the control connection')],
  evaluate: (facts) =>
    mergeByLife(blockOutages(facts).filter((one) => !isRedirect(one, facts.events(brokerRedirect.id)))).map(
      ({ placed, outages, count }) => {
        const [first] = outages;
        const last = outages[outages.length - 1] ?? first;
        const started = first === undefined ? null : blockTime(placed, first.first);
        const seconds =
          first === undefined || first.endMs === null || started === null
            ? null
            : Math.round((first.endMs - started) / 1000);
        return {
          at: blockPlace(placed, first?.first ?? 0, 'connection', 'connection.control.state'),
          evidence: outages
            .slice(0, 20)
            .map((one) => blockPlace(placed, one.first, 'connection', 'connection.control.state')),
          count,
          scope: placed.scope,
          firstMs: started,
          lastMs: last === undefined ? null : blockTime(placed, last.last),
          data: {
            state: first?.state ?? '',
            length:
              seconds === null
                ? ', and not connected again within the log'
                : `, connected again after about ${String(seconds)} s`,
          },
        };
      },
    ),
  on: { messages: [brokerRedirect] },
  explains: [
    { rule: 'tunnel/backed-off-connections' },
    { rule: 'tunnel/no-data-connections' },
    { rule: 'tunnel/tx-drop', withinSeconds: 600 },
    { rule: 'tunnel/rpc-tx-drop-rising', withinSeconds: 600 },
  ],
  runbook: { id: 'control-connection-lost', step: 'test' },
  documentation: [DOCS.runbook],
  source: RUNBOOK,
  fires: [
    {
      files:
        'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:1M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_backoff, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime , RTT (tcp|app): 0|0 us, disconnect_duration_s 0\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_backoff, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime , RTT (tcp|app): 0|0 us, disconnect_duration_s 0\n',
      says: 'fohh_connection_backoff',
    },
    {
      files:
        'Jan 27 09:31:02 fra-ac-02 zpa-connector[1054]: Control connection state: DISCONNECTED\nJan 27 09:31:40 fra-ac-02 zpa-connector[1054]: Control connection state: CONNECTED\n',
      says: 'DISCONNECTED',
    },
  ],
  silent: [
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:1M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:2M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\n',
    'Jan 27 09:31:02 fra-ac-02 zpa-connector[1054]: Control connection state: CONNECTED to broker\n',
  ],
};

export default rule;
