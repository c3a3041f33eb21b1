/**
 * Logs that go on in another file: logrotate begins a new one at any line, and a bundle often holds a log twice. What
 * one file lacks is then in the other.
 */
import { fileNameOf } from '../../basics/path-parts';
import type { BundleFacts } from '../bundle-facts';

/** `messages-20260118`, `syslog.1`, `zpa.log-20260118-1768694401.gz`: what logrotate makes of a log. A dump may bear a date too. */
const ROTATED =
  /^(?:(?:messages|syslog|[\w-]{1,60}\.log)-\d{8}(?:-\d{2,10})?|(?:messages|syslog|[\w-]{1,60}\.log)\.\d{1,3})(?:\.(?:gz|xz|bz2|zst))?$/u;
/** The logs of syslog themselves, which begin where logrotate ended the file before. */
const LIVE = /^(?:messages|syslog)$/u;

/** Whether logrotate ended this file: then it ends at any line, and no part of it is missing. */
export function isRotatedAway(path: string): boolean {
  return ROTATED.test(fileNameOf(path));
}

/** Whether logrotate decided where this file begins. */
export function beginsWithRotation(path: string): boolean {
  const name = fileNameOf(path);
  return ROTATED.test(name) || LIVE.test(name);
}

/**
 * Whether a log of this host in another file tells what was written behind a time (log-clock epoch ms); it may begin so
 * many ms later.
 */
export function isToldElsewhere(
  facts: BundleFacts,
  artifact: number,
  host: string | null,
  timeMs: number,
  laterMs = 0,
): boolean {
  if (host === null) return false;
  return facts
    .sections('journal')
    .some(
      (one) =>
        one.artifact.index !== artifact &&
        one.facts.hosts.includes(host) &&
        one.facts.firstMs !== null &&
        one.facts.lastMs !== null &&
        one.facts.firstMs <= timeMs + laterMs &&
        one.facts.lastMs > timeMs,
    );
}
