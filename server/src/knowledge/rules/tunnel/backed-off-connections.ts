import type { Rule } from '../../../engine/match/rule';
import { DOCS, TROUBLESHOOTING, statusLine } from '../../evidence';
import { columnRuns } from '../../../engine/facts/column-runs';
import { backedOffFlows } from '../../../engine/facts/flow-hits';

const rule: Rule = {
  id: 'tunnel/backed-off-connections',
  title: 'Connections to brokers fail and wait',
  severity: 'warning',
  means:
    'The connector could not open connections to some brokers (Service Edges) and waits before it tries again: state fohh_connection_backoff.',
  matters: 'Users whose sessions run over these brokers are without their applications meanwhile.',
  doNext: 'See which brokers are concerned, and whether the control connection is up.',
  message: '{most} data connection(s) are backed off in {count} status block(s).',
  needs: [{ ...statusLine('data', 'the data connections'), anyOf: ['status-block:data', 'fohh-connection'] }],
  evaluate: (facts) => {
    const counted = columnRuns(facts, 'data.backed_off', 'data', (value) => value > 0).map(({ hit, values }) => ({
      ...hit,
      data: { most: Math.max(...values) },
    }));
    if (counted.length > 0) return counted;
    return backedOffFlows(facts).map((hit) => ({
      ...hit,
      message: '{connections} connection(s) stand in fohh_connection_backoff, the first to {broker}.',
    }));
  },
  runbook: { id: 'frequent-disconnects', step: 'which' },
  documentation: [DOCS.runbook],
  source: TROUBLESHOOTING,
  fires: [
    {
      files:
        'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 21, backed_off connections = 0\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 18, backed_off connections = 3\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 18, backed_off connections = 3\n',
      says: '3 data',
    },
    {
      files:
        '* FC f_conn [10.20.4.17]:41236;broker1b.was2.prod.zpath.net:[198.51.100.23]:443:fohh_connection_connected, rx = 195538, peer_tx = 195538, tx = 855420, tx_drop = 0, tx_limit = 34409852, tx_limit_update = 1559057907248724, r_rx = 855420, r_tx_limit = 33749970, tx_wnd_update = 1559057907248724, rx_wnd_update = 1559057881252092, tx_blocked = 0, enq = 855420, deq = 855420\n* FC f_conn [10.20.4.17]:41236;broker1b.was2.prod.zpath.net:[198.51.100.23]:443:fohh_connection_backoff, rx = 0, peer_tx = 0, tx = 0, tx_drop = 0, tx_limit = 33554432, tx_limit_update = 1559057922248143, r_rx = 0, r_tx_limit = 33554432, tx_wnd_update = 0, rx_wnd_update = 0, tx_blocked = 0, enq = 0, deq = 0\n',
      says: '1 connection(s) stand in fohh_connection_backoff',
    },
  ],
  silent: [
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 21, backed_off connections = 0\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 21, backed_off connections = 0\n',
  ],
};

export default rule;
