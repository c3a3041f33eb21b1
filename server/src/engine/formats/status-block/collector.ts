import { ownCopy } from '../../text/own-copy';
import type { KnownLine } from '../shared/known-line';
import type { Slot, SlotKind } from '../shared/line-template';
import { LineTemplate } from '../shared/line-template';
import { BlockColumns } from './columns';
import { visitStatusLine } from './fields';
import { isParsed, isSumOfFigures, lastPart, NUMBER, numberOf } from './figures';
import type { StatusLineKind } from './kinds';
import type { KnownStatusLine } from './known-status-line';
import { knownStatusLine } from './known-status-line';
import type { BlockCount, LineSort } from './open-block';
import { OpenBlock } from './open-block';
import { lineIn } from './packed-blocks';
import type { BlockSeries } from './series';

/** Layouts kept of one kind of line: each named connection has its own, and each reconnection another port. */
const MAX_LAYOUTS = 24;

/** What a line looks like, learnt from one. */
interface Layout {
  readonly template: LineTemplate;
  readonly sort: LineSort;
  /** Values of the last line by slot as they were written, '' for plain numbers. */
  texts: readonly string[];
  /** How that line is skimmed; null where it is not. */
  known: KnownStatusLine | null;
}

const TEXT_FIELDS = new Set(['ID', 'Name', 'Ver']);
const TEXT_PARTS = new Set(['state', 'local', 'broker', 'remote']);

/** Collects blocks from status lines as they come. */
export class BlockCollector implements BlockSeries {
  readonly #columns = new BlockColumns();
  readonly #block: OpenBlock;
  readonly #layouts = new Map<StatusLineKind, Layout[]>();
  #recent: KnownLine | null = null;

  /** `count` is shared by all lives of the journal. */
  constructor(count: BlockCount = { total: 0 }) {
    this.#block = new OpenBlock(this.#columns, count);
  }

  get length(): number {
    return this.#columns.length;
  }

  get times(): readonly number[] {
    return this.#columns.times;
  }

  get lines(): readonly number[] {
    return this.#columns.lines;
  }

