import type { Word } from './words';
import { span } from './words';

/** A label and the value behind its colon. */
export interface LabelledValue {
  readonly label: string;
  readonly name: Word;
  /** May be empty: a label without a value. */
  readonly value: Word;
}

/**
 * Finds `Label : value` for a fixed set of labels. Several labels may stand on one line (a page that lost its line
 * breaks): a value then ends where the next label begins.
 */
export class LabelFinder {
  readonly #label: RegExp;
  readonly #begins: RegExp;

  /** `labels`: as printed, without the colon. */
  constructor(labels: readonly string[]) {
    const names = labels.map((label) => label.replace(/[()\\.*+?[\]|^$]/gu, '\\$&')).join('|');
    this.#label = new RegExp(`(?<![^\\s])(${names})[ \\t]{0,40}:(?=\\s|$)`, 'gu');
    this.#begins = new RegExp(`^\\s{0,60}(?:${names})[ \\t]{0,40}:(?:\\s|$)`, 'u');
  }

  /** All labels of a line with their values; none for a line that does not begin with one. */
  find(line: string): readonly LabelledValue[] {
    if (!this.#begins.test(line)) return [];
    const matches = [...line.matchAll(this.#label)];
    return matches.map((match, index) => {
      const label = match[1] ?? '';
      const from = match.index + match[0].length;
      const to = matches[index + 1]?.index ?? line.length;
      return {
        label,
        name: { text: label, start: match.index, end: match.index + label.length },
        value: span(line, from, to),
      };
    });
  }
}
