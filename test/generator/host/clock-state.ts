import { text } from '../text';
import { isoClock, monthName, weekday } from '../journal/stamp';
import type { Machine } from '../cast';

/** `chronyc tracking` of a clock that follows its server. */
export function chronycSynchronised(machine: Machine, nowMs: number): string[] {
  const octets = machine.ntpServer.split('.').map((part) => Number(part).toString(16).toUpperCase().padStart(2, '0'));
  return [
    `Reference ID    : ${octets.join('')} (${machine.ntpServer})`,
    'Stratum         : 3',
    `Ref time (UTC)  : ${longDate(nowMs - 412_000)}`,
    'System time     : 0.000021418 seconds slow of NTP time',
    'Last offset     : -0.000013502 seconds',
    'RMS offset      : 0.000038771 seconds',
    'Frequency       : 11.207 ppm slow',
    'Residual freq   : -0.002 ppm',
    'Skew            : 0.041 ppm',
    'Root delay      : 0.012734115 seconds',
    'Root dispersion : 0.001102441 seconds',
    'Update interval : 1036.4 seconds',
    'Leap status     : Normal',
  ];
}

/** `chronyc tracking` of a clock that never heard its server. */
export function chronycUnsynchronised(): string[] {
  return [
    'Reference ID    : 00000000 ()',
    'Stratum         : 0',
    'Ref time (UTC)  : Thu Jan 01 00:00:00 1970',
    'System time     : 0.000000000 seconds fast of NTP time',
    'Last offset     : +0.000000000 seconds',
    'RMS offset      : 0.000000000 seconds',
    'Frequency       : 8.912 ppm slow',
    'Residual freq   : +0.000 ppm',
    'Skew            : 0.000 ppm',
    'Root delay      : 1.000000000 seconds',
    'Root dispersion : 1.000000000 seconds',
    'Update interval : 0.0 seconds',
    'Leap status     : Not synchronised',
  ];
}

/** `timedatectl status`. `rtcAheadSeconds`: how far the machine's hardware clock runs ahead of the system's. */
export function timedatectlOutput(nowMs: number, synchronised: boolean, rtcAheadSeconds = 0): string[] {
  const local = `${weekday(nowMs)} ${isoClock(nowMs)}`;
  const rtcMs = nowMs + rtcAheadSeconds * 1000;
  return [
    `               Local time: ${local} UTC`,
    `           Universal time: ${local} UTC`,
    `                 RTC time: ${weekday(rtcMs)} ${isoClock(rtcMs)}`,
    '                Time zone: UTC (UTC, +0000)',
    `System clock synchronized: ${synchronised ? 'yes' : 'no'}`,
    '              NTP service: active',
    '          RTC in local TZ: no',
  ];
}

/** `Tue Mar 17 12:01:44 2026`. */
function longDate(ms: number): string {
  const date = new Date(ms);
  const day = String(date.getUTCDate()).padStart(2, '0');
  return text`${weekday(ms)} ${monthName(ms)} ${day} ${date.toISOString().slice(11, 19)} ${date.getUTCFullYear()}`;
}
