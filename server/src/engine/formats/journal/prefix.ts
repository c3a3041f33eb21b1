/**
 * The front of a log line: time, host, process, pid. All output modes of journalctl that put a message on one
 * line, RFC 3164 and ISO syslog. Runs on every line: reads character codes, slices nothing, keeps its result
 * in one reused object.
 */
import { hasCodes, plainText } from '../../text/ansi';
import { digit, two } from './digits';
import { localMonth, monthAt, skipGrep } from './local-months';
import { isOwnMessage } from './own-message';
import { isVersioned, skipFacility, skipPriority } from './priority';
import { isCoded, isProductName, skipWrapping } from './wrapping';

export type JournalMode =
  | 'short'
  | 'short-precise'
  | 'short-iso'
  | 'short-full'
  | 'short-unix'
  | 'short-monotonic'
  | 'cat'
  | 'json'
  | 'json-pretty'
  | 'export'
  | 'verbose';

/** Filled by `readPrefix`. Offsets are UTF-16 units into the text; -1 where a part is missing. */
export interface Prefix {
  mode: JournalMode;
  /** 1 to 12; 0 where the mode has no calendar date. */
  month: number;
  day: number;
  /** 0 where the mode has no year. */
  year: number;
  /** Milliseconds since midnight of the log's own clock; for unix and monotonic modes the full value. */
  clockMs: number;
  /** Minutes east of UTC; null where the line names no zone or one we cannot place. */
  zoneMinutes: number | null;
  hostStart: number;
  hostEnd: number;
  identStart: number;
  identEnd: number;
  /** -1 without pid. */
  pid: number;
  messageStart: number;
}

/** A fresh prefix to fill. */
export function emptyPrefix(): Prefix {
  return {
    mode: 'short',
    month: 0,
    day: 0,
    year: 0,
    clockMs: 0,
    zoneMinutes: null,
    hostStart: -1,
    hostEnd: -1,
    identStart: -1,
    identEnd: -1,
    pid: -1,
    messageStart: 0,
  };
}

/** Reads the prefix of the line at [start, end). False when the line has none (continuation, marker, other text). */
export function readPrefix(text: string, start: number, end: number, out: Prefix): boolean {
  if (readPlainPrefix(text, start, end, out)) return true;
  const behind = skipGrep(text, start);
  if (behind > start && behind < end && readPlainPrefix(text, behind, end, out) && out.identStart >= 0) return true;
  return readWrapped(text, start, end, out) || readCoded(text, start, end, out);
}

/** A line in a quotation or indented: only one that the product wrote, with its time, is surely a log line. */
function readWrapped(text: string, start: number, end: number, out: Prefix): boolean {
  const behind = skipWrapping(text, start);
  if (behind === start || behind >= end || !readPlainPrefix(text, behind, end, out)) return false;
  return out.mode !== 'cat' && isProductName(text, out.identStart);
}

/** A line with control codes in its prefix, its first 1,024 units: read without them, its parts found again in the line. */
function readCoded(text: string, start: number, end: number, out: Prefix): boolean {
  const plain = plainText(text, start, Math.min(end, start + 1_024));
  if (plain === null || hasCodes(plain.text) || !readPrefix(plain.text, 0, plain.text.length, out)) return false;
  const { places } = plain;
  const begin = (at: number): number => (at < 0 ? -1 : (places[at] ?? end));
  const finish = (at: number): number => (at < 0 ? -1 : (places[at - 1] ?? start - 1) + 1);
  out.hostStart = begin(out.hostStart);
  out.hostEnd = finish(out.hostEnd);
  out.identStart = begin(out.identStart);
  out.identEnd = finish(out.identEnd);
  out.messageStart = Math.min(begin(out.messageStart), end);
  return true;
}

function readPlainPrefix(text: string, start: number, end: number, out: Prefix): boolean {
  let at = start;
  let unit = text.charCodeAt(at);
  if (unit === 60 /* < */) {
    at = skipPriority(text, at, end);
    unit = text.charCodeAt(at);
  }
  out.zoneMinutes = null;
  if (unit >= 65 && unit <= 90) {
    const afterTime = readMonthTime(text, at, end, out);
    if (afterTime >= 0) return readSource(text, afterTime, end, out, true);
    const afterFull = readFullTime(text, at, end, out);
    if (afterFull >= 0) return readSource(text, afterFull, end, out, true);
    return readLocalPrefix(text, at, end, out);
  }
  if (unit >= 48 && unit <= 57) return readDigits(text, start, at, end, out);
  if (unit === 91 /* [ */) {
    const after = readMonotonicTime(text, at, end, out);
    return after >= 0 && readSource(text, after, end, out, true);
  }
  if (readOwnProcess(text, at, end, out)) return true;
  return (unit >= 97 && unit <= 122) || unit > 127 ? readLocalPrefix(text, at, end, out) : false;
}

