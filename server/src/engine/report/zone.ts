import type { ZoneOffset } from './log-time';

/** Reads `UTC`, `+05:30`, `-0800`, `+2`, `UTC+2` or a name as in `Europe/Berlin`; null for anything else. */
export function zoneOffset(text: string): ZoneOffset | null {
  if (/^(?:UTC|GMT|Z)$/iu.test(text)) return () => 0;
  const fixed = /^(?:UTC|GMT)?([+-])(\d{1,2})(?::?(\d{2}))?$/iu.exec(text);
  if (fixed !== null) {
    const minutes = Number(fixed[2]) * 60 + Number(fixed[3] ?? 0);
    return minutes > MAX_OFFSET_MINUTES ? null : () => (fixed[1] === '-' ? -minutes : minutes);
  }
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', { timeZone: text, timeZoneName: 'longOffset' });
  } catch {
    return null;
  }
  // The offset belongs to a moment, and the moment to the offset: two rounds settle it but within a change of clocks.
  return (localMs) => offsetAt(format, localMs - offsetAt(format, localMs) * 60_000);
}

const MAX_OFFSET_MINUTES = 14 * 60;

function offsetAt(format: Intl.DateTimeFormat, utcMs: number): number {
  const name = format.formatToParts(utcMs).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const offset = /([+-])(\d{2}):(\d{2})/u.exec(name);
  if (offset === null) return 0;
  return (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3]));
}
