import { STATUS_LINE_KINDS } from '../formats/status-block/kinds';
import type { Section } from '../bundle/sections';
import type { JournalFacts, ProcessLife } from '../formats/journal/facts';
import { isConnected } from '../facts/blocks';
import { isoTime } from '../report/log-time';
import type { DocumentModel, Range } from './document-model';
import { isOurs } from './document-model';

export interface DocumentSymbolNode {
  readonly name: string;
  readonly detail: string;
  readonly kind: 'section' | 'boot' | 'process' | 'session' | 'hour' | 'block';
  readonly range: Range;
  readonly children: readonly DocumentSymbolNode[];
}

/** Status blocks listed one by one up to this number a process; above it by the hour only. */
const MAX_BLOCKS = 600;
/** Sessions with more blocks are told by the hour. */
const MAX_BLOCKS_A_SESSION = 90;
/** Sessions listed of one process. */
const MAX_SESSIONS = 500;
/** Sections listed of one file. */
const MAX_SECTIONS = 5_000;

/**
 * Outline: sections; in journals the boots of the host (where the log marks them), processes, the sessions of their
 * control connection, hours of long ones, status blocks. Ranges hold those of their children, as editors demand.
 */
export function documentSymbols(model: DocumentModel): readonly DocumentSymbolNode[] {
  if (!isOurs(model)) return [];
  const journals = new Map(model.facts.sections('journal').map(({ section, facts }) => [section, facts]));
  const known = model.artifact.sections.filter((section) => section.format !== null);
  const nodes = known.slice(0, MAX_SECTIONS).map((section) => sectionNode(model, section, journals.get(section)));
  const first = known[MAX_SECTIONS];
  if (first === undefined) return nodes;
  const left = `${String(known.length - MAX_SECTIONS)} further sections are not listed`;
  return [...nodes, node(model, 'section', left, '', first.startLine, first.endLine)];
}

function node(
  model: DocumentModel,
  kind: DocumentSymbolNode['kind'],
  name: string,
  detail: string,
  startLine: number,
  endLine: number,
  children: readonly DocumentSymbolNode[] = [],
): DocumentSymbolNode {
  const last = Math.min(endLine, model.lines.length - 1);
  const range = { startLine, startColumn: 0, endLine: last, endColumn: model.lines[last]?.length ?? 0 };
  return { name, detail, kind, range, children };
}

function sectionNode(model: DocumentModel, section: Section, journal: JournalFacts | undefined): DocumentSymbolNode {
  const title = model.deps.formats.find((one) => one.id === section.format)?.title ?? section.format ?? '';
  const children = journal === undefined ? [] : bootNodes(model, section, journal);
  return node(model, 'section', title, section.command ?? '', section.startLine, section.endLine, children);
}

/** Lines (0-based, growing) at which the journal marks a boot: those of one printed newest first were found from its end. */
export function bootMarks({ breaks }: JournalFacts): readonly number[] {
  return breaks
    .filter((one) => one.kind === 'boot')
    .map((one) => one.line)
    .sort((a, b) => a - b);
}

/** Processes below the boot they ran in; without marks of boots, processes alone. */
function bootNodes(model: DocumentModel, section: Section, journal: JournalFacts): readonly DocumentSymbolNode[] {
  const lives = journal.processes.filter((life) => life.firstLine >= 0);
  const marks = bootMarks(journal);
  if (marks.length === 0) return lives.map((life) => processNode(model, life));
  const starts = (marks[0] ?? 0) > section.startLine ? [section.startLine, ...marks] : marks;
  return starts.map((start, index) => {
    const end = (starts[index + 1] ?? section.endLine + 1) - 1;
    const inside = lives.filter((life) => life.firstLine >= start && life.firstLine <= end);
    const since =
      isoTime(inside[0]?.firstMs ?? null, null)
        ?.replace('T', ' ')
        .slice(0, 19) ?? '';
    const detail = inside.length === 0 ? 'no line of the product' : since;
    const number = journal.newestFirst ? starts.length - index : index + 1;
    const cut = number === 1 && marks[0] !== start && !journal.newestFirst ? ' (begins before the log)' : '';
    const children = inside.map((life) => processNode(model, life));
    return node(model, 'boot', `Boot ${String(number)}${cut}`, detail, start, end, children);
  });
}

function processNode(model: DocumentModel, life: ProcessLife): DocumentSymbolNode {
  const name = life.role === 'child' ? `${life.component}-child` : life.component;
  const pid = life.pid < 0 ? '' : ` [${String(life.pid)}]`;
  const detail = life.blocks.length === 0 ? '' : `${String(life.blocks.length)} status blocks`;
  const ofBlocks = life.blocks.length === 0 ? [] : stretchOf(life, 0, life.blocks.length - 1);
  const lines = [life.firstLine, life.lastLine, ...ofBlocks];
  const sessions = sessionNodes(model, life);
  return node(model, 'process', `${name}${pid}`, detail, Math.min(...lines), Math.max(...lines), sessions);
}

