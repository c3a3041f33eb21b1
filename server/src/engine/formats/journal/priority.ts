/** The priority of a syslog message, in figures and in words. */
import { digit } from './digits';

/** Offset behind the priority of syslog at `start` (`<30>`, `<30>1 `); `start` where there is none. */
export function skipPriority(text: string, start: number, end: number): number {
  let at = start + 1;
  while (at < end && at - start < 5 && digit(text, at) >= 0) at += 1;
  if (text.charCodeAt(at) !== 62 /* > */ || at === start + 1) return start;
  at += 1;
  // RFC 5424 puts a version digit and a blank after the priority.
  return text.charCodeAt(at) === 49 && text.charCodeAt(at + 1) === 32 ? at + 2 : at;
}

/** Whether the priority at `start` is that of RFC 5424: `<30>1 ` in front of the time at `at`. */
export function isVersioned(text: string, start: number, at: number): boolean {
  return at - start > 3 && text.charCodeAt(at - 2) === 49 && text.charCodeAt(at - 3) === 62;
}

const FACILITY =
  /(?:kern|user|mail|daemon|auth(?:priv)?|syslog|cron|local[0-7])\.(?:emerg|alert|crit|err|warn|notice|info|debug) /uy;

/** Offset behind facility and severity as BusyBox prints them (`daemon.notice `); `start` where there are none. */
export function skipFacility(text: string, start: number): number {
  FACILITY.lastIndex = start;
  return FACILITY.test(text) ? FACILITY.lastIndex : start;
}
