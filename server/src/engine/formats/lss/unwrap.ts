/**
 * Records inside the records of forwarders: Filebeat, Logstash, Fluentd and Splunk put the line that they received into a
 * string of their own JSON, and Splunk's exports into a quoted cell of a CSV.
 */
import type { JsonPair } from '../json/pairs';

/** A text that stands inside a line, its escapes resolved. */
export interface Unwrapped {
  readonly text: string;
  /** Column of the line at which a unit of the text stands; the end of the text is allowed. UTF-16 units. */
  columnOf(at: number): number;
}

/** Members in which forwarders keep the line they received. */
const CARRIERS = new Set([
  'message',
  'Message',
  'msg',
  'event',
  'original',
  'raw',
  '_raw',
  'rawEvent',
  'log',
  'line',
  'body',
  'payload',
]);
/** Syslog's words may stand before the record. */
const MAX_LEAD = 300;
/** A record has a few thousand units; changes in audit records more. */
const MAX_TEXT = 262_144;

/** What a member holds that is a record of its own; null where none does. `pairs`: those of the line. */
export function unwrapJson(line: string, pairs: readonly JsonPair[]): Unwrapped | null {
  const carrier = pairs.find(({ key, kind, value }) => kind === 'string' && CARRIERS.has(key) && beginsRecord(value));
  return carrier === undefined || carrier.end - carrier.start > MAX_TEXT
    ? null
    : unescaped(line, carrier.start, carrier.end);
}

function beginsRecord(value: string): boolean {
  const brace = value.indexOf('{\\');
  if (brace >= 0 && brace <= MAX_LEAD) return /^\{(?:\\[nt]| ){0,8}\\{1,3}"/u.test(value.slice(brace, brace + 24));
  return value.slice(0, MAX_LEAD).includes('zpa-lss:');
}

const SIMPLE: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: ' ', r: ' ', t: '\t' };

/** The JSON string between two columns. A line break becomes a blank: the record stays one line. */
function unescaped(line: string, start: number, end: number): Unwrapped {
  const columns: number[] = [];
  const parts: string[] = [];
  for (let at = start; at < end; ) {
    columns.push(at);
    const unit = line.charAt(at);
    if (unit !== '\\') {
      parts.push(unit);
      at += 1;
      continue;
    }
    const escape = line.charAt(at + 1);
    const code = escape === 'u' ? line.slice(at + 2, at + 6) : '';
    if (/^[0-9a-fA-F]{4}$/u.test(code)) {
      parts.push(String.fromCharCode(Number.parseInt(code, 16)));
      at += 6;
    } else {
      parts.push(SIMPLE[escape] ?? escape);
      at += 2;
    }
  }
  columns.push(end);
  return placed(parts, columns);
}

/** The cell of a CSV that holds a record in JSON, in which every quote is doubled; null where none does. */
export function unwrapCsv(line: string): Unwrapped | null {
  const brace = line.indexOf('{""');
  const open = brace < 0 ? -1 : line.lastIndexOf('"', brace);
  if (open < 0 || brace - open > MAX_LEAD || (open > 0 && line.charAt(open - 1) !== ',')) return null;
  const columns: number[] = [];
  const parts: string[] = [];
  for (let at = open + 1; at < Math.min(line.length, open + MAX_TEXT); at += 1) {
    const unit = line.charAt(at);
    if (unit === '"' && line.charAt(at + 1) !== '"') {
      columns.push(at);
      return placed(parts, columns);
    }
    columns.push(at);
    parts.push(unit);
    if (unit === '"') at += 1;
  }
  return null;
}

function placed(parts: readonly string[], columns: readonly number[]): Unwrapped {
  return { text: parts.join(''), columnOf: (at) => columns[at] ?? columns[columns.length - 1] ?? 0 };
}
