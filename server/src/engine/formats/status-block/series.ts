import { ownCopy } from '../../text/own-copy';
import { parseCertificateLife, parseSkew, parseUptime, visitStatusLine } from './fields';
import type { Slot } from '../shared/line-template';
import { LineTemplate } from '../shared/line-template';
import { parseSize } from '../disk/sizes';
import type { StatusLineKind } from './kinds';
import { lineIn } from './packed-blocks';

/**
 * The status blocks of one process life in order, by column: `column('rpc.drop.AppRtReq')[i]` is the value in
 * block i, NaN where that block has none. Names are those of `visitStatusLine`, with these made alike over the
 * generations: `control.state|local|broker|remote` (texts), `control.uptime` (s), `control.rtt.tcp|app` (µs).
 */
export interface BlockSeries {
  readonly length: number;
  /** Log-clock epoch ms of each block; NaN where the log has no clock. */
  readonly times: readonly number[];
  /** 0-based line of each block's first line. */
  readonly lines: readonly number[];
  /** Numbers of a column, or undefined where no block has it. */
  column(name: string): readonly number[] | undefined;
  /** Texts of a column (states, names, addresses). */
  text(name: string): readonly (string | undefined)[] | undefined;
  /** 0-based line of the status line of that kind in block `index`, else the block's first line. */
  lineOf(index: number, kind: StatusLineKind): number;
  /** The same for the line that tells a state, by the name of its text column: a block has one a connection. */
  lineOfState(index: number, column: string): number;
  /** 0-based lines of the status lines by kind, and by the state they tell, one a block; NaN where a block has none. */
  readonly kindLines: ReadonlyMap<StatusLineKind, readonly number[]>;
  readonly stateLines: ReadonlyMap<string, readonly number[]>;
  /** Names of all number columns. */
  readonly columnNames: readonly string[];
  /** Names of all text columns. */
  readonly textNames: readonly string[];
}

/**
 * Blocks kept of one journal before the older half of the life that grows is thinned to every second one. 20,000
 * blocks are two weeks and some 50 MB; the thinning keeps totals, rates and resets right while memory stays bounded
 * on a journal of years.
 */
const MAX_BLOCKS = 20_000;
/** A life with fewer blocks is not thinned: it is not what fills the memory. */
const FEW_BLOCKS = 1_000;

/** Blocks kept of all lives of one journal. */
export interface BlockCount {
  total: number;
}
/** Lines of one block are written within the same second or two; more than this apart is the next block. */
const BLOCK_SPAN_MS = 20_000;

/** Layouts kept of one kind of line: each named connection has its own, and each reconnection another port. */
const MAX_LAYOUTS = 24;

interface Layout {
  readonly template: LineTemplate;
  readonly key: string;
  /** Column of the state that the line tells; null for lines that tell none. */
  readonly state: string | null;
}

const TEXT_FIELDS = new Set(['ID', 'Name', 'Ver']);
const TEXT_PARTS = new Set(['state', 'local', 'broker', 'remote']);

/** Collects blocks from status lines as they come. */
export class BlockCollector implements BlockSeries {
  readonly times: number[] = [];
  readonly lines: number[] = [];
  readonly #numbers = new Map<string, number[]>();
  readonly #texts = new Map<string, (string | undefined)[]>();
  readonly #kindLines = new Map<StatusLineKind, number[]>();
  readonly #stateLines = new Map<string, number[]>();
  readonly #seen = new Set<string>();
  readonly #layouts = new Map<StatusLineKind, Layout[]>();
  #index = -1;

  /** `count` is shared by all lives of the journal. */
  constructor(private readonly count: BlockCount = { total: 0 }) {}

  get length(): number {
    return this.times.length;
  }

  get kindLines(): ReadonlyMap<StatusLineKind, readonly number[]> {
    return this.#kindLines;
  }

  get stateLines(): ReadonlyMap<string, readonly number[]> {
    return this.#stateLines;
  }

