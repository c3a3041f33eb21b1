/** Finds known names in lines, as whole words, without regard to case. */

export interface WordAt {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Word {
  readonly text: string;
  /** Units before the first letter or digit. */
  readonly lead: number;
}

const RUN = /[\p{L}\p{N}]+/gu;

/** Holds names by their first run of letters and digits: a line is read once, however many names there are. */
export class WordFinder {
  readonly #byRun = new Map<string, Word[]>();

  constructor(words: Iterable<string>) {
    for (const text of words) {
      const run = /[\p{L}\p{N}]+/u.exec(text);
      if (run === null) continue;
      const list = this.#byRun.get(run[0]) ?? [];
      list.push({ text, lead: run.index });
      this.#byRun.set(run[0], list);
    }
    for (const list of this.#byRun.values()) list.sort((a, b) => b.text.length - a.text.length);
  }

  /** Places in order; of two names at one place the longer one. */
  in(line: string): readonly WordAt[] {
    if (this.#byRun.size === 0) return [];
    const folded = line.toLowerCase();
    // Lower case can have another length (Turkish dotted capital I): then the line is taken as it is.
    const lower = folded.length === line.length ? folded : line;
    const found: WordAt[] = [];
    let free = 0;
    for (const run of lower.matchAll(RUN)) {
      const candidates = this.#byRun.get(run[0]);
      if (candidates === undefined) continue;
      for (const { text, lead } of candidates) {
        const start = run.index - lead;
        const end = start + text.length;
        if (start < free || !lower.startsWith(text, start) || /[\p{L}\p{N}]/u.test(lower.charAt(end))) continue;
        found.push({ start, end, text: line.slice(start, end) });
        free = end;
        break;
      }
    }
    return found;
  }
}
