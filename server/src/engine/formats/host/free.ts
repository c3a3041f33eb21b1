import type { FieldToken, Format, SectionContext } from '../format';
import { OutputReader } from '../shared/output-reader';
import { unlabelled, wordsOf } from '../shared/words';
import type { Word } from '../shared/words';

/** One row of `free`. Bytes, or null where the unit is not known; shares need no unit. */
export interface FreeRow {
  readonly line: number;
  readonly totalBytes: number | null;
  /** Available (Mem) or free (Swap) as share of the total, 0 to 1; null where total is 0 or nothing tells. */
  readonly leftShare: number | null;
}

/** One table of `free`; a run with -s prints several. */
export interface FreeSample {
  readonly mem: FreeRow | null;
  readonly swap: FreeRow | null;
}

export interface FreeFacts {
  readonly timeMs: number | null;
  readonly samples: readonly FreeSample[];
}

declare module '../../facts/registry' {
  interface FactsByFormat {
    free: FreeFacts;
  }
}

const HEADER = /^\s{1,20}total {1,14}used {1,14}free(?: |$)/u;
const ROW = /^(Mem|Swap|Total|Low|High|Comm|-\/\+ buffers\/cache):\s/u;
const FIGURE = /^-?\d{1,20}(?:[.,]\d{1,3})?(?:[KMGTP]i?B?|B)?$/u;
/** Longer lines are no rows. */
const MAX_LINE = 1_000;
/** Columns by their number: `shared` is missing from no version. */
const NEW = ['total', 'used', 'free', 'shared', 'buff/cache', 'available'];
const OLD = ['total', 'used', 'free', 'shared', 'buffers', 'cached'];
const WIDE = ['total', 'used', 'free', 'shared', 'buffers', 'cache', 'available'];

export const free: Format<FreeFacts> = {
  id: 'free',
  language: 'zpa-diagnostics',
  title: 'Memory of the host (free)',
  command: /^(?:\/[\w./]{0,40}\/)?free(?: -|$| \|)/u,
  opens: (lines) =>
    HEADER.test(lines[0] ?? '') && lines[1]?.startsWith('Mem:') === true
      ? 'a table of memory, as free prints it'
      : null,
  read: (context) => new FreeReader(context),
  fields,
  seriesKey: (line) => ROW.exec(line)?.[1] ?? null,
};

function figuresOf(line: string): { readonly label: string; readonly figures: readonly Word[] } | null {
  const label = ROW.exec(line)?.[1];
  if (label === undefined || line.length > MAX_LINE) return null;
  const figures = wordsOf(line).filter(({ start }) => start > label.length);
  if (figures.length === 0 || figures.length > 7 || figures.some(({ text }) => !FIGURE.test(text))) return null;
  return { label, figures };
}

function fields(line: string): FieldToken[] {
  if (HEADER.test(line)) return wordsOf(line).map((word) => unlabelled(`free.${word.text}`, word));
  const row = figuresOf(line);
  if (row === null) return [];
  const columns = columnsOf(row.label, row.figures);
  // Hovers of the row of memory are the columns' own; of the others, those of the row.
  const prefix = row.label === 'Mem' ? 'free.' : `free.${row.label}.`;
  return row.figures.flatMap((figure, index) => {
    const column = columns[index];
    return column === undefined ? [] : [unlabelled(`${prefix}${column}`, figure)];
  });
}

/** Names of a row's columns. Old versions count caches as used, so used and free make the total; new ones do not. */
function columnsOf(label: string, figures: readonly Word[]): readonly string[] {
  if (label === '-/+ buffers/cache') return ['used', 'free'];
  if (figures.length === 7) return WIDE;
  return isOld(figures) ? OLD : NEW;
}

function isOld(figures: readonly Word[]): boolean {
  if (figures.length !== 6) return false;
  const [total = 0, used = 0, unused = 0, , , cached = 0] = figures.map(({ text }) => amountOf(text, 1));
  return Math.abs(total - used - unused) <= Math.max(2, total * 0.005) && cached <= used;
}

