import type { SectionContext, SectionReader, Take } from '../format';
import type { MemoryFacts } from './facts';
import { readMemoryRow } from './fields';

/** Reads the rows of one dump; the first line that is no row ends it. */
export class MemoryReader implements SectionReader<MemoryFacts> {
  readonly #names: string[] = [];
  readonly #outBytes: number[] = [];
  readonly #outCounts: number[] = [];
  readonly #allocBytes: number[] = [];
  readonly #lines: number[] = [];
  #total: MemoryFacts['total'] = null;

  constructor(
    private readonly context: SectionContext,
    private readonly isMine: (line: string) => boolean,
  ) {}

  take(text: string, start: number, end: number, line: number): Take {
    const content = text.slice(start, end);
    const row = readMemoryRow(content);
    if (row === null) return content.trim() === '' ? 'maybe' : 'refused';
    if (this.#total !== null) return 'refused';
    if (!this.isMine(content)) return 'refused';
    // A name seen again begins the next dump of a loop without commands between.
    if (this.#names[0] === row.name) return 'refused';
    if (row.name === 'Total') {
      this.#total = { outBytes: row.outBytes, line };
      return 'taken';
    }
    this.#names.push(row.name);
    this.#outBytes.push(row.outBytes);
    this.#outCounts.push(row.outCount);
    this.#allocBytes.push(row.allocBytes);
    this.#lines.push(line);
    return 'taken';
  }

  finish(): MemoryFacts {
    return {
      timeMs: this.context.timeMs,
      names: this.#names,
      outBytes: this.#outBytes,
      outCounts: this.#outCounts,
      allocBytes: this.#allocBytes,
      lines: this.#lines,
      total: this.#total,
    };
  }
}