  get columnNames(): readonly string[] {
    return [...this.#numbers.keys()];
  }

  get textNames(): readonly string[] {
    return [...this.#texts.keys()];
  }

  column(name: string): readonly number[] | undefined {
    const values = this.#numbers.get(name);
    if (values !== undefined) fill(values, this.length, Number.NaN);
    return values;
  }

  text(name: string): readonly (string | undefined)[] | undefined {
    const values = this.#texts.get(name);
    if (values !== undefined) fill(values, this.length, undefined);
    return values;
  }

  lineOf(index: number, kind: StatusLineKind): number {
    return lineIn(this.#kindLines.get(kind), index) ?? this.lines[index] ?? 0;
  }

  lineOfState(index: number, column: string): number {
    return lineIn(this.#stateLines.get(column), index) ?? this.lineOf(index, 'connection');
  }

  /** Takes one status line. `timeMs` is NaN without a clock. Gives true where it began a new block. */
  add(kind: StatusLineKind, text: string, start: number, end: number, line: number, timeMs: number): boolean {
    const known = this.#knownLayout(kind, text, start, end);
    const key = known?.key ?? keyOf(kind, text, start, end);
    const begins = this.#begins(kind, key, timeMs);
    if (begins) this.#open(line, timeMs);
    this.#seen.add(key);
    this.#put(this.#kindLines, kind, line, Number.NaN);
    const state = known === undefined ? this.#readAnew(kind, key, text, start, end) : this.#readKnown(known, text);
    if (state !== null) this.#put(this.#stateLines, state, line, Number.NaN);
    return begins;
  }

  #knownLayout(kind: StatusLineKind, text: string, start: number, end: number): Layout | undefined {
    const layouts = this.#layouts.get(kind);
    if (layouts === undefined) return undefined;
    for (const layout of layouts) if (layout.template.match(text, start, end)) return layout;
    return undefined;
  }

  /** Reads a line of a layout not seen before, and learns it; gives the column of its state. */
  #readAnew(kind: StatusLineKind, key: string, text: string, start: number, end: number): string | null {
    const slots: Slot[] = [];
    visitStatusLine(kind, text, start, end, (name, _nameStart, _nameEnd, valueStart, valueEnd) => {
      const slot = this.#value(ownCopy(name), text.slice(valueStart, valueEnd), valueStart - start);
      if (slot !== null) slots.push(slot);
    });
    const state = slots.find(({ name }) => name.endsWith('.state'))?.name ?? null;
    const template = LineTemplate.learn(ownCopy(text.slice(start, end)), slots);
    if (template === null) return state;
    const layouts = this.#layouts.get(kind) ?? [];
    this.#layouts.set(kind, layouts);
    if (layouts.length >= MAX_LAYOUTS) layouts.shift();
    layouts.push({ template, key, state });
    return state;
  }

  #readKnown({ template, state }: Layout, text: string): string | null {
    const { slots, starts, ends, numbers } = template;
    for (let index = 0; index < slots.length; index += 1) {
      const slot = slots[index];
      if (slot === undefined) continue;
      const { name, kind } = slot;
      if (kind === 'number') {
        this.#number(name, numbers[index] ?? Number.NaN);
        continue;
      }
      const from = starts[index] ?? 0;
      const to = ends[index] ?? 0;
      if (kind === 'parsed') {
        const value = numberOf(name, lastPart(name), text.slice(from, to));
        if (value !== null) this.#number(name, value);
        continue;
      }
      // States and brokers stay the same for hours: one string for all of them.
      const last = this.#texts.get(name)?.at(-1);
      const same = last?.length === to - from && text.startsWith(last, from);
      this.#put<string | undefined>(this.#texts, name, same ? last : ownCopy(text.slice(from, to)), undefined);
    }
    return state;
  }

  #begins(kind: StatusLineKind, key: string, timeMs: number): boolean {
    if (this.#index < 0 || kind === 'header' || this.#seen.has(key)) return true;
    const last = this.times[this.#index] ?? Number.NaN;
    return timeMs - last > BLOCK_SPAN_MS;
  }

  #open(line: number, timeMs: number): void {
    if (this.count.total >= MAX_BLOCKS && this.length >= FEW_BLOCKS) this.#thin();
    this.count.total += 1;
    this.#seen.clear();
    this.times.push(timeMs);
    this.lines.push(line);
    this.#index = this.length - 1;
  }

  /** Keeps a value, and says how the same value of the next line is read; null for what is no value of a column. */
  #value(name: string, raw: string, start: number): Slot | null {
    const column = name.startsWith('connection.control.') ? name.slice('connection.'.length) : name;
    const part = lastPart(column);
    if (TEXT_FIELDS.has(column) || TEXT_PARTS.has(part)) {
      this.#put<string | undefined>(this.#texts, column, ownCopy(raw), undefined);
      const kind = TEXT_FIELDS.has(column) ? 'phrase' : 'word';
      return { name: column, kind, start, end: start + raw.length };
    }
    const value = numberOf(column, part, raw);
    if (value === null) return null;
    this.#number(column, value);
    if (isParsed(column, part)) return { name: column, kind: 'parsed', start, end: start + raw.length };
    const digits = NUMBER.exec(raw)?.[0].length ?? 0;
    return { name: column, kind: 'number', start, end: start + digits };
  }

