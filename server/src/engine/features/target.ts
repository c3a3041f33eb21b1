/** What stands under the cursor and can be followed through a document. */
import { isWithin, lifeLines } from './life-lines';
import { journalMarker } from '../formats/journal/markers';
import type { ProcessLife } from '../formats/journal/facts';
import { emptyPrefix, readPrefix } from '../formats/journal/prefix';
import { identify } from '../formats/journal/processes';
import type { DocumentModel } from './document-model';
import { formatAt, isOurs } from './document-model';

export type TargetKind = 'connection' | 'broker' | 'address' | 'process' | 'memory-row' | 'boot';

/** Columns are 0-based UTF-16 units, the end exclusive; lines are 0-based and inclusive. */
export interface Target {
  readonly kind: TargetKind;
  /** Where it stands under the cursor. */
  readonly start: number;
  readonly end: number;
  /** Text by which its other places are found. */
  readonly needle: string;
  /** Units at the front of the needle that are context, not part of the place. */
  readonly lead: number;
  /** Units at the end of the needle that are context. */
  readonly tail: number;
  /** Lines it can stand in: a process only within its life. */
  readonly firstLine: number;
  readonly lastLine: number;
}

/** Lines are looked at up to here: what stands behind is data. */
const MAX_LINE = 16_384;
/** Local address and port, name, remote address and port, and the worker thread (reference: connection tuples of the journal). */
const TUPLE = /\[([^\]\s]{1,45})\]:(\d{1,5});([^:\s;[\]]{1,255}):\[([^\]\s]{1,45})\]:(\d{1,5})(?:;(\d{1,3})(?!\d))?/gu;
const BROKER = /(?<![\w.-])broker[\w-]{0,40}(?:\.[\w-]{1,63}){1,8}/gu;
const ADDRESS = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.]*\d)/gu;

/** The thing at a place of the document; null where nothing that recurs stands. */
export function targetAt(model: DocumentModel, line: number, column: number): Target | null {
  if (!isOurs(model)) return null;
  const text = (model.lines[line] ?? '').slice(0, MAX_LINE);
  const whole = { lead: 0, tail: 0, firstLine: 0, lastLine: model.lines.length - 1 };
  if (journalMarker(text, 0, text.length) === 'boot')
    return { ...whole, kind: 'boot', start: 0, end: text.length, needle: text.startsWith('-- R') ? text : '-- Boot ' };
  return (
    memoryRow(model, text, line, column) ??
    processAt(model, text, line, column) ??
    tupleAt(text, column, whole) ??
    matchAt(BROKER, 'broker', text, column, whole) ??
    matchAt(ADDRESS, 'address', text, column, whole)
  );
}

/** The connection that a line tells of, wherever on it the cursor is; null for lines of none. */
export function connectionOf(model: DocumentModel, line: number): Target | null {
  if (!isOurs(model)) return null;
  const text = (model.lines[line] ?? '').slice(0, MAX_LINE);
  const [tuple] = tuplesOf(text);
  return tuple === undefined
    ? null
    : connectionTarget(tuple, { lead: 0, tail: 0, firstLine: 0, lastLine: model.lines.length - 1 });
}

/** The life of the product process that wrote a line; null for other lines. */
export function lifeAt(model: DocumentModel, line: number): ProcessLife | null {
  const text = model.lines[line] ?? '';
  const prefix = emptyPrefix();
  if (!readPrefix(text, 0, text.length, prefix) || prefix.identStart < 0) return null;
  const identity = identify(text.slice(prefix.identStart, prefix.identEnd));
  if (identity === null) return null;
  const host = prefix.hostStart < 0 ? null : text.slice(prefix.hostStart, prefix.hostEnd);
  const journal = model.facts
    .sections('journal')
    .find(({ section }) => section.startLine <= line && line <= section.endLine);
  return (
    journal?.facts.processes.find(
      (life) =>
        life.pid === prefix.pid &&
        life.component === identity.component &&
        life.role === identity.role &&
        life.host === host &&
        isWithin(life, line),
    ) ?? null
  );
}

type Scope = Pick<Target, 'lead' | 'tail' | 'firstLine' | 'lastLine'>;

