import type { LabelledValue } from '../shared/label-line';
import { OutputReader } from '../shared/output-reader';

/** Base of readers of answers that print a label and a value a line, each label once. */
export abstract class LabelledReader<Facts> extends OutputReader<Facts> {
  readonly #seen = new Set<string>();

  /** Whether any value was taken. */
  protected get isBegun(): boolean {
    return this.#seen.size > 0;
  }

  /** Takes the values of one line; gives whether they belong to this answer. */
  protected takeAll(values: readonly LabelledValue[], line: number): boolean {
    const [first] = values;
    // A label seen again begins the next answer of a loop.
    if (first === undefined || this.#seen.has(first.label)) return false;
    for (const value of values) {
      this.#seen.add(value.label);
      this.value(value, line);
    }
    return true;
  }

  /** Reads one value; 0-based `line` of the file. */
  protected abstract value(found: LabelledValue, line: number): void;
}
