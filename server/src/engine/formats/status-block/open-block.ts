import type { NumberColumn } from '../shared/columns';
import type { BlockColumns } from './columns';
import type { StatusLineKind } from './kinds';

/**
 * Blocks kept of one journal before the older half of the life that grows is thinned to every second one. 20,000
 * blocks are two weeks and some 50 MB; the thinning keeps totals, rates and resets right while memory stays bounded
 * on a journal of years.
 */
const MAX_BLOCKS = 20_000;
/** A life with fewer blocks is not thinned: it is not what fills the memory. */
const FEW_BLOCKS = 1_000;
/** Lines of one block are written within the same second or two; more than this apart is the next block. */
const BLOCK_SPAN_MS = 20_000;

/** Blocks kept of all lives of one journal. */
export interface BlockCount {
  total: number;
}

/** Lines of one connection, or of one kind: one that comes again begins the next block. */
interface Key {
  /** The block that has such a line; counted from the first block of the life on. */
  block: number;
}

/** Where a sort of status line goes. */
export interface LineSort {
  readonly kind: StatusLineKind;
  readonly key: Key;
  readonly kindLines: NumberColumn;
  /** Null for lines that tell no state. */
  readonly stateLines: NumberColumn | null;
}

/** The block that is being read, in the columns of its life. */
export class OpenBlock {
  /** Index of the block in the columns; -1 before the first. */
  index = -1;
  #begun = 0;
  readonly #keys = new Map<string, Key>();

  constructor(
    private readonly columns: BlockColumns,
    private readonly count: BlockCount,
  ) {}

  /** `key` names the connection or kind, `state` the column of the state that the line tells. */
  sortOf(kind: StatusLineKind, key: string, state: string | null): LineSort {
    const known = this.#keys.get(key) ?? { block: 0 };
    this.#keys.set(key, known);
    const { columns } = this;
    const stateLines = state === null ? null : columns.stateColumn(state);
    return { kind, key: known, kindLines: columns.kindColumn(kind), stateLines };
  }

  /** Puts a line into the block, or into a new one: then gives true. */
  place(sort: LineSort, line: number, timeMs: number): boolean {
    const begins = this.#begins(sort, timeMs);
    if (begins) this.#open(line, timeMs);
    sort.key.block = this.#begun;
    sort.kindLines.put(this.index, line);
    sort.stateLines?.put(this.index, line);
    return begins;
  }

  #begins({ kind, key }: LineSort, timeMs: number): boolean {
    if (this.index < 0 || kind === 'header' || key.block === this.#begun) return true;
    const last = this.columns.times[this.index] ?? Number.NaN;
    return timeMs - last > BLOCK_SPAN_MS;
  }

  #open(line: number, timeMs: number): void {
    const { columns, count } = this;
    const kept = columns.length;
    if (count.total >= MAX_BLOCKS && kept >= FEW_BLOCKS) {
      columns.thin();
      count.total -= kept - columns.length;
    }
    count.total += 1;
    this.#begun += 1;
    columns.open(line, timeMs);
    this.index = columns.length - 1;
  }
}
