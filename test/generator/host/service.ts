import { isoClock, weekday } from '../journal/stamp';
import { text } from '../text';
import type { Pids } from './processes';

/** `systemctl status zpa-connector` of a running service. `tail`: journal lines that systemctl shows below. */
export function systemctlRunning(pids: Pids, sinceMs: number, nowMs: number, tail: readonly string[] = []): string[] {
  const minutes = Math.floor((nowMs - sinceMs) / 60_000);
  const ago = minutes < 60 ? text`${minutes}min ago` : text`${Math.floor(minutes / 60)}h ${minutes % 60}min ago`;
  return [
    '● zpa-connector.service - Zscaler Private Access App Connector',
    '     Loaded: loaded (/usr/lib/systemd/system/zpa-connector.service; enabled; preset: disabled)',
    `     Active: active (running) since ${weekday(sinceMs)} ${isoClock(sinceMs)} UTC; ${ago}`,
    text`   Main PID: ${pids.parent} (zpa-connector)`,
    '      Tasks: 61 (limit: 48788)',
    '     Memory: 412.6M',
    '        CPU: 31min 12.408s',
    '     CGroup: /system.slice/zpa-connector.service',
    text`             ├─${pids.parent} /opt/zscaler/bin/zpa-connector`,
    text`             └─${pids.child} zpa-connector-child`,
    ...(tail.length === 0 ? [] : ['', ...tail]),
  ];
}
