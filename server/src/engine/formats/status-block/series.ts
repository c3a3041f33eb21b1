import { parseCertificateLife, parseSkew, parseUptime, visitStatusLine } from './fields';
import type { StatusLineKind } from './kinds';

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
  /** Names of all number columns. */
  readonly columnNames: readonly string[];
  /** Names of all text columns. */
  readonly textNames: readonly string[];
}

/**
 * Blocks kept before the older half is thinned to every second one. 60,000 blocks are 41 days; the thinning
 * keeps totals, rates and resets right while memory stays bounded on a journal of years.
 */
const MAX_BLOCKS = 60_000;
/** Lines of one block are written within the same second or two; more than this apart is the next block. */
const BLOCK_SPAN_MS = 20_000;

const TEXT_FIELDS = new Set(['ID', 'Name', 'Ver']);
const TEXT_PARTS = new Set(['state', 'local', 'broker', 'remote']);

/** Collects blocks from status lines as they come. */
export class BlockCollector implements BlockSeries {
  readonly times: number[] = [];
  readonly lines: number[] = [];
  readonly #numbers = new Map<string, number[]>();
  readonly #texts = new Map<string, (string | undefined)[]>();
  readonly #kindLines = new Map<StatusLineKind, number[]>();
  readonly #seen = new Set<string>();
  #index = -1;

  get length(): number {
    return this.times.length;
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
    const line = this.#kindLines.get(kind)?.[index];
    return line === undefined || Number.isNaN(line) ? (this.lines[index] ?? 0) : line;
  }

  /** Takes one status line. `timeMs` is NaN without a clock. Gives true where it began a new block. */
  add(kind: StatusLineKind, text: string, start: number, end: number, line: number, timeMs: number): boolean {
    const key =
      kind === 'connection' ? text.slice(start, Math.min(end, start + 40)).replace(/ connection.*$/u, '') : kind;
    const begins = this.#begins(kind, key, timeMs);
    if (begins) this.#open(line, timeMs);
    this.#seen.add(key);
    this.#put(this.#kindLines, kind, line, Number.NaN);
    visitStatusLine(kind, text, start, end, (name, _nameStart, _nameEnd, valueStart, valueEnd) => {
      this.#value(name, text.slice(valueStart, valueEnd));
    });
    return begins;
  }

  #begins(kind: StatusLineKind, key: string, timeMs: number): boolean {
    if (this.#index < 0 || kind === 'header' || this.#seen.has(key)) return true;
    const last = this.times[this.#index] ?? Number.NaN;
    return timeMs - last > BLOCK_SPAN_MS;
  }

  #open(line: number, timeMs: number): void {
    if (this.length >= MAX_BLOCKS) this.#thin();
    this.#seen.clear();
    this.times.push(timeMs);
    this.lines.push(line);
    this.#index = this.length - 1;
  }

  #value(name: string, raw: string): void {
    const column = name.startsWith('connection.control.') ? name.slice('connection.'.length) : name;
    const part = column.slice(column.lastIndexOf('.') + 1);
    if (TEXT_FIELDS.has(column) || TEXT_PARTS.has(part)) {
      this.#put<string | undefined>(this.#texts, column, raw, undefined);
      return;
    }
    const value = numberOf(column, part, raw);
    if (value === null) return;
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
    const times = this.times.filter(keep);
    const lines = this.lines.filter(keep);
    this.times.length = 0;
    this.lines.length = 0;
    for (const time of times) this.times.push(time);
    for (const line of lines) this.lines.push(line);
    this.#index = this.length - 1;
  }
}

/** The newer Mtunnels line counts under other words; rules read one name. */
const ALIASES: Readonly<Record<string, string>> = {
  'mtunnels.current active.all': 'mtunnels.active',
  'mtunnels.total.all': 'mtunnels.created',
};

function numberOf(column: string, part: string, raw: string): number | null {
  if (column === 'certificate.expires') return parseCertificateLife(raw);
  if (column === 'skew') return parseSkew(raw);
  if (part === 'uptime' || column === 'Uptime') return parseUptime(raw);
  const match = /^\d{1,20}(?:\.\d{1,6})?/u.exec(raw);
  return match === null ? null : Number(match[0]);
}

function fill<T>(values: T[], length: number, missing: T): void {
  while (values.length < length) values.push(missing);
}
