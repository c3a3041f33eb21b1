import type { FieldToken } from '../format';
import { pairFields, pairsOf } from '../json/pairs';
import type { JsonPair } from '../json/pairs';
import type { LssKind } from './templates';
import { TEMPLATES } from './templates';
import { unwrapCsv, unwrapJson } from './unwrap';
import type { Unwrapped } from './unwrap';

/** A value of a record. UTF-16 columns of its line; the key's are the value's own where only the order names it. */
export interface LssValue {
  /** Lines behind the first of the record: 0 but in printed JSON. */
  readonly below: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly keyStart: number;
  readonly keyEnd: number;
}

export interface LssRecord {
  readonly kind: LssKind;
  /** Epoch ms of the time of the record, read as UTC; null where it has none. */
  readonly timeMs: number | null;
  /** By the names of the vendor's field lists; those of audit records begin in lower case. */
  readonly values: ReadonlyMap<string, LssValue>;
}

/** Syslog, forwarders and receivers put their own words before a record. */
const MAX_PREFIX = 300;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const TIME =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?<month>[A-Z][a-z]{2}) {1,2}(?<day>\d{1,2}) (?<h>\d{2}):(?<m>\d{2}):(?<s>\d{2}) (?<year>\d{4})$/u;
/** Time and kind before `zpa-lss:`; audit records have no time there. */
const LABEL =
  /(?:^|[\s>])(?:(?<time>[A-Z][a-z]{2} [A-Z][a-z]{2} {1,2}\d{1,2} \d{2}:\d{2}:\d{2} \d{4}) )?(?<label>(?:Connector|Service Edge|Private Cloud Controller) (?:Status|Metric)|User (?:Activity|Status)|Browser Access|Audit) $/u;
const MARK = 'zpa-lss:';

/** Keys that tell the kinds apart: all of the first, one of the second, none of the third. The first kind that fits is it. */
const KINDS: readonly (readonly [LssKind, readonly string[], readonly string[], readonly string[]])[] = [
  ['audit', ['auditOperationType', 'objectType'], ['auditNewValue', 'auditOldValue', 'requestID', 'objectID'], []],
  ['service-edge-status', ['ServiceEdge', 'SessionStatus'], ['SessionType', 'ServiceEdgeGroup'], []],
  ['service-edge-metrics', ['PrivateSE'], ['AvailablePorts', 'ProcessUsedFileDescriptors', 'AvailableDiskBytes'], []],
  ['controller-status', ['PrivateCloudController', 'SessionStatus'], ['SessionType'], []],
  ['controller-metrics', ['PrivateCloudController'], ['AvailablePorts', 'AvailableDiskBytes'], []],
  ['connector-status', ['Connector', 'SessionStatus'], ['SessionType', 'ConnectorGroup', 'ZEN'], ['Username']],
  [
    'connector-metrics',
    ['Connector'],
    ['AliveTargetCount', 'AppConnectionsActive', 'AvailablePorts', 'AvailableDiskBytes', 'ProcessUsedFileDescriptors'],
    ['ConnectionStatus'],
  ],
  ['browser-access', ['Exporter'], ['TimestampRequestReceiveStart', 'ConnectionReason'], []],
  [
    'user-activity',
    ['ConnectionStatus'],
    ['InternalReason', 'ConnectorZEN', 'ClientZEN', 'ServerSetupTime', 'TimestampConnectionStart'],
    [],
  ],
  ['user-status', ['Username', 'SessionStatus'], ['ZEN', 'ClientType', 'CertificateCN', 'PosturesHit'], []],
];

/** A forwarder's record may itself have been forwarded. */
const MAX_DEPTH = 2;

/** A record in the text that it is written in: the line, or a string within a forwarder's record. */
interface Found {
  readonly record: LssRecord;
  /** Keys and values of a record in JSON; null for the templates whose columns have no names. */
  readonly pairs: readonly JsonPair[] | null;
  /** The texts around it, the innermost first. */
  readonly around: readonly Unwrapped[];
}

