import type { Rule } from '../../../engine/match/rule';
import { DOCS, inferred, statusLine } from '../../evidence';
import { bindGaps } from '../../../engine/facts/traffic/bind-gaps';

const rule: Rule = {
  id: 'health/bind-unacked',
  title: 'Tunnel requests are not acknowledged',
  severity: 'warning',
  means:
    'For each session the connector asks the broker to bind a tunnel (BindReq), and the broker confirms it (BindAck). Over several status blocks far fewer were confirmed than asked for.',
  matters: 'New sessions wait or fail.',
  doNext: 'Look at the brokers and the control connection at that time.',
  message: 'Over {count} status blocks {missing} requests to bind a tunnel were not acknowledged.',
  needs: [statusLine('rpc', 'RPC messages')],
  evaluate: (facts) => bindGaps(facts),
  runbook: { id: 'control-connection-lost', step: 'test' },
  documentation: [DOCS.runbook],
  source: inferred('in published samples binds and acknowledgements differ by a small steady number'),
  fires: [
    {
      files:
        'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: RPC Messages, RX: BrkRq[Dsp 4575536 UBrk 11590736 PBrk 0], BindAck 999900, AppRtDisc 717553 TX|TX_DROP: BrkRqAck[Dsp 11027|0, UBrk 581|0, Pbrk 0|0], BindReq 1000000|0, AppRtReq 71507828|3407\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: RPC Messages, RX: BrkRq[Dsp 4575536 UBrk 11590736 PBrk 0], BindAck 1000500, AppRtDisc 717553 TX|TX_DROP: BrkRqAck[Dsp 11027|0, UBrk 581|0, Pbrk 0|0], BindReq 1001000|0, AppRtReq 71507828|3407\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: RPC Messages, RX: BrkRq[Dsp 4575536 UBrk 11590736 PBrk 0], BindAck 1001100, AppRtDisc 717553 TX|TX_DROP: BrkRqAck[Dsp 11027|0, UBrk 581|0, Pbrk 0|0], BindReq 1002000|0, AppRtReq 71507828|3407\nJan 27 09:03:00 fra-ac-02 zpa-connector-child[3276]: RPC Messages, RX: BrkRq[Dsp 4575536 UBrk 11590736 PBrk 0], BindAck 1001700, AppRtDisc 717553 TX|TX_DROP: BrkRqAck[Dsp 11027|0, UBrk 581|0, Pbrk 0|0], BindReq 1003000|0, AppRtReq 71507828|3407\nJan 27 09:04:00 fra-ac-02 zpa-connector-child[3276]: RPC Messages, RX: BrkRq[Dsp 4575536 UBrk 11590736 PBrk 0], BindAck 1002300, AppRtDisc 717553 TX|TX_DROP: BrkRqAck[Dsp 11027|0, UBrk 581|0, Pbrk 0|0], BindReq 1004000|0, AppRtReq 71507828|3407\nJan 27 09:05:00 fra-ac-02 zpa-connector-child[3276]: RPC Messages, RX: BrkRq[Dsp 4575536 UBrk 11590736 PBrk 0], BindAck 1002900, AppRtDisc 717553 TX|TX_DROP: BrkRqAck[Dsp 11027|0, UBrk 581|0, Pbrk 0|0], BindReq 1005000|0, AppRtReq 71507828|3407\n',
      says: 'not acknowledged',
    },
  ],
  silent: [
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: RPC Messages, RX: BrkRq[Dsp 4575536 UBrk 11590736 PBrk 0], BindAck 999900, AppRtDisc 717553 TX|TX_DROP: BrkRqAck[Dsp 11027|0, UBrk 581|0, Pbrk 0|0], BindReq 1000000|0, AppRtReq 71507828|3407\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: RPC Messages, RX: BrkRq[Dsp 4575536 UBrk 11590736 PBrk 0], BindAck 1000900, AppRtDisc 717553 TX|TX_DROP: BrkRqAck[Dsp 11027|0, UBrk 581|0, Pbrk 0|0], BindReq 1001000|0, AppRtReq 71507828|3407\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: RPC Messages, RX: BrkRq[Dsp 4575536 UBrk 11590736 PBrk 0], BindAck 1001900, AppRtDisc 717553 TX|TX_DROP: BrkRqAck[Dsp 11027|0, UBrk 581|0, Pbrk 0|0], BindReq 1002000|0, AppRtReq 71507828|3407\nJan 27 09:03:00 fra-ac-02 zpa-connector-child[3276]: RPC Messages, RX: BrkRq[Dsp 4575536 UBrk 11590736 PBrk 0], BindAck 1002900, AppRtDisc 717553 TX|TX_DROP: BrkRqAck[Dsp 11027|0, UBrk 581|0, Pbrk 0|0], BindReq 1003000|0, AppRtReq 71507828|3407\nJan 27 09:04:00 fra-ac-02 zpa-connector-child[3276]: RPC Messages, RX: BrkRq[Dsp 4575536 UBrk 11590736 PBrk 0], BindAck 1003900, AppRtDisc 717553 TX|TX_DROP: BrkRqAck[Dsp 11027|0, UBrk 581|0, Pbrk 0|0], BindReq 1004000|0, AppRtReq 71507828|3407\nJan 27 09:05:00 fra-ac-02 zpa-connector-child[3276]: RPC Messages, RX: BrkRq[Dsp 4575536 UBrk 11590736 PBrk 0], BindAck 1004900, AppRtDisc 717553 TX|TX_DROP: BrkRqAck[Dsp 11027|0, UBrk 581|0, Pbrk 0|0], BindReq 1005000|0, AppRtReq 71507828|3407\n',
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: RPC Messages, RX: BrkRq[Dsp 4575536 UBrk 11590736 PBrk 0], BindAck 999900, AppRtDisc 717553 TX|TX_DROP: BrkRqAck[Dsp 11027|0, UBrk 581|0, Pbrk 0|0], BindReq 1000000|0, AppRtReq 71507828|3407\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: RPC Messages, RX: BrkRq[Dsp 4575536 UBrk 11590736 PBrk 0], BindAck 1000900, AppRtDisc 717553 TX|TX_DROP: BrkRqAck[Dsp 11027|0, UBrk 581|0, Pbrk 0|0], BindReq 1001000|0, AppRtReq 71507828|3407\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: RPC Messages, RX: BrkRq[Dsp 4575536 UBrk 11590736 PBrk 0], BindAck 1001900, AppRtDisc 717553 TX|TX_DROP: BrkRqAck[Dsp 11027|0, UBrk 581|0, Pbrk 0|0], BindReq 1002000|0, AppRtReq 71507828|3407\nJan 27 09:03:00 fra-ac-02 zpa-connector-child[3276]: RPC Messages, RX: BrkRq[Dsp 4575536 UBrk 11590736 PBrk 0], BindAck 1002898, AppRtDisc 717553 TX|TX_DROP: BrkRqAck[Dsp 11027|0, UBrk 581|0, Pbrk 0|0], BindReq 1003000|0, AppRtReq 71507828|3407\nJan 27 09:04:00 fra-ac-02 zpa-connector-child[3276]: RPC Messages, RX: BrkRq[Dsp 4575536 UBrk 11590736 PBrk 0], BindAck 1003900, AppRtDisc 717553 TX|TX_DROP: BrkRqAck[Dsp 11027|0, UBrk 581|0, Pbrk 0|0], BindReq 1004000|0, AppRtReq 71507828|3407\nJan 27 09:05:00 fra-ac-02 zpa-connector-child[3276]: RPC Messages, RX: BrkRq[Dsp 4575536 UBrk 11590736 PBrk 0], BindAck 1004900, AppRtDisc 717553 TX|TX_DROP: BrkRqAck[Dsp 11027|0, UBrk 581|0, Pbrk 0|0], BindReq 1005000|0, AppRtReq 71507828|3407\n',
  ],
};

export default rule;
