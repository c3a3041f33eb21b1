/**
 * Secrets that a bundle can hold and that nothing of ours may show: provisioning key tokens, private keys,
 * passwords, cookies, bearer tokens. Version and API host of a key are no secret and stay, because they tell which cloud it is for.
 */

/** Columns of one line, UTF-16 units, end exclusive. */
export interface SecretSpan {
  readonly start: number;
  readonly end: number;
}

/** What stands in the place of a secret. Not in square brackets: `[m` is what is left of a colour code. */
export const MASK = '<masked>';

/** Each names the part to hide `secret`. All run on single lines. */
const FORMS: readonly RegExp[] = [
  // Key, whole or cut as logs print it: version|host|token.
  /\d\|(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z0-9-]{1,63}\|(?<secret>[^\s|"'<>\u2018-\u201f]{3,4000})/dgu,
  /\bprovision(?:ing)?_?[Kk]ey["']?\s?[=:]\s?["']?\d\|[^|\s"']{1,253}\|(?<secret>[^\s|"']{3,4000})/dgu,
  // The same members of an API export or an audit record, whatever form the key has; fingerprints are sensitive too.
  /"(?:provisioning_?key|nonce|fingerprint)\\?"\s?:\s?\\?"(?:\d\|[^|"\\]{1,253}\|)?(?<secret>[^"\\]{3,4000})/dgiu,
  /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----(?<secret>[^-]{1,8000})/dgu,
  /\bauthorization["']?\s?[:=]\s?["']?(?<secret>[^"'\r\n]{3,4000})/dgiu,
  /\b(?:set-)?cookie["']?\s?[:=]\s?["']?(?<secret>[^"'\r\n]{3,4000})/dgiu,
  /\bbearer (?<secret>[\w.~+/=-]{8,4000})/dgiu,
  /\b[\w-]{0,40}(?:password|passwd|passphrase|pwd|secret|token|api_?key|access_?key|private_?key)["']?\s?=\s?["']?(?<secret>[^\s"',;&]{3,4000})/dgiu,
  /"[\w-]{0,40}(?:password|passwd|passphrase|pwd|secret|token|api_?key|access_?key|private_?key)"\s?:\s?"(?<secret>[^"]{3,4000})/dgiu,
  /\b(?:password|passwd|passphrase): ?(?<secret>\S{3,4000})/dgiu,
  /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@]{1,100}:(?<secret>[^\s/@]{1,200})@/dgu,
  // A connector's proxy file with a password, which the connector does not take: user:password@host:port.
  /^\s{0,20}[^\s/:@]{1,100}:(?<secret>[^\s/@]{1,200})@[\w.-]{1,253}:\d{1,5}\s{0,8}$/dgu,
  /\s(?:-u|-U|--user|--proxy-user) ?["']?[^\s:"']{1,100}:(?<secret>[^\s"']{1,200})/dgu,
  /(?<secret>\beyJ[\w-]{8,4000}\.[\w-]{8,4000}(?:\.[\w-]{0,4000})?)/dgu,
  /(?<secret>\bAKIA[0-9A-Z]{16}\b)/dgu,
];

/** Runs that can be base64; which of them are is decided by their mixture of characters. */
const LONG_RUN = /[A-Za-z0-9+/=_-]{48,}/gu;
const BASE64_LINE = /^\s*(?<secret>[A-Za-z0-9+/]{16,}={0,2})\s*$/du;
/** In a key file everything of this length that is neither a host name nor a path is part of the key. */
const KEY_FILE_RUN = /[^\s|"'<>\u2018-\u201f\u00ab\u00bb]{12,}/gu;

/** Spans of a line that no output may show, in order and without overlap. `isKeyFile`: the line is of a provision_key file. */
export function secretSpans(line: string, isKeyFile = false): readonly SecretSpan[] {
  const spans: SecretSpan[] = [];
  for (const form of FORMS) {
    for (const match of line.matchAll(form)) {
      const [start, end] = match.indices?.groups?.secret ?? [0, 0];
      if (end > start) spans.push({ start, end });
    }
  }
  for (const match of line.matchAll(LONG_RUN)) {
    if (isRandom(match[0], 3)) spans.push({ start: match.index, end: match.index + match[0].length });
  }
  const whole = BASE64_LINE.exec(line)?.indices?.groups?.secret;
  if (whole !== undefined && isRandom(line, 2)) spans.push({ start: whole[0], end: whole[1] });
  if (isKeyFile) spans.push(...keyFileSpans(line));
  return merge(spans);
}

/** The line with every secret replaced by `<masked>`. */
export function maskSecrets(line: string, isKeyFile = false): string {
  let masked = '';
  let at = 0;
  for (const { start, end } of secretSpans(line, isKeyFile)) {
    masked += line.slice(at, start) + MASK;
    at = end;
  }
  return masked + line.slice(at);
}

/** Upper case, lower case and digits together: base64 of random bytes, not a name, a path or a rule of dashes. */
function isRandom(text: string, least: number): boolean {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return count(/[A-Z]/gu) >= least && count(/[a-z]/gu) >= least && count(/\d/gu) >= 2;
}

/** The third part of the key, however damaged, and every run that can be a piece of a wrapped or malformed key. */
function keyFileSpans(line: string): SecretSpan[] {
  const spans: SecretSpan[] = [];
  const third = /^[^|]{0,200}\|[^|]{1,300}\|(?<secret>[^|]{1,8000})/du.exec(line)?.indices?.groups?.secret;
  if (third !== undefined) {
    const raw = line.slice(third[0], third[1]);
    const kept = raw.trimEnd().replace(/["'\u2018-\u201f\u00ab\u00bb]{1,4}$/u, '');
    if (kept.trim().length >= 3) {
      const lead = raw.length - raw.trimStart().length;
      spans.push({ start: third[0] + lead, end: third[0] + kept.length });
    }
  }
  for (const match of line.matchAll(KEY_FILE_RUN)) {
    if (/^\/\w|provision_key/u.test(match[0]) || isHostName(match[0])) continue;
    spans.push({ start: match.index, end: match.index + match[0].length });
  }
  return spans;
}

function isHostName(text: string): boolean {
  return text.length <= 253 && /^(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}$/u.test(text);
}

function merge(spans: readonly SecretSpan[]): readonly SecretSpan[] {
  const merged: { start: number; end: number }[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged[merged.length - 1];
    if (last !== undefined && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ start: span.start, end: span.end });
  }
  return merged;
}