/**
 * The record of a line, whether it stands there itself or in a string of a forwarder's record; null where there is
 * none. Values that a cut may have shortened are left out.
 */
export function recordOf(line: string): LssRecord | null {
  const found = find(line, MAX_DEPTH);
  if (found === null || found.around.length === 0) return found?.record ?? null;
  const { record, around } = found;
  const values = [...record.values].map(([name, value]): [string, LssValue] => [
    name,
    {
      below: value.below,
      text: value.text,
      start: columnOf(around, value.start),
      end: columnOf(around, value.end),
      keyStart: columnOf(around, value.keyStart),
      keyEnd: columnOf(around, value.keyEnd),
    },
  ]);
  return { ...record, values: new Map(values) };
}

/** Named values of the record of a line, in order. */
export function recordFields(line: string): readonly FieldToken[] {
  const found = find(line, MAX_DEPTH);
  if (found === null) return [];
  const { record, pairs, around } = found;
  const tokens =
    pairs !== null
      ? pairFields(pairs, '').map((token) => ({ ...token, name: nameOf(token.name) }))
      : [...record.values].map(([name, { start, end, keyStart, keyEnd }]) => ({
          name,
          nameStart: keyStart,
          nameEnd: keyEnd,
          valueStart: start,
          valueEnd: end,
        }));
  return tokens.map(({ name, nameStart, nameEnd, valueStart, valueEnd }) => ({
    name: `lss.${name}`,
    nameStart: columnOf(around, nameStart),
    nameEnd: columnOf(around, nameEnd),
    valueStart: columnOf(around, valueStart),
    valueEnd: columnOf(around, valueEnd),
  }));
}

/** Column of the line at which a unit of the innermost text stands. */
function columnOf(around: readonly Unwrapped[], at: number): number {
  return around.reduce((column, text) => text.columnOf(column), at);
}

function find(line: string, depth: number): Found | null {
  const brace = line.indexOf('{');
  if (brace >= 0 && brace <= MAX_PREFIX && /^\{\s{0,4}"(?!")/u.test(line.slice(brace, brace + 8))) {
    const pairs = pairsOf(line, brace);
    const record = jsonRecord(pairs);
    if (record !== null) return { record, pairs, around: [] };
    return depth === 0 ? null : within(unwrapJson(line, pairs), depth);
  }
  const mark = line.slice(0, MAX_PREFIX).indexOf(MARK);
  if (mark >= 0) {
    const record = separatedRecord(line, mark);
    return record === null ? null : { record, pairs: null, around: [] };
  }
  return depth === 0 ? null : within(unwrapCsv(line), depth);
}

function within(inner: Unwrapped | null, depth: number): Found | null {
  const found = inner === null ? null : find(inner.text, depth - 1);
  return found === null || inner === null ? null : { ...found, around: [...found.around, inner] };
}

/** A pair of printed JSON, so many lines behind the first of its record. */
export interface PrintedPair extends JsonPair {
  readonly below: number;
}

/** The record that is printed over several lines, of its pairs; null where it is none. */
export function printedRecord(pairs: readonly PrintedPair[]): LssRecord | null {
  return jsonRecord(pairs);
}

function jsonRecord(pairs: readonly (JsonPair | PrintedPair)[]): LssRecord | null {
  const values = new Map<string, LssValue>();
  for (const pair of pairs) {
    if (pair.kind !== 'bracket' && !(pair.kind === 'word' && pair.atEnd)) values.set(nameOf(pair.key), valueOf(pair));
  }
  // A list as value (networks, postures) counts as there.
  const keys = new Set(pairs.map((pair) => nameOf(pair.key)));
  const kind = KINDS.find(
    ([, all, one, none]) =>
      all.every((key) => keys.has(key)) && one.some((key) => keys.has(key)) && !none.some((key) => keys.has(key)),
  )?.[0];
  const time = values.get('LogTimestamp') ?? values.get('LogTimeStamp');
  if (kind === undefined || (time === undefined && kind !== 'audit')) return null;
  return { kind, timeMs: timeOf(time?.text ?? ''), values };
}

