import { UsageError } from './usage-error';

const DAY_MS = 86_400_000;
const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: DAY_MS };

/**
 * A `--since` or `--until` on the log's clock, epoch ms: a date, a date and time, a time of the last day, or a span
 * before the last line (`90s`, `30m`, `2h`, `1d`). `lastMs` is the last time of the logs; null where they have none.
 * A bare date means its whole day: its start for `since`, its last millisecond for `until`.
 */
export function readBound(text: string, flag: 'since' | 'until', lastMs: number | null): number | null {
  const full = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?)?$/u.exec(text);
  if (full !== null) {
    const [, year, month, day, hours, minutes, seconds = '0', fraction = '0'] = full;
    const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
    if (new Date(midnight).toISOString().slice(0, 10) !== text.slice(0, 10)) throw noTime(text, flag);
    if (hours !== undefined && !isClock(hours, minutes, seconds)) throw noTime(text, flag);
    if (hours === undefined) return flag === 'since' ? midnight : midnight + DAY_MS - 1;
    return midnight + clockMs(hours, minutes, seconds) + Number(fraction.padEnd(3, '0'));
  }
  const clock = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/u.exec(text);
  if (clock !== null) {
    if (!isClock(clock[1], clock[2], clock[3])) throw noTime(text, flag);
    if (lastMs === null) return null;
    return Math.floor(lastMs / DAY_MS) * DAY_MS + clockMs(clock[1], clock[2], clock[3] ?? '0');
  }
  // journalctl writes the span with a minus.
  const span = /^-?(\d{1,6})([smhd])$/u.exec(text);
  if (span !== null) return lastMs === null ? null : lastMs - Number(span[1]) * (UNITS[span[2] ?? ''] ?? 0);
  throw noTime(text, flag);
}

function noTime(text: string, flag: string): UsageError {
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/u.test(text) ? " (times are the log's own clock: leave the zone out)" : '';
  return new UsageError(`--${flag} ${text} is no time: 2026-01-21T14:00, 14:00 or 2h${zoned}`);
}

/** Whether there is such a time of day; a leap second is one. */
function isClock(hours = '0', minutes = '0', seconds = '0'): boolean {
  return Number(hours) < 24 && Number(minutes) < 60 && Number(seconds) <= 60;
}

function clockMs(hours = '0', minutes = '0', seconds = '0'): number {
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
}
