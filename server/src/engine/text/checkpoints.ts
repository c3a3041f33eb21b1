import { firstIndex } from '../basics/first-index';

/** Places in a file from which its lines can be counted without reading what stands before. */
export interface Checkpoints {
  /** Byte offsets, growing. */
  readonly bytes: readonly number[];
  /** The 0-based line that each offset lies in: the next line break ends it. */
  readonly lines: readonly number[];
}

/** Far enough apart to cost nothing, near enough to be read in a moment. */
const STEP_BYTES = 2 ** 20;

/** Notes checkpoints while a file is read from its beginning. */
export class CheckpointMaker {
  readonly #bytes: number[] = [];
  readonly #lines: number[] = [];

  /** After so many bytes the reading stands in this line. */
  note(bytes: number, line: number): void {
    if (bytes - (this.#bytes.at(-1) ?? 0) < STEP_BYTES) return;
    this.#bytes.push(bytes);
    this.#lines.push(line);
  }

  finish(): Checkpoints {
    return { bytes: this.#bytes, lines: this.#lines };
  }
}

/** Index of the last checkpoint that lies in a line before the given one; -1 where only the beginning does. */
export function checkpointBefore({ lines }: Checkpoints, line: number): number {
  return firstIndex(lines, (one) => one >= line) - 1;
}