/** A line whose time begins with a digit, at `at`; `start` is where the line begins. */
function readDigits(text: string, start: number, at: number, end: number, out: Prefix): boolean {
  const afterIso = readIsoTime(text, at, end, out);
  if (afterIso >= 0 && isVersioned(text, start, at) && readStructured(text, afterIso, end, out)) return true;
  if (afterIso >= 0) return readSource(text, afterIso, end, out, false);
  const afterUnix = readUnixTime(text, at, end, out);
  if (afterUnix >= 0) return readSource(text, afterUnix, end, out, true);
  const afterDayTime = readDayTime(text, at, end, out);
  if (afterDayTime >= 0) return readSource(text, afterDayTime, end, out, false);
  return text.charCodeAt(at + 1) > 57 || text.charCodeAt(at + 2) > 127 ? readLocalPrefix(text, at, end, out) : false;
}

const OWN_PROCESS = /(?:zpa-(?:connector|service-edge|pcc)|np-connector)(?:-child)?\[\d{1,10}\]: /uy;

/** A line that begins with process and pid of the product: journalctl with its times cut away, as courses print it. */
function readOwnProcess(text: string, start: number, end: number, out: Prefix): boolean {
  const unit = text.charCodeAt(start);
  if (unit !== 122 && unit !== 110) return false;
  OWN_PROCESS.lastIndex = start;
  if (!OWN_PROCESS.test(text)) return false;
  setClockOnly(out, 'cat', 0);
  out.hostStart = -1;
  out.hostEnd = -1;
  return readIdent(text, start, end, out);
}

/** `09:31:02 ` with nothing but the time of day: the message must be one that only the product writes. */
function readDayTime(text: string, start: number, end: number, out: Prefix): number {
  if (text.charCodeAt(start + 2) !== 58 || !/[A-Z]/u.test(text.charAt(start + 9))) return -1;
  const after = readClock(text, start, end, out);
  if (after !== start + 8 || text.charCodeAt(after) !== 32 || !text.startsWith('Control connection state: ', after + 1))
    return -1;
  setClockOnly(out, 'short-monotonic', out.clockMs);
  return after + 1;
}

/** A line whose month is printed in the language of the host. */
function readLocalPrefix(text: string, start: number, end: number, out: Prefix): boolean {
  const found = localMonth(text, start);
  if (found === null) return false;
  const after = readDayAndClock(text, found.dayStart, end, found.month, out);
  return after >= 0 && readSource(text, after, end, out, true);
}

const STRUCTURED =
  /(?<host>\S{1,255}) (?<ident>[\w./-]{1,128}) (?<pid>\d{1,10}|-) \S{1,64} (?:-|(?:\[[^\]]{0,512}\]){1,8})(?: \uFEFF?|$)/uy;

/** Host, program, process, message id and structured data of RFC 5424, behind the time. */
function readStructured(text: string, start: number, end: number, out: Prefix): boolean {
  STRUCTURED.lastIndex = start;
  const found = STRUCTURED.exec(text);
  if (found?.groups === undefined || STRUCTURED.lastIndex > end) return false;
  const { host = '', ident = '', pid = '' } = found.groups;
  out.hostStart = start;
  out.hostEnd = start + host.length;
  out.identStart = out.hostEnd + 1;
  out.identEnd = out.identStart + ident.length;
  out.pid = pid === '-' ? -1 : Number(pid);
  out.messageStart = STRUCTURED.lastIndex;
  return true;
}

/** `Jan 21 12:15:22`, one- or two-digit day, padded or not, with or without a fraction. */
function readMonthTime(text: string, start: number, end: number, out: Prefix): number {
  const month = monthAt(text, start);
  if (month === 0 || text.charCodeAt(start + 3) !== 32) return -1;
  const at = start + 4;
  return readDayAndClock(text, text.charCodeAt(at) === 32 ? at + 1 : at, end, month, out);
}

