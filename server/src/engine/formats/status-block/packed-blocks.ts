import type { BlockSeries } from './series';
import type { StatusLineKind } from './kinds';

/** A block series as plain data, for the way from one thread to another. */
export interface PackedBlocks {
  readonly times: readonly number[];
  readonly lines: readonly number[];
  readonly numbers: ReadonlyMap<string, readonly number[]>;
  readonly texts: ReadonlyMap<string, readonly (string | undefined)[]>;
  readonly kindLines: ReadonlyMap<StatusLineKind, readonly number[]>;
  readonly stateLines: ReadonlyMap<string, readonly number[]>;
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

/** The series that plain data was made of. */
export class PackedBlockSeries implements BlockSeries {
  constructor(private readonly packed: PackedBlocks) {}

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
    return this.packed.kindLines;
  }

  get stateLines(): ReadonlyMap<string, readonly number[]> {
    return this.packed.stateLines;
  }

  column(name: string): readonly number[] | undefined {
    return this.packed.numbers.get(name);
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

/** The line of block `index`; undefined where that block has none. */
export function lineIn(lines: readonly number[] | undefined, index: number): number | undefined {
  const line = lines?.[index];
  return line === undefined || Number.isNaN(line) ? undefined : line;
}
