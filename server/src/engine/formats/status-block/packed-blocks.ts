import type { BlockSeries } from './series';
import type { StatusLineKind } from './kinds';

/** Numbers by block: a list, or the compact form in which threads hand them over. */
type Numbers = readonly number[] | Float64Array;

/** A block series as plain data. */
export interface PackedBlocks<N extends Numbers = readonly number[]> {
  readonly times: readonly number[];
  readonly lines: readonly number[];
  readonly numbers: ReadonlyMap<string, N>;
  readonly texts: ReadonlyMap<string, readonly (string | undefined)[]>;
  readonly kindLines: ReadonlyMap<StatusLineKind, N>;
  readonly stateLines: ReadonlyMap<string, N>;
}

/** The series as plain data. */
export function packBlocks(blocks: BlockSeries): PackedBlocks {
  return {
    times: blocks.times,
    lines: blocks.lines,
    numbers: new Map(blocks.columnNames.map((name) => [name, blocks.column(name) ?? []])),
    texts: new Map(blocks.textNames.map((name) => [name, blocks.text(name) ?? []])),
    kindLines: blocks.kindLines,
    stateLines: blocks.stateLines,
  };
}

/** The series as plain data that is copied from thread to thread in a moment. */
export function compactBlocks(blocks: BlockSeries): PackedBlocks<Float64Array> {
  const packed = packBlocks(blocks);
  return {
    ...packed,
    numbers: compact(packed.numbers),
    kindLines: compact(packed.kindLines),
    stateLines: compact(packed.stateLines),
  };
}

function compact<K>(columns: ReadonlyMap<K, readonly number[]>): ReadonlyMap<K, Float64Array> {
  return new Map([...columns].map(([name, values]) => [name, Float64Array.from(values)]));
}

/** The series that plain data was made of. Compact numbers become lists when they are asked for: most never are. */
export class PackedBlockSeries implements BlockSeries {
  readonly #lists = new Map<string, readonly number[]>();

  constructor(private readonly packed: PackedBlocks<Numbers>) {}

  get length(): number {
    return this.packed.times.length;
  }

  get times(): readonly number[] {
    return this.packed.times;
  }

  get lines(): readonly number[] {
    return this.packed.lines;
  }

  get columnNames(): readonly string[] {
    return [...this.packed.numbers.keys()];
  }

  get textNames(): readonly string[] {
    return [...this.packed.texts.keys()];
  }

  get kindLines(): ReadonlyMap<StatusLineKind, readonly number[]> {
    return lists(this.packed.kindLines);
  }

  get stateLines(): ReadonlyMap<string, readonly number[]> {
    return lists(this.packed.stateLines);
  }

  column(name: string): readonly number[] | undefined {
    const numbers = this.packed.numbers.get(name);
    if (numbers === undefined || !(numbers instanceof Float64Array)) return numbers;
    const list = this.#lists.get(name) ?? Array.from(numbers);
    this.#lists.set(name, list);
    return list;
  }

  text(name: string): readonly (string | undefined)[] | undefined {
    return this.packed.texts.get(name);
  }

  lineOf(index: number, kind: StatusLineKind): number {
    return lineIn(this.packed.kindLines.get(kind), index) ?? this.packed.lines[index] ?? 0;
  }

  lineOfState(index: number, column: string): number {
    return lineIn(this.packed.stateLines.get(column), index) ?? this.lineOf(index, 'connection');
  }
}

function lists<K>(columns: ReadonlyMap<K, Numbers>): ReadonlyMap<K, readonly number[]> {
  return new Map([...columns].map(([name, values]) => [name, Array.from(values)]));
}

/** The line of block `index`; undefined where that block has none. */
export function lineIn(lines: Numbers | undefined, index: number): number | undefined {
  const line = lines?.[index];
  return line === undefined || Number.isNaN(line) ? undefined : line;
}