/** ` 7 12:15:22` behind the month; gives where the rest begins, -1 for anything else. */
function readDayAndClock(text: string, start: number, end: number, month: number, out: Prefix): number {
  let at = start;
  const first = digit(text, at);
  if (first < 0) return -1;
  const second = digit(text, at + 1);
  const day = second < 0 ? first : first * 10 + second;
  at += second < 0 ? 1 : 2;
  if (text.charCodeAt(at) !== 32 || day < 1 || day > 31) return -1;
  const after = readClock(text, at + 1, end, out);
  if (after < 0 || text.charCodeAt(after) !== 32) return -1;
  out.mode = after - at > 9 ? 'short-precise' : 'short';
  out.month = month;
  out.day = day;
  out.year = 0;
  return after + 1;
}

/** `Thu 2021-01-21 10:55:20[.000000] UTC`. */
function readFullTime(text: string, start: number, end: number, out: Prefix): number {
  if (text.charCodeAt(start + 3) !== 32) return -1;
  const afterDate = readDate(text, start + 4, out);
  if (afterDate < 0 || text.charCodeAt(afterDate) !== 32) return -1;
  const after = readClock(text, afterDate + 1, end, out);
  if (after < 0 || text.charCodeAt(after) !== 32) return -1;
  let zoneEnd = after + 1;
  while (zoneEnd < end && zoneEnd - after < 12 && text.charCodeAt(zoneEnd) !== 32) zoneEnd += 1;
  if (text.charCodeAt(zoneEnd) !== 32 || zoneEnd === after + 1) return -1;
  out.mode = 'short-full';
  out.zoneMinutes = zoneName(text.slice(after + 1, zoneEnd));
  return zoneEnd + 1;
}

/** Only zones that mean one thing everywhere; IST or CST name several places. */
function zoneName(name: string): number | null {
  return name === 'UTC' || name === 'GMT' || name === 'Z' ? 0 : null;
}

/** `2021-01-21T10:55:20[.000000][+0000]`, also with a blank for the T. */
function readIsoTime(text: string, start: number, end: number, out: Prefix): number {
  const afterDate = readDate(text, start, out);
  if (afterDate < 0) return -1;
  const separator = text.charCodeAt(afterDate);
  if (separator !== 84 /* T */ && separator !== 32) return -1;
  let at = readClock(text, afterDate + 1, end, out);
  if (at < 0) return -1;
  const unit = text.charCodeAt(at);
  if (unit === 90 /* Z */) {
    out.zoneMinutes = 0;
    at += 1;
  } else if (unit === 43 || unit === 45) {
    const hours = digit(text, at + 1) * 10 + digit(text, at + 2);
    const colon = text.charCodeAt(at + 3) === 58 ? 1 : 0;
    const minutes = digit(text, at + 3 + colon) * 10 + digit(text, at + 4 + colon);
    if (hours < 0 || minutes < 0) return -1;
    out.zoneMinutes = (unit === 45 ? -1 : 1) * (hours * 60 + minutes);
    at += 5 + colon;
  }
  if (text.charCodeAt(at) !== 32) return -1;
  out.mode = 'short-iso';
  return at + 1;
}

/** `1611226520.000000`. */
function readUnixTime(text: string, start: number, end: number, out: Prefix): number {
  let at = start;
  while (at < end && digit(text, at) >= 0) at += 1;
  if (at - start < 9 || at - start > 11 || text.charCodeAt(at) !== 46) return -1;
  let fractionEnd = at + 1;
  while (fractionEnd < end && digit(text, fractionEnd) >= 0) fractionEnd += 1;
  if (fractionEnd - at < 4 || text.charCodeAt(fractionEnd) !== 32) return -1;
  setClockOnly(out, 'short-unix', Number(text.slice(start, fractionEnd)) * 1000);
  out.zoneMinutes = 0;
  return fractionEnd + 1;
}

/** `[   50.000000]`: seconds since the machine started. */
function readMonotonicTime(text: string, start: number, end: number, out: Prefix): number {
  let at = start + 1;
  while (at < end && at - start < 12 && text.charCodeAt(at) === 32) at += 1;
  const numberStart = at;
  while (at < end && digit(text, at) >= 0) at += 1;
  if (at === numberStart || text.charCodeAt(at) !== 46) return -1;
  at += 1;
  while (at < end && digit(text, at) >= 0) at += 1;
  if (text.charCodeAt(at) !== 93 /* ] */ || text.charCodeAt(at + 1) !== 32) return -1;
  setClockOnly(out, 'short-monotonic', Number(text.slice(numberStart, at)) * 1000);
  return at + 2;
}

function setClockOnly(out: Prefix, mode: JournalMode, clockMs: number): void {
  out.mode = mode;
  out.month = 0;
  out.day = 0;
  out.year = 0;
  out.clockMs = clockMs;
}

