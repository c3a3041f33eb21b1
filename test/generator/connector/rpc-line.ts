import { text } from '../text';
import type { Traffic } from './traffic';

/** RPC counters of version 18: `A = n, B = n`. */
export function oldRpcLine(traffic: Traffic): string {
  const c = traffic.counters;
  return (
    text`RPC Messages: BrkRq = ${traffic.created}, BrkRqAck = ${c.refused}, BindReq = ${c.binds}, ` +
    text`BindReqAck = ${c.bindAcks}, AppRtDisc = ${c.discoveries}, AppRtReq = ${c.routes}, DsnAstChk = ${c.dnsChecks}`
  );
}

/** RPC counters of versions 2x: received ones, then sent ones with what was dropped. Spelling and commas as there. */
export function rpcLine(traffic: Traffic): string {
  const c = traffic.counters;
  return (
    text`RPC Messages, RX: BrkRq[Dsp ${c.fromDispatcher} UBrk ${c.fromUserBroker} PBrk 0], BindAck ${c.bindAcks}, ` +
    text`AppRtDisc ${c.discoveries}, DnsChk[Dsp ${c.dnsChecks} Pbrk 0], MtunnelEnd ${c.ends} ` +
    text`TagPause ${c.pauses} TagResume ${c.resumes} WinUpdate ${c.windows} ` +
    text`Control Redirect ${c.controlRedirects} Config Redirect ${c.configRedirects} ` +
    text`Stats Redirect ${c.statsRedirects} Log redirect 0 Override redirect ${c.overrideRedirects} ` +
    text`TX|TX_DROP: BrkRqAck[Dsp ${c.refused}|0, UBrk 0|0, Pbrk 0|0], BindReq ${c.binds}|0, ` +
    text`AppRtReq ${c.routes}|${c.routesDropped}, HealthRp ${c.healthReports}|${c.healthDropped} ` +
    text`DnsChk[Dsp ${c.dnsChecks}|0 PBrk 0|0 NoR 0], ComprehensiveStats ${c.comprehensive}|0`
  );
}