function valueOf(pair: JsonPair | PrintedPair): LssValue {
  const { value, start, end, keyStart, keyEnd } = pair;
  return { below: 'below' in pair ? pair.below : 0, text: value, start, end, keyStart, keyEnd };
}

/** Audit records come with capital and small first letters, and with `User` for `modifiedByUser`. */
const AUDIT_NAMES: ReadonlyMap<string, string> = new Map([
  ...[
    'modifiedTime',
    'creationTime',
    'modifiedBy',
    'requestID',
    'auditOldValue',
    'auditNewValue',
    'auditOperationType',
    'objectType',
    'objectName',
    'objectID',
    'customerID',
    'modifiedByUser',
    'clientAuditUpdate',
  ].map((name): [string, string] => [name.charAt(0).toUpperCase() + name.slice(1), name]),
  ['User', 'modifiedByUser'],
]);

/** Name of a key as the glossary has it. */
export function nameOf(key: string): string {
  return AUDIT_NAMES.get(key) ?? key;
}

/** A record of the CSV or TSV templates, whose columns have no names. */
function separatedRecord(line: string, mark: number): LssRecord | null {
  const head = LABEL.exec(line.slice(0, mark))?.groups;
  const template = TEMPLATES.get(head?.label ?? '');
  if (head === undefined || template === undefined) return null;
  const rest = /^ ?(?:,|\t|\\t)/u.exec(line.slice(mark + MARK.length, mark + MARK.length + 4));
  if (rest === null || (head.time === undefined && template.kind !== 'audit')) return null;
  const separator = rest[0].trimStart() === ',' ? ',' : '\t';
  const values = columnValues(line, mark + MARK.length + rest[0].length, separator, template);
  return { kind: template.kind, timeMs: timeOf(head.time ?? ''), values: values ?? new Map() };
}

/**
 * Values by the order of the template; null where a value does not have the form of its column: names are not
 * quoted, so one with a comma shifts everything behind it.
 */
function columnValues(
  line: string,
  from: number,
  separator: string,
  template: { readonly columns: readonly string[]; readonly least: number; readonly kind: LssKind },
): ReadonlyMap<string, LssValue> | null {
  const open = template.kind === 'user-status' || template.kind === 'browser-access';
  const values = new Map<string, LssValue>();
  let at = from;
  let count = 0;
  for (; at <= line.length; count += 1) {
    const comma = line.indexOf(separator, at);
    const end = comma < 0 ? line.length : comma;
    const column = template.columns[count];
    if (column === undefined) return open ? values : null;
    const text = line.slice(at, end);
    if (!fits(column, text)) return null;
    values.set(column.replace(/^[#@]/u, ''), { below: 0, text, start: at, end, keyStart: at, keyEnd: at });
    at = end + 1;
  }
  return count >= template.least ? values : null;
}

function fits(column: string, text: string): boolean {
  if (column.startsWith('#')) return /^(?:-?\d{1,20}(?:\.\d{1,20})?)?$/u.test(text);
  if (column.startsWith('@')) return /^(?:\d{4}-\d{2}-\d{2}T[\d:.]{5,20}Z?)?$/u.test(text);
  if (column === 'ConnectionStatus') return /^[a-z]{1,20}$/iu.test(text);
  return column !== 'SessionStatus' && column !== 'SessionType' ? true : /^ZPN_[A-Z_]{1,60}$/u.test(text);
}

/** Epoch ms of `Wed Jul  3 05:17:22 2019`, read as UTC; null for anything else. */
function timeOf(text: string): number | null {
  const groups = TIME.exec(text)?.groups;
  const month = MONTHS.indexOf(groups?.month ?? '');
  if (groups === undefined || month < 0) return null;
  return Date.UTC(Number(groups.year), month, Number(groups.day), Number(groups.h), Number(groups.m), Number(groups.s));
}