function readDate(text: string, start: number, out: Prefix): number {
  if (text.charCodeAt(start + 4) !== 45 || text.charCodeAt(start + 7) !== 45) return -1;
  const year = two(text, start) * 100 + two(text, start + 2);
  const month = two(text, start + 5);
  const day = two(text, start + 8);
  if (!(year >= 1970 && month >= 1 && month <= 12 && day >= 1 && day <= 31)) return -1;
  out.year = year;
  out.month = month;
  out.day = day;
  return start + 10;
}

/** `HH:MM:SS` with an optional fraction; gives the offset behind it or -1. */
function readClock(text: string, start: number, end: number, out: Prefix): number {
  if (text.charCodeAt(start + 2) !== 58 || text.charCodeAt(start + 5) !== 58) return -1;
  const hours = two(text, start);
  const minutes = two(text, start + 3);
  const seconds = two(text, start + 6);
  // A leap second prints 60; NaN from a non-digit fails every comparison.
  if (!(hours <= 23 && minutes <= 59 && seconds <= 60)) return -1;
  let clockMs = ((hours * 60 + minutes) * 60 + seconds) * 1000;
  let at = start + 8;
  const mark = text.charCodeAt(at);
  if ((mark === 46 || mark === 44) && digit(text, at + 1) >= 0) {
    let scale = 100;
    at += 1;
    for (let value = digit(text, at); at < end && value >= 0; value = digit(text, at)) {
      clockMs += value * scale;
      scale /= 10;
      at += 1;
    }
  }
  out.clockMs = clockMs;
  return at;
}

/** `host ident[pid]: message`, `ident[pid]: message`, `ident: message`, or (ISO only) a bare message. */
function readSource(text: string, start: number, end: number, out: Prefix, needsIdent: boolean): boolean {
  out.hostStart = -1;
  out.hostEnd = -1;
  if (!readIdent(text, start, end, out)) {
    let blank = start;
    while (blank < end && text.charCodeAt(blank) !== 32) blank += 1;
    if (blank === end || blank === start || !readNamed(text, blank + 1, end, out)) {
      const isBare = !needsIdent && !isCoded(text, start, blank) && !isCoded(text, blank + 1, end);
      return isBare && setBare(out, start);
    }
    if (text.charCodeAt(start) === 27 /* ESC */) return false;
    out.hostStart = start;
    out.hostEnd = blank;
  }
  // `Time skew: `, `Mtunnels: `: the first words of a message look like a host and a program.
  if (needsIdent || out.pid >= 0 || !isOwnMessage(text.slice(start, end))) return true;
  return setBare(out, start);
}

function setBare(out: Prefix, start: number): true {
  out.hostStart = -1;
  out.hostEnd = -1;
  out.identStart = -1;
  out.identEnd = -1;
  out.pid = -1;
  out.messageStart = start;
  return true;
}

/** `ident[pid]: `, also behind the facility and severity that BusyBox prints (`daemon.notice `). */
function readNamed(text: string, start: number, end: number, out: Prefix): boolean {
  if (readIdent(text, start, end, out)) return true;
  const behind = skipFacility(text, start);
  return behind > start && readIdent(text, behind, end, out);
}

const MAX_IDENT = 96;

function readIdent(text: string, start: number, end: number, out: Prefix): boolean {
  let at = start;
  const limit = Math.min(end, start + MAX_IDENT);
  let pid = -1;
  let identEnd = -1;
  for (; at < limit; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 32) return false;
    if (unit === 91 /* [ */) {
      identEnd = at;
      let value = 0;
      let digits = 0;
      at += 1;
      for (let d = digit(text, at); d >= 0; d = digit(text, at)) {
        value = value * 10 + d;
        digits += 1;
        at += 1;
      }
      if (digits === 0 || text.charCodeAt(at) !== 93 || text.charCodeAt(at + 1) !== 58) return false;
      pid = value;
      at += 1;
      break;
    }
    if (unit === 58 /* : */) {
      const next = at + 1 >= end ? 32 : text.charCodeAt(at + 1);
      if (next !== 32) return false;
      identEnd = at;
      break;
    }
  }
  if (identEnd <= start) return false;
  out.identStart = start;
  out.identEnd = identEnd;
  out.pid = pid;
  const message = at + 1;
  out.messageStart = message < end && text.charCodeAt(message) === 32 ? message + 1 : Math.min(message, end);
  return true;
}
