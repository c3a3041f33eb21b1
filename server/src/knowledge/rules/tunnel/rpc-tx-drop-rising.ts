import type { Rule } from '../../../engine/match/rule';
import { DOCS, inferred, statusLine } from '../../evidence';
import { rpcDropHits } from '../../../engine/facts/traffic/rpc-drops';

const rule: Rule = {
  id: 'tunnel/rpc-tx-drop-rising',
  title: 'Messages to the cloud are dropped',
  severity: 'warning',
  means: 'A TX_DROP counter of the RPC line rises between status blocks: messages could not be sent.',
  matters: 'Application routes, health or binds reach the cloud late or not at all. A steady value is history.',
  doNext: 'Compare the minute with outages of the control connection.',
  message: '{names} rose: {total} messages to the cloud were dropped.',
  needs: [statusLine('rpc', 'RPC messages')],
  evaluate: (facts) => rpcDropHits(facts),
  runbook: { id: 'control-connection-lost', step: 'minute' },
  documentation: [DOCS.runbook],
  source: inferred('the line names its pairs TX|TX_DROP'),
  fires: [
    {
      files:
        'Jan 27 12:15:22 fra-ac-02 zpa-connector-child[3276]: RPC Messages, RX: BrkRq[Dsp 4575536 UBrk 11590736 PBrk 0], BindAck 16151315, AppRtDisc 717553, DnsChk[Dsp 12537 Pbrk 0], MtunnelEnd 27403145 TagPause 1014102 TagResume 1011736 WinUpdate 222755247 Control Redirect 17 Config Redirect 17 Stats Redirect 12 Log redirect 0 Override redirect 13 TX|TX_DROP: BrkRqAck[Dsp 11027|0, UBrk 581|0, Pbrk 0|0], BindReq 16154641|0, AppRtReq 71507828|3407, HealthRp 3790522|148 DnsChk[Dsp 12537|0 PBrk 0|0 NoR 0], ComprehensiveStats 10580|0\nJan 27 12:16:22 fra-ac-02 zpa-connector-child[3276]: RPC Messages, RX: BrkRq[Dsp 4575536 UBrk 11590736 PBrk 0], BindAck 16151315, AppRtDisc 717553, DnsChk[Dsp 12537 Pbrk 0], MtunnelEnd 27403145 TagPause 1014102 TagResume 1011736 WinUpdate 222755247 Control Redirect 17 Config Redirect 17 Stats Redirect 12 Log redirect 0 Override redirect 13 TX|TX_DROP: BrkRqAck[Dsp 11027|0, UBrk 581|0, Pbrk 0|0], BindReq 16154641|0, AppRtReq 71507828|3490, HealthRp 3790522|148 DnsChk[Dsp 12537|0 PBrk 0|0 NoR 0], ComprehensiveStats 10580|0\n',
      says: 'AppRtReq',
    },
  ],
  silent: [
    'Jan 27 12:15:22 fra-ac-02 zpa-connector-child[3276]: RPC Messages, RX: BrkRq[Dsp 4575536 UBrk 11590736 PBrk 0], BindAck 16151315, AppRtDisc 717553, DnsChk[Dsp 12537 Pbrk 0], MtunnelEnd 27403145 TagPause 1014102 TagResume 1011736 WinUpdate 222755247 Control Redirect 17 Config Redirect 17 Stats Redirect 12 Log redirect 0 Override redirect 13 TX|TX_DROP: BrkRqAck[Dsp 11027|0, UBrk 581|0, Pbrk 0|0], BindReq 16154641|0, AppRtReq 71507828|3407, HealthRp 3790522|148 DnsChk[Dsp 12537|0 PBrk 0|0 NoR 0], ComprehensiveStats 10580|0\nJan 27 12:16:22 fra-ac-02 zpa-connector-child[3276]: RPC Messages, RX: BrkRq[Dsp 4575536 UBrk 11590736 PBrk 0], BindAck 16151315, AppRtDisc 717553, DnsChk[Dsp 12537 Pbrk 0], MtunnelEnd 27403145 TagPause 1014102 TagResume 1011736 WinUpdate 222755247 Control Redirect 17 Config Redirect 17 Stats Redirect 12 Log redirect 0 Override redirect 13 TX|TX_DROP: BrkRqAck[Dsp 11027|0, UBrk 581|0, Pbrk 0|0], BindReq 16154641|0, AppRtReq 71507828|3407, HealthRp 3790522|148 DnsChk[Dsp 12537|0 PBrk 0|0 NoR 0], ComprehensiveStats 10580|0\n',
    'Jan 27 12:15:22 fra-ac-02 zpa-connector-child[3276]: RPC Messages, RX: BrkRq[Dsp 4575536 UBrk 11590736 PBrk 0], BindAck 16151315, AppRtDisc 717553, DnsChk[Dsp 12537 Pbrk 0], MtunnelEnd 27403145 TagPause 1014102 TagResume 1011736 WinUpdate 222755247 Control Redirect 17 Config Redirect 17 Stats Redirect 12 Log redirect 0 Override redirect 13 TX|TX_DROP: BrkRqAck[Dsp 11027|0, UBrk 581|0, Pbrk 0|0], BindReq 16154641|0, AppRtReq 71507828|3407, HealthRp 3790522|148 DnsChk[Dsp 12537|0 PBrk 0|0 NoR 0], ComprehensiveStats 10580|0\n',
  ],
};

export default rule;
