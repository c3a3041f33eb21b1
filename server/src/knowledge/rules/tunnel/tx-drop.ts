import type { Rule } from '../../../engine/match/rule';
import { DOCS, FLOW_ROWS, inferred } from '../../evidence';
import { flowHits, singleSampleHints } from '../../../engine/facts/traffic/flow-hits';

const rule: Rule = {
  id: 'tunnel/tx-drop',
  title: 'Data to the broker is dropped',
  severity: 'warning',
  means: 'tx_drop of a connection rises: data that was queued for the broker was thrown away.',
  matters: 'Users see stalls and broken sessions.',
  doNext: 'Look at the state of the same connection, at RTT and loss to this broker.',
  message: 'tx_drop of the connection to {broker} {change}.',
  needs: [FLOW_ROWS],
  evaluate: (facts) => [...flowHits(facts, 'tx_drop'), ...singleSampleHints(facts, 'tx_drop')],
  runbook: { id: 'control-connection-lost', step: 'test' },
  documentation: [DOCS.runbook],
  source: inferred('the name of the counter and its place in flow-control rows'),
  fires: [
    {
      files:
        'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: * FC f_conn [10.20.4.17]:41236;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443:fohh_connection_connected, rx = 195538, peer_tx = 195538, tx = 855420, tx_drop = 0, tx_limit = 34409852, tx_limit_update = 1559057907248724, r_rx = 855420, r_tx_limit = 33749970, tx_wnd_update = 1559057907248724, rx_wnd_update = 1559057881252092, tx_blocked = 0, enq = 855420, deq = 855420\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: * FC f_conn [10.20.4.17]:41236;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443:fohh_connection_connected, rx = 195538, peer_tx = 195538, tx = 900000, tx_drop = 7, tx_limit = 34454432, tx_limit_update = 1559057907248724, r_rx = 900000, r_tx_limit = 33749970, tx_wnd_update = 1559057907248724, rx_wnd_update = 1559057881252092, tx_blocked = 0, enq = 900000, deq = 900000\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: * FC f_conn [10.20.4.17]:41236;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443:fohh_connection_connected, rx = 195538, peer_tx = 195538, tx = 950000, tx_drop = 19, tx_limit = 34504432, tx_limit_update = 1559057907248724, r_rx = 950000, r_tx_limit = 33749970, tx_wnd_update = 1559057907248724, rx_wnd_update = 1559057881252092, tx_blocked = 0, enq = 950000, deq = 950000\n',
      says: 'rises by 19',
    },
    {
      files:
        'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: * FC f_conn [10.20.4.17]:41236;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443:fohh_connection_connected, rx = 195538, peer_tx = 195538, tx = 855420, tx_drop = 5, tx_limit = 34409852, tx_limit_update = 1559057907248724, r_rx = 855420, r_tx_limit = 33749970, tx_wnd_update = 1559057907248724, rx_wnd_update = 1559057881252092, tx_blocked = 0, enq = 855420, deq = 855420\n',
      says: 'is 5',
      severity: 'hint',
    },
  ],
  silent: [
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: * FC f_conn [10.20.4.17]:41236;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443:fohh_connection_connected, rx = 195538, peer_tx = 195538, tx = 855420, tx_drop = 5, tx_limit = 34409852, tx_limit_update = 1559057907248724, r_rx = 855420, r_tx_limit = 33749970, tx_wnd_update = 1559057907248724, rx_wnd_update = 1559057881252092, tx_blocked = 0, enq = 855420, deq = 855420\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: * FC f_conn [10.20.4.17]:41236;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443:fohh_connection_connected, rx = 195538, peer_tx = 195538, tx = 900000, tx_drop = 5, tx_limit = 34454432, tx_limit_update = 1559057907248724, r_rx = 900000, r_tx_limit = 33749970, tx_wnd_update = 1559057907248724, rx_wnd_update = 1559057881252092, tx_blocked = 0, enq = 900000, deq = 900000\n',
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: * FC f_conn [10.20.4.17]:41236;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443:fohh_connection_connected, rx = 195538, peer_tx = 195538, tx = 855420, tx_drop = 0, tx_limit = 34409852, tx_limit_update = 1559057907248724, r_rx = 855420, r_tx_limit = 33749970, tx_wnd_update = 1559057907248724, rx_wnd_update = 1559057881252092, tx_blocked = 0, enq = 855420, deq = 855420\n',
  ],
};

export default rule;