function memoryRow(model: DocumentModel, text: string, line: number, column: number): Target | null {
  const format = formatAt(model, line);
  if (format?.language !== 'zpa-memory') return null;
  const name = /^[\w.-]{1,80}(?=: Alloc: )/u.exec(text)?.[0];
  if (name === undefined || column > name.length) return null;
  const context = ': Alloc: ';
  return {
    kind: 'memory-row',
    start: 0,
    end: name.length,
    needle: name + context,
    lead: 0,
    tail: context.length,
    firstLine: 0,
    lastLine: model.lines.length - 1,
  };
}

function processAt(model: DocumentModel, text: string, line: number, column: number): Target | null {
  const prefix = emptyPrefix();
  if (!readPrefix(text, 0, text.length, prefix) || prefix.identStart < 0 || prefix.pid < 0) return null;
  const end = prefix.identEnd + `[${String(prefix.pid)}]`.length;
  if (column < prefix.identStart || column > end) return null;
  // With the host in front: journals of several hosts share pids.
  const from = prefix.hostStart < 0 ? prefix.identStart : prefix.hostStart;
  const life = lifeAt(model, line);
  const boot = bootAround(model, line);
  const [firstLine, lastLine] = life === null ? [boot.firstLine, boot.lastLine] : lifeLines(life);
  return {
    kind: 'process',
    start: prefix.identStart,
    end,
    needle: text.slice(from, end),
    lead: prefix.identStart - from,
    tail: 0,
    firstLine,
    lastLine,
  };
}

/** Lines of the boot of the host that a line belongs to. */
function bootAround(model: DocumentModel, line: number): { readonly firstLine: number; readonly lastLine: number } {
  let firstLine = 0;
  let lastLine = model.lines.length - 1;
  for (const { facts } of model.facts.sections('journal')) {
    for (const one of facts.breaks) {
      if (one.kind !== 'boot') continue;
      if (one.line <= line) firstLine = Math.max(firstLine, one.line);
      else lastLine = Math.min(lastLine, one.line - 1);
    }
  }
  return { firstLine, lastLine };
}

/** A part of a connection tuple. 0-based UTF-16, the end exclusive. */
interface Part {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** `[local]:port;name:[remote]:port;thread` with the places of its parts. */
export interface Tuple {
  readonly start: number;
  readonly end: number;
  readonly local: Part;
  readonly name: Part;
  readonly remote: Part;
  /** Null in the older form. */
  readonly thread: Part | null;
  /** Local address and port with the name: what tells the connection from any other. */
  readonly key: string;
}

/** The connection tuples of a line, in order. */
export function tuplesOf(text: string): readonly Tuple[] {
  return [...text.matchAll(TUPLE)].map((match) => {
    const [whole, local = '', port = '', name = '', remote = '', remotePort = '', thread] = match;
    const start = match.index;
    const end = start + whole.length;
    const part = (from: number, value: string): Part => ({ start: from, end: from + value.length, text: value });
    const nameAt = start + local.length + port.length + 4;
    const remoteAt = nameAt + name.length + 2;
    const threadAt = remoteAt + remote.length + remotePort.length + 3;
    return {
      start,
      end,
      local: part(start + 1, local),
      name: part(nameAt, name),
      remote: part(remoteAt, remote),
      thread: thread === undefined ? null : part(threadAt, thread),
      key: `[${local}]:${port};${name}`,
    };
  });
}

function tupleAt(text: string, column: number, scope: Scope): Target | null {
  const tuple = tuplesOf(text).find((one) => column >= one.start && column <= one.end);
  if (tuple === undefined) return null;
  const on = ({ start, end }: Part): boolean => column >= start && column < end;
  if (on(tuple.name)) return partTarget('broker', tuple.name, scope);
  return on(tuple.remote) ? partTarget('address', tuple.remote, scope) : connectionTarget(tuple, scope);
}

function partTarget(kind: TargetKind, { start, end, text }: Part, scope: Scope): Target {
  return { ...scope, kind, start, end, needle: text };
}

function connectionTarget({ start, key }: Tuple, scope: Scope): Target {
  return { ...scope, kind: 'connection', start, end: start + key.length, needle: key };
}

function matchAt(pattern: RegExp, kind: TargetKind, text: string, column: number, scope: Scope): Target | null {
  for (const match of text.matchAll(pattern)) {
    const end = match.index + match[0].length;
    if (column >= match.index && column <= end) return { ...scope, kind, start: match.index, end, needle: match[0] };
  }
  return null;
}
