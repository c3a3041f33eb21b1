import type { Rule } from '../../../engine/match/rule';
import { MAX_EVIDENCE } from '../../../engine/match/run-rules';
import { DOCS, RUNBOOK, statusLine } from '../../evidence';
import { blockPlace, blockTime } from '../../../engine/facts/blocks';
import { lostInExport } from '../../../engine/facts/api/states';
import { lostInEvents } from '../../../engine/facts/lss/outages';
import { lostInTest } from '../../../engine/facts/control/tunnel-state';
import { blockOutages, isRedirect, mergeByLife } from '../../../engine/facts/control/outages';
import { exampleConnector, page, snakeConnector, statusEvent } from '../../example-exports';
import { brokerRedirect } from '../../messages/control-connection';

const BLOCKS = statusLine('connection', 'the control connection');
const CONTROL = {
  ...BLOCKS,
  anyOf: [...BLOCKS.anyOf, 'api-connectors', 'lss-events:connector-status', 'connection-test'],
};

const rule: Rule = {
  id: 'tunnel/control-disconnected',
  title: 'No control connection',
  severity: 'error',
  means:
    'The status blocks, an export of the API or the status events of the Log Streaming Service show the control connection in another state than connected.',
  matters: 'The connector serves nobody meanwhile.',
  doNext: 'Follow broker-reachability; look at what happened just before the first such block.',
  message: 'The control connection is {state} in {count} status block(s){length}.',
  needs: [CONTROL],
  evaluate: (facts) => [
    ...mergeByLife(blockOutages(facts).filter((one) => !isRedirect(one, facts.events(brokerRedirect.id)))).map(
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
            .slice(0, MAX_EVIDENCE)
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
    ...[...lostInExport(facts), ...lostInEvents(facts)].map((hit) => ({
      ...hit,
      message: 'The cloud shows {who} as {state}{length}.',
    })),
    ...lostInTest(facts).map((hit) => ({ ...hit, message: 'The connection test finds the tunnel {state}.' })),
  ],
  on: { messages: [brokerRedirect] },
  explains: [
    { rule: 'tunnel/backed-off-connections' },
    { rule: 'config/single-connector-group' },
    { rule: 'tunnel/no-data-connections' },
    { rule: 'tunnel/tx-drop', withinSeconds: 600 },
    { rule: 'tunnel/rpc-tx-drop-rising', withinSeconds: 600 },
  ],
  runbook: { id: 'control-connection-lost', step: 'test' },
  documentation: [DOCS.runbook, DOCS.connectorStatusLog],
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
    {
      files: {
        'connectors.json': page(
          exampleConnector(1),
          exampleConnector(2),
          exampleConnector(3, {
            controlChannelStatus: 'ZPN_STATUS_DISCONNECTED',
            lastBrokerDisconnectTime: '1768900000',
          }),
        ),
      },
      says: 'The cloud shows App Connector fra-ac-03 as ZPN_STATUS_DISCONNECTED, since 2026-01-20 09:06:40 UTC',
    },
    {
      files: {
        'connectors.json': `${JSON.stringify([snakeConnector(1), snakeConnector(2), snakeConnector(3, { runtime_status: 'ZPN_STATUS_DISCONNECTED' })], null, 4)}\n`,
      },
      says: 'fra-ac-03',
    },
    {
      files: {
        'status.jsonl': `${statusEvent('Tue Jan 20 09:00:00 2026', 'a', 'ZPN_STATUS_AUTHENTICATED')}${statusEvent('Tue Jan 20 09:30:00 2026', 'a', 'ZPN_STATUS_DISCONNECTED')}`,
      },
      says: 'App Connector fra-ac-02 as ZPN_STATUS_DISCONNECTED, since 2026-01-20 09:30:00 UTC, and not connected again',
    },
    {
      files: {
        'status.jsonl': `${statusEvent('Tue Jan 20 09:00:00 2026', 'a', 'ZPN_STATUS_AUTHENTICATED')}${statusEvent('Tue Jan 20 09:30:00 2026', 'a', 'ZPN_STATUS_DISCONNECTED')}${statusEvent('Tue Jan 20 09:41:00 2026', 'b', 'ZPN_STATUS_AUTHENTICATED')}`,
      },
      says: 'since 2026-01-20 09:30:00 UTC',
    },
    {
      files: {
        'test.txt':
          '[admin@fra-ac-02 ~]$ sudo zpa-connector troubleshoot connection\n[broker] tunnel: DOWN\n[time] System clock synchronized: yes\n[app] 10.20.4.30:443 reachable\n',
      },
      says: 'The connection test finds the tunnel DOWN',
    },
  ],
  silent: [
    {
      'test.txt':
        '[broker] tunnel: UP (edge: fra2-vse-01) latency: 12ms\n[time] System clock synchronized: yes\n[app] 10.20.4.30:443 reachable\n',
    },
    { 'connectors.json': page(exampleConnector(1), exampleConnector(2)) },
    // Switched off, and never connected.
    {
      'connectors.json': page(
        exampleConnector(1),
        exampleConnector(2),
        exampleConnector(3, { controlChannelStatus: 'ZPN_STATUS_DISCONNECTED', enabled: false }),
        exampleConnector(4, { controlChannelStatus: undefined }),
      ),
    },
    // A move to another Service Edge: the new session begins before or soon after the old one ends.
    {
      'status.jsonl': `${statusEvent('Tue Jan 20 09:00:00 2026', 'a', 'ZPN_STATUS_AUTHENTICATED')}${statusEvent('Tue Jan 20 09:29:58 2026', 'b', 'ZPN_STATUS_AUTHENTICATED')}${statusEvent('Tue Jan 20 09:30:00 2026', 'a', 'ZPN_STATUS_DISCONNECTED')}${statusEvent('Tue Jan 20 10:30:00 2026', 'b', 'ZPN_STATUS_DISCONNECTED')}${statusEvent('Tue Jan 20 10:30:20 2026', 'c', 'ZPN_STATUS_AUTHENTICATED')}`,
    },
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:1M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:2M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\n',
    'Jan 27 09:31:02 fra-ac-02 zpa-connector[1054]: Control connection state: CONNECTED to broker\n',
  ],
};

export default rule;
