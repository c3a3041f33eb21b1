import type { Rule } from '../../../engine/match/rule';
import { DOCS, JOURNAL, inferred } from '../../evidence';
import { runawayGaps } from '../../../engine/facts/traffic/flow-gaps';
import { flowHits } from '../../../engine/facts/traffic/flow-hits';
import { burstHits } from '../../../engine/match/run-rules';
import { flowControlKicked } from '../../messages/control-connection';

const rule: Rule = {
  id: 'tunnel/tx-blocked',
  title: 'A sender is blocked',
  severity: 'warning',
  means:
    'tx_blocked rises, or the connector says that it kicked a blocked connection: the other side does not take the data.',
  matters: 'Sessions over this connection stall.',
  doNext: 'Look at the broker and at the network to it.',
  message: 'Sending to {broker} is blocked{change}.',
  needs: [JOURNAL],
  on: { messages: [flowControlKicked] },
  evaluate: (facts) => [
    ...flowHits(facts, 'tx_blocked').map((hit) => ({
      ...hit,
      data: { ...hit.data, change: `: tx_blocked ${String(hit.data?.change)}` },
    })),
    ...runawayGaps(facts, 'enq', 'deq').map((hit) => ({
      ...hit,
      data: { ...hit.data, change: `: ${String(hit.data?.bytes)} bytes more are queued than taken out` },
    })),
    ...burstHits(facts, [flowControlKicked.id], ['peer']).map((hit) => ({
      ...hit,
      data: { broker: hit.data?.peer ?? '', change: ` for more than a second (${String(hit.count ?? 1)} times)` },
    })),
  ],
  runbook: { id: 'control-connection-lost', step: 'test' },
  documentation: [DOCS.runbook],
  source: inferred('names of the counters'),
  fires: [
    {
      files:
        'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: * FC f_conn [10.20.4.17]:41236;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443:fohh_connection_connected, rx = 195538, peer_tx = 195538, tx = 855420, tx_drop = 0, tx_limit = 34409852, tx_limit_update = 1559057907248724, r_rx = 855420, r_tx_limit = 33749970, tx_wnd_update = 1559057907248724, rx_wnd_update = 1559057881252092, tx_blocked = 0, enq = 855420, deq = 855420\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: * FC f_conn [10.20.4.17]:41236;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443:fohh_connection_connected, rx = 195538, peer_tx = 195538, tx = 900000, tx_drop = 0, tx_limit = 34454432, tx_limit_update = 1559057907248724, r_rx = 900000, r_tx_limit = 33749970, tx_wnd_update = 1559057907248724, rx_wnd_update = 1559057881252092, tx_blocked = 4, enq = 900000, deq = 900000\n',
      says: 'blocked',
    },
    {
      files:
        'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Kick flow control to connection [10.20.4.17]:37480;216199427017146580.pb.private.zscaler.com:[198.51.100.7]:443;0, as it is blocked for more than 1 second.\n',
      says: '216199427017146580',
    },
  ],
  silent: [
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: * FC f_conn [10.20.4.17]:41236;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443:fohh_connection_connected, rx = 195538, peer_tx = 195538, tx = 855420, tx_drop = 0, tx_limit = 34409852, tx_limit_update = 1559057907248724, r_rx = 855420, r_tx_limit = 33749970, tx_wnd_update = 1559057907248724, rx_wnd_update = 1559057881252092, tx_blocked = 2, enq = 855420, deq = 855420\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: * FC f_conn [10.20.4.17]:41236;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443:fohh_connection_connected, rx = 195538, peer_tx = 195538, tx = 900000, tx_drop = 0, tx_limit = 34454432, tx_limit_update = 1559057907248724, r_rx = 900000, r_tx_limit = 33749970, tx_wnd_update = 1559057907248724, rx_wnd_update = 1559057881252092, tx_blocked = 2, enq = 900000, deq = 900000\n',
  ],
};

export default rule;
