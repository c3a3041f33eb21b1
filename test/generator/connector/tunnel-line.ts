import { text } from '../text';
import type { Traffic } from './traffic';

/** The Mtunnels line of versions up to 2024: `Created - Freed = Active` and `Alloc - Free_q_cnt = Active`. */
export function oldTunnelLine(traffic: Traffic): string {
  const { active, objects } = traffic.counters;
  return (
    text`Mtunnels: Total Created = ${traffic.created}, Total Freed = ${traffic.freed}, Current Active = ${active}, ` +
    text`Alloc = ${objects}, Free_q_cnt = ${objects - active}`
  );
}

/** The Mtunnels line of 2025: labels in parentheses, values behind them; parts add up to their totals. */
export function tunnelLine(traffic: Traffic): string {
  const c = traffic.counters;
  const { created } = traffic;
  const reported = created - c.withoutHealth;
  const activeReported = c.active - (c.active > 40 ? 1 : 0);
  const total = text`${created}|${reported}|${c.withoutHealth}`;
  const active = text`${c.active}|${activeReported}|${c.active - activeReported}`;
  const tcp = created - c.udp - c.icmp;
  const peak = text`peak active ${c.peakActive} at cloud time ${c.peakAtMs * 1000 + 184_551} us`;
  return (
    text`Mtunnels(all|health-report-based|no-health-report-based), total ${total}, to broker ${total}, ` +
    text`to private broker 0|0|0, unbound/errored ${c.refused}, current active ${active}, ${peak}, ` +
    text`peak in mem ${c.objects}, total mtunnel alloc ${created}, total mtunnel free ${traffic.freed} ` +
    text`types(tcp|udp|icmp|mtls|de|tcp_de|udp_de) ${tcp}|${c.udp}|${c.icmp}|0|0|0|0 , reaped 0, ` +
    'waf inspection status (http|httpDE|https|httpsDE|none) 0|0|0|0|0, ' +
    'adp inspection status (ldap|ldapDE|smb|smbDE|krb|krbDE) 0|0|0|0|0|0, ' +
    'auto inspection status (auto|auto_de|auto_tls|auto_tls_de|ptag|ptag_de) 0|0|0|0|0|0, ' +
    'active inspection status (http|https|ldap|smb|krb|auto|auto_tls|ptag) 0|0|0|0|0|0|0|0, ' +
    'pipeline status 0|0|0|0, websocket stats (upgrade|inspection) 0|0, ' +
    'api traffic stats (detection|inspection) 0|0, mtr(create|delete) tcp 0|0 icmp 0|0 udp 0|0'
  );
}
