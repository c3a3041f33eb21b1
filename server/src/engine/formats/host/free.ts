import type { FieldToken, Format, SectionContext } from '../format';
import { OutputReader } from '../shared/output-reader';
import { unlabelled, wordsOf } from '../shared/words';
import type { Word } from '../shared/words';

/** One row of `free`. Bytes, or null where the unit is not known; shares need no unit. */
export interface FreeRow {
  readonly line: number;
  readonly totalBytes: number | null;
  /**
   * Available (Mem) or free (Swap) as share of the total, 0 to 1; null where total is 0 or nothing tells. Of a table
   * that hides its caches it is what surely is available.
   */
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
  /** `available` and `swap`, where some sample tells of it. */
  readonly subjects: ReadonlySet<string>;
}

declare module '../../facts/registry' {
  interface FactsByFormat {
    free: FreeFacts;
  }
}

const HEADER = /^\s{1,20}total {1,14}used {1,14}free(?: |$)/u;
/** busybox counts no cache in its row without buffers. */
const ROW = /^(Mem|Swap|Total|Low|High|Comm|-\/\+ buffers(?:\/cache)?):\s/u;
const FIGURE = /^-?\d{1,20}(?:[.,]\d{1,3})?(?:[KMGTP]i?B?|B)?$/u;
/** Longer lines are no rows. */
const MAX_LINE = 1_000;
/** Columns of a row without its head, by their number. */
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
  isHead: (line) => HEADER.test(line),
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

function fields(line: string, head?: string): FieldToken[] {
  if (HEADER.test(line)) return wordsOf(line).map((word) => unlabelled(`free.${word.text}`, word));
  const row = figuresOf(line);
  if (row === null) return [];
  const columns = columnsOf(row.label, row.figures, head === undefined ? null : namesOf(head));
  // Hovers of the row of memory are the columns' own; of the others, those of the row.
  const prefix = row.label === 'Mem' ? 'free.' : `free.${row.label.replace(/buffers$/u, 'buffers/cache')}.`;
  return row.figures.flatMap((figure, index) => {
    const column = columns[index];
    return column === undefined ? [] : [unlabelled(`${prefix}${column}`, figure)];
  });
}

/** Names of the columns by the head of the table. */
function namesOf(head: string): readonly string[] {
  return wordsOf(head.slice(0, MAX_LINE)).map(({ text }) => text);
}

/** Names of a row's columns. Old versions count caches as used, so used and free make the total; new ones do not. */
function columnsOf(label: string, figures: readonly Word[], head: readonly string[] | null): readonly string[] {
  if (label.startsWith('-/+ ')) return ['used', 'free'];
  if (head !== null) return head;
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

/** Whether figures are rounded to two digits (-h), so that their sum says little. */
function isRounded(figures: readonly Word[]): boolean {
  return figures.some(({ text }) => /[A-Z]/u.test(text));
}

class FreeReader extends OutputReader<FreeFacts> {
  readonly #samples: { mem: FreeRow | null; swap: FreeRow | null }[] = [];
  readonly #unit: number | null;
  #head: readonly string[] | null = null;
  #memTotal = Number.NaN;

  constructor(context: SectionContext) {
    super(context);
    this.#unit = context.command === null ? null : unitOf(context.command);
  }

  protected row(content: string, line: number): boolean {
    if (HEADER.test(content)) {
      this.#head = namesOf(content);
      this.#samples.push({ mem: null, swap: null });
      return true;
    }
    const read = figuresOf(content);
    if (read === null) return false;
    if (this.#samples.length === 0) {
      // A row without its header (`free | grep Mem`): the columns are known by their number alone.
      if (this.context.command === null) return false;
      this.#samples.push({ mem: null, swap: null });
    }
    const sample = this.#samples.at(-1);
    if (sample === undefined) return true;
    const { label, figures } = read;
    const columns = columnsOf(label, figures, this.#head);
    const amount = (name: string): number => {
      const figure = figures[columns.indexOf(name)];
      return figure === undefined ? Number.NaN : amountOf(figure.text, 1);
    };
    const total = amount('total');
    if (label === 'Mem') {
      this.#memTotal = total;
      sample.mem = this.#rowOf(line, figures, leftShare(amount, isRounded(figures)));
    } else if (label === 'Swap') {
      sample.swap = this.#rowOf(line, figures, shareOf(amount('free'), total));
    } else if (label === '-/+ buffers/cache' && sample.mem !== null) {
      sample.mem = { ...sample.mem, leftShare: shareOf(amount('free'), this.#memTotal) };
    }
    return true;
  }

  #rowOf(line: number, figures: readonly Word[], left: number | null): FreeRow {
    const total = amountOf(figures[0]?.text ?? '', this.#unit ?? 1);
    const known = this.#unit !== null || isRounded(figures.slice(0, 1));
    const guess = !known && this.context.command === null && total >= LEAST_KB && total < MOST_KB ? total * 1024 : null;
    return { line, totalBytes: known ? total : guess, leftShare: left };
  }

  finish(): FreeFacts {
    const tells = (row: FreeRow | null): boolean => row?.leftShare !== null && row !== null;
    return {
      timeMs: this.context.timeMs,
      samples: this.#samples,
      subjects: new Set([
        ...(this.#samples.some(({ mem }) => tells(mem)) ? ['available'] : []),
        ...(this.#samples.some(({ swap }) => swap !== null) ? ['swap'] : []),
      ]),
    };
  }
}

/** Where so much is free, caches that are not told of change nothing. */
const ENOUGH = 0.25;

/**
 * What can be had of the memory, as share of it. New versions say it. Without that column, what is neither used nor free
 * is caches, which can be had; old versions count caches as used, and say how large they are or do not: then only much
 * free memory says something. null where nothing does.
 */
function leftShare(amount: (name: string) => number, rounded: boolean): number | null {
  const [total, used, unused] = [amount('total'), amount('used'), amount('free')];
  const available = amount('available');
  if (!Number.isNaN(available)) return shareOf(available, total);
  if (total - used - unused > Math.max(2, total * (rounded ? 0.1 : 0.005))) return shareOf(total - used, total);
  const withCaches = unused + amount('buffers') + amount('cached');
  if (!Number.isNaN(withCaches)) return shareOf(withCaches, total);
  const least = shareOf(unused, total);
  return least !== null && least >= ENOUGH ? least : null;
}

function shareOf(part: number, total: number): number | null {
  return total > 0 && part >= 0 && part <= total ? part / total : null;
}