/** Consecutive blocks that one connection lived through, or in which there was none. */
interface Session {
  readonly first: number;
  last: number;
  readonly state: string | null;
  readonly broker: string | null;
}

function sessionNodes(model: DocumentModel, life: ProcessLife): readonly DocumentSymbolNode[] {
  const sessions = sessionsOf(life);
  // Blocks of a version that prints no connection.
  if (sessions.every((one) => one.state === null)) return blockNodes(model, life, 0, life.blocks.length - 1);
  const nodes = sessions.slice(0, MAX_SESSIONS).map((session) => {
    const { first, last, state, broker } = session;
    const up = state === null || isConnected(state);
    const site = broker === null ? 'broker not printed' : broker.split('.').slice(0, 2).join('.');
    const name = `${up ? `Connection to ${site}` : 'Not connected'}${timeOf(life, first, ' from ')}`;
    const count = last - first + 1;
    const detail = `${state ?? 'state not printed'}, ${count === 1 ? '1 block' : `${String(count)} blocks`}`;
    return node(model, 'session', name, detail, ...stretchOf(life, first, last), blockNodes(model, life, first, last));
  });
  const next = sessions[MAX_SESSIONS];
  if (next === undefined) return nodes;
  const left = `${String(sessions.length - MAX_SESSIONS)} further sessions are not listed`;
  return [...nodes, node(model, 'session', left, '', ...stretchOf(life, next.first, life.blocks.length - 1))];
}

/** A session ends when the state, the broker or the local port changes, or the connection is younger than before. */
function sessionsOf(life: ProcessLife): readonly Session[] {
  const { blocks } = life;
  const states = blocks.text('control.state');
  const brokers = blocks.text('control.broker');
  const uptimes = blocks.column('control.uptime');
  const sessions: Session[] = [];
  for (let index = 0; index < blocks.length; index += 1) {
    const state = states?.[index] ?? null;
    const broker = brokers?.[index] ?? null;
    const open = sessions[sessions.length - 1];
    const younger = (uptimes?.[index] ?? Number.NaN) < (uptimes?.[index - 1] ?? Number.NaN);
    // A connection that tries again and again is one stretch of no connection.
    const down = state !== null && !isConnected(state);
    if (open?.state === state && (down || (open.broker === broker && !younger))) open.last = index;
    else sessions.push({ first: index, last: index, state, broker });
  }
  return sessions;
}

/** Blocks one by one, or by the hour where they are many. */
function blockNodes(
  model: DocumentModel,
  life: ProcessLife,
  first: number,
  last: number,
): readonly DocumentSymbolNode[] {
  const indexes = Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset);
  const single = life.blocks.length <= MAX_BLOCKS;
  if (single && indexes.length <= MAX_BLOCKS_A_SESSION) return indexes.map((index) => blockNode(model, life, index));
  const groups = new Map<string, number[]>();
  for (const index of indexes) {
    const key = hourOf(life.blocks.times[index] ?? Number.NaN);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [index]);
    else group.push(index);
  }
  return [...groups].map(([key, group]) => {
    const from = group[0] ?? 0;
    const to = group[group.length - 1] ?? 0;
    const states = new Set(group.map((index) => life.blocks.text('control.state')?.[index] ?? 'state unknown'));
    const children = single ? group.map((index) => blockNode(model, life, index)) : [];
    return node(model, 'hour', key, [...states].join(', '), ...stretchOf(life, from, to), children);
  });
}

function hourOf(time: number): string {
  if (Number.isNaN(time)) return 'status blocks';
  return `${(isoTime(Math.floor(time / 3_600_000) * 3_600_000, null) ?? '').slice(0, 13).replace('T', ' ')}:00`;
}

function timeOf(life: ProcessLife, index: number, before: string): string {
  const time = life.blocks.times[index] ?? Number.NaN;
  return Number.isNaN(time) ? '' : `${before}${(isoTime(time, null) ?? '').slice(11, 19)}`;
}

function blockNode(model: DocumentModel, life: ProcessLife, index: number): DocumentSymbolNode {
  const time = timeOf(life, index, 'Status ');
  const name = time === '' ? `Status block ${String(index + 1)}` : time;
  const state = life.blocks.text('control.state')?.[index] ?? '';
  return node(model, 'block', name, state, ...blockSpan(life, index));
}

/** First and last line of a block's own status lines. A journal printed newest first has the header at the end. */
export function blockSpan({ blocks }: ProcessLife, index: number): readonly [start: number, end: number] {
  const lines = [blocks.lines[index] ?? 0, ...STATUS_LINE_KINDS.map((kind) => blocks.lineOf(index, kind))];
  return [Math.min(...lines), Math.max(...lines)];
}

/** First and last line of the blocks from one to another. */
function stretchOf(life: ProcessLife, first: number, last: number): readonly [start: number, end: number] {
  const lines = [...blockSpan(life, first), ...blockSpan(life, last)];
  return [Math.min(...lines), Math.max(...lines)];
}