const SUFFIXES: Readonly<Record<string, number>> = {
  B: 1,
  K: 1024,
  M: 1024 ** 2,
  G: 1024 ** 3,
  T: 1024 ** 4,
  P: 1024 ** 5,
};

/** A figure in bytes: its own suffix counts, else the unit of the table. */
function amountOf(text: string, unit: number): number {
  const suffix = /[BKMGTP]/u.exec(text)?.[0];
  return Number.parseFloat(text.replace(',', '.')) * (suffix === undefined ? unit : (SUFFIXES[suffix] ?? 1));
}

/** Bytes of one figure by the options of the command; null where they ask for suffixes or cannot be read. */
function unitOf(command: string): number | null {
  const options = command.split('|')[0] ?? '';
  if (/ -[a-z]*h| --human| --si\b/u.test(options)) return null;
  const letter = / -[a-z]{0,6}?([bkmg])[a-z]{0,6}(?: |$)/u.exec(options)?.[1];
  const word = / --(bytes|kibi|mebi|gibi|kilo|mega|giga)\b/u.exec(options)?.[1];
  if (word !== undefined) {
    return { bytes: 1, kibi: 1024, mebi: 1024 ** 2, gibi: 1024 ** 3, kilo: 1e3, mega: 1e6, giga: 1e9 }[word] ?? null;
  }
  return SUFFIXES[(letter ?? 'k').toUpperCase()] ?? null;
}

/** 256 GB in megabytes and 256 MB in bytes: between them a bare figure can only be kilobytes. */
const LEAST_KB = 262_144;
const MOST_KB = 268_435_456;

class FreeReader extends OutputReader<FreeFacts> {
  readonly #samples: { mem: FreeRow | null; swap: FreeRow | null }[] = [];
  readonly #unit: number | null;
  #old = false;
  #wide = false;

  constructor(context: SectionContext) {
    super(context);
    this.#unit = context.command === null ? null : unitOf(context.command);
  }

  protected row(content: string, line: number): boolean {
    if (HEADER.test(content)) {
      this.#old = / cached\s*$/u.test(content);
      this.#wide = / buffers {1,14}cache {1,14}/u.test(content);
      this.#samples.push({ mem: null, swap: null });
      return true;
    }
    const read = figuresOf(content);
    const sample = this.#samples.at(-1);
    if (read === null) return false;
    if (sample === undefined) {
      // A row without its header (`free | grep Mem`): the columns are known by their number alone.
      if (this.context.command === null) return false;
      this.#samples.push({ mem: null, swap: null });
      this.#old = isOld(read.figures);
      return this.row(content, line);
    }
    const amounts = read.figures.map(({ text }) => this.#bytes(text));
    const [total = Number.NaN, , unused = Number.NaN] = amounts;
    if (read.label === 'Mem') {
      const available = this.#old ? Number.NaN : (amounts[this.#wide ? 6 : 5] ?? Number.NaN);
      sample.mem = this.#rowOf(line, read.figures, total, available);
    } else if (read.label === 'Swap') {
      sample.swap = this.#rowOf(line, read.figures, total, unused);
    } else if (read.label === '-/+ buffers/cache' && sample.mem !== null) {
      const totalOfMem = this.#memTotal;
      const rest = amounts[1] ?? Number.NaN;
      sample.mem = { ...sample.mem, leftShare: shareOf(rest, totalOfMem) };
    }
    return true;
  }

  #memTotal = Number.NaN;

  #rowOf(line: number, figures: readonly Word[], total: number, left: number): FreeRow {
    const known = this.#unit !== null || /[A-Z]/u.test(figures[0]?.text ?? '');
    if (figures.length > 3) this.#memTotal = total;
    const guess = !known && this.context.command === null && total >= LEAST_KB && total < MOST_KB ? total * 1024 : null;
    return { line, totalBytes: known ? total : guess, leftShare: shareOf(left, total) };
  }

  #bytes(text: string): number {
    return amountOf(text, this.#unit ?? 1);
  }

  finish(): FreeFacts {
    return { timeMs: this.context.timeMs, samples: this.#samples };
  }
}

function shareOf(part: number, total: number): number | null {
  return total > 0 && part >= 0 && part <= total ? part / total : null;
}