  #number(column: string, value: number): void {
    this.#put(this.#numbers, column, value, Number.NaN);
    const alias = ALIASES[column];
    if (alias !== undefined) this.#put(this.#numbers, alias, value, Number.NaN);
  }

  #put<T>(columns: Map<string, T[]>, name: string, value: T, missing: T): void {
    let values = columns.get(name);
    if (values === undefined) {
      values = [];
      columns.set(name, values);
    }
    fill(values, this.#index, missing);
    values[this.#index] = value;
  }

  /** Drops every second block of the older half. */
  #thin(): void {
    const half = this.length >> 1;
    const keep = (_: unknown, index: number): boolean => index >= half || index % 2 === 0;
    const length = this.length;
    const thin = <T>(values: T[], missing: T): void => {
      fill(values, length, missing);
      const kept = values.filter(keep);
      values.length = 0;
      for (const value of kept) values.push(value);
    };
    for (const values of this.#numbers.values()) thin(values, Number.NaN);
    for (const values of this.#texts.values()) thin<string | undefined>(values, undefined);
    for (const values of this.#kindLines.values()) thin(values, Number.NaN);
    for (const values of this.#stateLines.values()) thin(values, Number.NaN);
    const times = this.times.filter(keep);
    const lines = this.lines.filter(keep);
    this.times.length = 0;
    this.lines.length = 0;
    for (const time of times) this.times.push(time);
    for (const line of lines) this.lines.push(line);
    this.#index = this.length - 1;
    this.count.total -= length - this.length;
  }
}

/** The newer Mtunnels line counts under other words; rules read one name. */
const ALIASES: Readonly<Record<string, string>> = {
  'mtunnels.current active.all': 'mtunnels.active',
  'mtunnels.total.all': 'mtunnels.created',
};

const NUMBER = /^\d{1,20}(?:\.\d{1,6})?/u;

function lastPart(column: string): string {
  return column.slice(column.lastIndexOf('.') + 1);
}

/** Which connection a line speaks of, or its kind: a key that comes again begins the next block. */
function keyOf(kind: StatusLineKind, text: string, start: number, end: number): string {
  if (kind !== 'connection') return kind;
  return ownCopy(text.slice(start, Math.min(end, start + 40)).replace(/ connection.*$/u, ''));
}

/** Whether a column's value is written as more than a plain number. */
function isParsed(column: string, part: string): boolean {
  return (
    column === 'certificate.expires' ||
    column === 'skew' ||
    column === 'Uptime' ||
    part === 'uptime' ||
    column.startsWith('Disk.')
  );
}

function numberOf(column: string, part: string, raw: string): number | null {
  if (column === 'certificate.expires') return parseCertificateLife(raw);
  if (column === 'skew') return parseSkew(raw);
  if (part === 'uptime' || column === 'Uptime') return parseUptime(raw);
  // Bytes: the unit is written with the figure and may change with its size.
  if (column.startsWith('Disk.')) return parseSize(raw.trim(), 1);
  const match = NUMBER.exec(raw);
  return match === null ? null : Number(match[0]);
}

function fill<T>(values: T[], length: number, missing: T): void {
  while (values.length < length) values.push(missing);
}