  get kindLines(): ReadonlyMap<StatusLineKind, readonly number[]> {
    return new Map([...this.#columns.kindLines].map(([kind, { values }]) => [kind, values]));
  }

  get stateLines(): ReadonlyMap<string, readonly number[]> {
    return new Map([...this.#columns.stateLines].map(([name, { values }]) => [name, values]));
  }

  get columnNames(): readonly string[] {
    return [...this.#columns.numbers.keys()];
  }

  get textNames(): readonly string[] {
    return [...this.#columns.texts.keys()];
  }

  /** How the line added last is skimmed when it comes again; null where it is not. */
  get recent(): KnownLine | null {
    return this.#recent;
  }

  column(name: string): readonly number[] | undefined {
    return this.#columns.numbers.get(name)?.filled(this.length);
  }

  text(name: string): readonly (string | undefined)[] | undefined {
    return this.#columns.texts.get(name)?.filled(this.length);
  }

  lineOf(index: number, kind: StatusLineKind): number {
    return lineIn(this.#columns.kindLines.get(kind)?.values, index) ?? this.lines[index] ?? 0;
  }

  lineOfState(index: number, column: string): number {
    return lineIn(this.#columns.stateLines.get(column)?.values, index) ?? this.lineOf(index, 'connection');
  }

  /**
   * Takes one status line. `timeMs` is NaN without a clock; `lead` is where the text behind the prefix begins, with colours
   * and level words. Gives true where it began a new block.
   */
  add(
    kind: StatusLineKind,
    text: string,
    start: number,
    end: number,
    line: number,
    timeMs: number,
    lead: number = start,
  ): boolean {
    const layout = this.#layoutOf(kind, text, start, end);
    this.#recent = null;
    if (layout === null) return this.#readAnew(kind, text, start, end, line, timeMs);
    const begins = this.#block.place(layout.sort, line, timeMs);
    const isSame = this.#readKnown(layout, text);
    // Texts that change from line to line are not worth a layout of their own.
    if (!isSame) layout.known = null;
    else if (layout.known?.hasForm(layout.texts) !== true)
      layout.known = this.#known(layout, text.slice(lead, end), lead);
    this.#recent = layout.known;
    return begins;
  }

  #layoutOf(kind: StatusLineKind, text: string, start: number, end: number): Layout | null {
    for (const layout of this.#layouts.get(kind) ?? []) if (layout.template.match(text, start, end)) return layout;
    return null;
  }

  /** Reads a line of a layout not seen before, and learns it. */
  #readAnew(kind: StatusLineKind, text: string, start: number, end: number, line: number, timeMs: number): boolean {
    const values: StatusValue[] = [];
    visitStatusLine(kind, text, start, end, (name, _nameStart, _nameEnd, valueStart, valueEnd) => {
      const value = statusValue(ownCopy(name), text.slice(valueStart, valueEnd), valueStart - start);
      if (value !== null) values.push(value);
    });
    const slots = values.map(({ slot }) => slot);
    const state = slots.find(({ name }) => name.endsWith('.state'))?.name ?? null;
    const sort = this.#block.sortOf(kind, keyOf(kind, text, start, end), state);
    const begins = this.#block.place(sort, line, timeMs);
    for (const { slot, value } of values) {
      if (typeof value === 'number') this.#number(slot.name, value);
      else this.#text(slot.name, value);
    }
    const template = LineTemplate.learn(ownCopy(text.slice(start, end)), slots);
    if (template === null) return begins;
    const layouts = this.#layouts.get(kind) ?? [];
    this.#layouts.set(kind, layouts);
    if (layouts.length >= MAX_LAYOUTS) layouts.shift();
    layouts.push({ template, sort, texts: [], known: null });
    return begins;
  }

  /** Keeps the values of a line that the layout's template matched; gives whether its texts are those of the last one. */
  #readKnown(layout: Layout, line: string): boolean {
    const { slots, starts, ends, numbers } = layout.template;
    let isSame = layout.texts.length === slots.length;
    layout.texts = slots.map(({ name, kind }, index) => {
      if (kind === 'number') {
        this.#number(name, numbers[index] ?? Number.NaN);
        return '';
      }
      const from = starts[index] ?? 0;
      const to = ends[index] ?? 0;
      // States and brokers stay the same for hours: one string for all of them.
      const last = layout.texts[index];
      const same = last?.length === to - from && line.startsWith(last, from);
      const text = same ? last : ownCopy(line.slice(from, to));
      if (kind === 'parsed') {
        const value = numberOf(name, text);
        if (value !== null) this.#number(name, value);
        if (!isSumOfFigures(name)) isSame &&= same;
      } else {
        this.#text(name, text);
        isSame &&= same;
      }
      return text;
    });
    return isSame;
  }

  /** How the line that the template matched is skimmed; `text` is what stands behind the prefix, from `lead` on. */
  #known({ template, texts, sort }: Layout, text: string, lead: number): KnownStatusLine | null {
    const slots = template.slots.map(({ name, kind }, index): Slot => {
      return { name, kind, start: (template.starts[index] ?? 0) - lead, end: (template.ends[index] ?? 0) - lead };
    });
    return knownStatusLine({ text, slots, texts, sort }, this.#columns, this.#block);
  }

  #number(name: string, value: number): void {
    for (const column of this.#columns.numberColumns(name)) column.put(this.#block.index, value);
  }

  #text(name: string, value: string): void {
    this.#columns.textColumn(name).put(this.#block.index, value);
  }
}

/** A value of a status line, and where the same value of the next line is found. */
interface StatusValue {
  readonly slot: Slot;
  readonly value: number | string;
}

/** A value by its name and as it is written at `start` of the line; null for what is no value of a column. */
function statusValue(name: string, raw: string, start: number): StatusValue | null {
  const column = name.startsWith('connection.control.') ? name.slice('connection.'.length) : name;
  const slot = (kind: SlotKind, length = raw.length): Slot => ({ name: column, kind, start, end: start + length });
  if (TEXT_FIELDS.has(column)) return { slot: slot('phrase'), value: ownCopy(raw) };
  const part = lastPart(column);
  if (TEXT_PARTS.has(part)) return { slot: slot(part === 'broker' ? 'name' : 'word'), value: ownCopy(raw) };
  const value = numberOf(column, raw);
  if (value === null) return null;
  return { slot: isParsed(column) ? slot('parsed') : slot('number', NUMBER.exec(raw)?.[0].length), value };
}

/** Which connection a line speaks of, or its kind: a key that comes again begins the next block. */
function keyOf(kind: StatusLineKind, text: string, start: number, end: number): string {
  if (kind !== 'connection') return kind;
  return ownCopy(text.slice(start, Math.min(end, start + 40)).replace(/ connection.*$/u, ''));
}
