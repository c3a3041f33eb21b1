/**
 * Secrets that a bundle can hold and that nothing of ours may show: provisioning key tokens, private keys,
 * passwords, cookies, bearer tokens. Version and API host of a key are no secret and stay, because they tell which cloud it is for.
 */
import { SECRET_FORMS } from './secret-forms';

/** Columns of one line, UTF-16 units, end exclusive. */
export interface SecretSpan {
  readonly start: number;
  readonly end: number;
}

/** What stands in the place of a secret. Not in square brackets: `[m` is what is left of a colour code. */
export const MASK = '<masked>';

/** Runs that can be base64; which of them are is decided by their mixture of characters. */
const LONG_RUN = /[A-Za-z0-9+/_-]{48,}={0,2}/gu;
/** The same as addresses write them. */
const ENCODED_RUN = /(?:[A-Za-z0-9_-]|%(?:2[BFbf]|3[Dd])){48,4000}/gu;
const BASE64_LINE = /^\s*(?<secret>[A-Za-z0-9+/]{16,}={0,2})\s*$/du;
/** In a key file everything of this length that is neither a host name nor a path is part of the key. */
const KEY_FILE_RUN = /[^\s|"'<>\u2018-\u201f\u00ab\u00bb]{12,}/gu;

/** Spans of a line that no output may show, in order and without overlap. `isKeyFile`: the line is of a provision_key file. */
export function secretSpans(line: string, isKeyFile = false): readonly SecretSpan[] {
  const spans: SecretSpan[] = [];
  const lower = line.toLowerCase();
  const patterns = SECRET_FORMS.flatMap(({ marks, patterns: some }) =>
    marks.some((mark) => lower.includes(mark)) ? some : [],
  );
  for (const pattern of patterns) {
    for (const match of line.matchAll(pattern)) {
      const [start, end] = match.indices?.groups?.secret ?? [0, 0];
      if (end > start) spans.push({ start, end });
    }
  }
  const runs = lower.includes('%2') || lower.includes('%3') ? [LONG_RUN, ENCODED_RUN] : [LONG_RUN];
  for (const match of runs.flatMap((run) => [...line.matchAll(run)])) {
    if (isRandom(match[0], 3)) spans.push({ start: match.index, end: match.index + match[0].length });
  }
  const whole = BASE64_LINE.exec(line)?.indices?.groups?.secret;
  if (whole !== undefined && isRandom(line, 2)) spans.push({ start: whole[0], end: whole[1] });
  if (isKeyFile) spans.push(...keyFileSpans(line));
  return merge(spans);
}

/** What people and tools write in the place of a value that they took out. */
const BLACKED_OUT =
  /^[[(<{]?(?:\w{1,20}[ _:-])?(?:redacted|removed|masked|hidden|anonymi[sz]ed)\b.{0,60}$|^[*#•█]{3,4000}$|^x{3,4000}$/iu;

/** Whether a value was taken out before: there is nothing left to hide, and a rule tells of it. */
export function isBlackedOut(text: string): boolean {
  return BLACKED_OUT.test(text);
}

/** Whether the text of a key file is there for people to fill in (`YOUR_PROVISIONING_KEY`), or was blacked out: no secret, and a rule tells of it. */
export function isPlaceholder(text: string): boolean {
  if (isBlackedOut(text)) return true;
  return /^[A-Za-z_ .-]{1,60}$/u.test(text) && /key|here|paste|token/iu.test(text);
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
    if (/^\/\w|provision_key/u.test(match[0]) || isHostName(match[0].replace(/\p{Cf}/gu, ''))) continue;
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
