/** How journalctl and syslog print the time of a line. */
export type StampMode = 'short' | 'short-precise' | 'short-iso' | 'short-full' | 'with-unit' | 'short-unix' | 'rfc3164';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/**
 * Time of a line. `ms`: epoch milliseconds of the log's clock (UTC), `micros`: microseconds within that
 * millisecond, shown by the precise modes only.
 */
export function stamp(mode: StampMode, ms: number, micros = 0): string {
  const date = new Date(ms);
  const iso = date.toISOString();
  const clock = iso.slice(11, 19);
  const fraction = `${iso.slice(20, 23)}${String(micros).padStart(3, '0')}`;
  const month = MONTHS[date.getUTCMonth()] ?? '';
  const day = String(date.getUTCDate());
  switch (mode) {
    case 'short':
      return `${month} ${day.padStart(2, '0')} ${clock}`;
    case 'short-precise':
      return `${month} ${day.padStart(2, '0')} ${clock}.${fraction}`;
    case 'short-iso':
      return `${iso.slice(0, 19)}+0000`;
    case 'short-full':
    case 'with-unit':
      return `${DAYS[date.getUTCDay()] ?? ''} ${iso.slice(0, 10)} ${clock} UTC`;
    case 'short-unix':
      return `${String(Math.floor(ms / 1000))}.${fraction}`;
    case 'rfc3164':
      // /var/log/messages pads the day with a blank.
      return `${month} ${day.padStart(2, ' ')} ${clock}`;
  }
}

/** What `date` prints: `Tue Mar 17 12:08:31 UTC 2026`. */
export function dateLine(ms: number): string {
  const date = new Date(ms);
  const day = String(date.getUTCDate()).padStart(2, ' ');
  const clock = date.toISOString().slice(11, 19);
  return `${weekday(ms)} ${monthName(ms)} ${day} ${clock} UTC ${String(date.getUTCFullYear())}`;
}

export function weekday(ms: number): string {
  return DAYS[new Date(ms).getUTCDay()] ?? '';
}

export function monthName(ms: number): string {
  return MONTHS[new Date(ms).getUTCMonth()] ?? '';
}

/** `2026-03-17 12:08:31`. */
export function isoClock(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
}
