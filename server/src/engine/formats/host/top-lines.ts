import type { FieldToken } from '../format';
import { labelled, unlabelled, wordsOf } from '../shared/words';
import type { Word } from '../shared/words';

/** A number of a summary line with the word that names it. */
export interface Figure {
  /** `us`, `id`, `total`, `buff/cache`, `avail Mem` … */
  readonly name: string;
  readonly value: Word;
  readonly label: Word;
}

const SUMMARY = /^top - (\d{2}):(\d{2}):(\d{2}) up\s/u;
const TASKS = /^(?:Tasks|Threads):\s/u;
const PROCESSORS = /^%?Cpu(?:\(s\)|\d{1,4})\s{0,3}:/u;
const MEMORY = /^(?:([KMGTPE])iB )?(Mem|Swap)\s{0,3}:/u;
/** One number before the word that names it: `3.4 us`, `3,4 us`, `3.4%us`, `479384 total`, `479384k total`. */
const FIGURE =
  /(?<![\d.+])(\d{1,15}(?:[.,]\d{1,3})?)(k?)[ %]{1,3}(us|sy|ni|id|wa|hi|si|st|total|running|sleeping|stopped|zombie|free|used|buff\/cache|buffers|cached(?: Mem)?|avail Mem)(?=[\s,.]|$)/gu;

export type TopLine = 'summary' | 'tasks' | 'processors' | 'memory' | 'header' | 'process';

/** Which line of top this is; null for any other. */
export function topLineOf(line: string): TopLine | null {
  if (SUMMARY.test(line)) return 'summary';
  if (TASKS.test(line)) return figuresOf(line).length > 0 ? 'tasks' : null;
  if (PROCESSORS.test(line)) return figuresOf(line).length > 0 ? 'processors' : null;
  if (MEMORY.test(line)) return figuresOf(line).length > 0 ? 'memory' : null;
  if (headsOf(line) !== null) return 'header';
  return processCells(line, null) === null ? null : 'process';
}

/** Numbers of a summary line, in order. A number too wide for its field (`16265580+total`) is left out. */
export function figuresOf(line: string): readonly Figure[] {
  const figures: Figure[] = [];
  for (const match of line.slice(0, 500).matchAll(FIGURE)) {
    const [whole, digits = '', kilo = '', name = ''] = match;
    const end = match.index + digits.length + kilo.length;
    const labelEnd = match.index + whole.length;
    figures.push({
      name,
      value: { text: digits + kilo, start: match.index, end },
      label: { text: name, start: labelEnd - name.length, end: labelEnd },
    });
  }
  return figures;
}

/** Seconds of the day at which an iteration was taken; null for any other line. */
export function secondsOfDay(line: string): number | null {
  const match = SUMMARY.exec(line);
  if (match === null) return null;
  const [hours = 0, minutes = 0, seconds = 0] = match.slice(1).map(Number);
  return hours * 3600 + minutes * 60 + seconds;
}

/** Number of a processor line of its own (`%Cpu3`), the last where one line holds several; null for the line of all. */
export function processorNumber(line: string): number | null {
  const digits = [...line.slice(0, 500).matchAll(/%?Cpu(\d{1,4})/gu)].at(-1)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** Row and kilobytes of one figure; null for any other line. Old versions print `k` behind each figure. */
export function memoryRow(line: string): { readonly row: 'Mem' | 'Swap'; readonly unitKb: number } | null {
  const match = MEMORY.exec(line);
  if (match === null) return null;
  const row = match[2] === 'Swap' ? 'Swap' : 'Mem';
  const power = 'KMGTPE'.indexOf(match[1] ?? 'K');
  return { row, unitKb: 1024 ** power };
}

/** A printed number, with a decimal comma in some locales. */
export function numberOf(text: string): number {
  return Number.parseFloat(text.replace(',', '.'));
}

const HEADS = ['PID', 'USER', 'PR', 'NI', 'VIRT', 'RES', 'SHR', 'S', '%CPU', '%MEM', 'TIME+', 'COMMAND'];

/** Heads of the table of processes, in order; null for any other line. */
export function headsOf(line: string): readonly string[] | null {
  if (!/^ {0,12}PID +[A-Z]/u.test(line.slice(0, 40)) || !line.includes('%CPU')) return null;
  const heads = wordsOf(line.slice(0, 400)).map(({ text }) => text);
  const last = heads.at(-1);
  if (heads.length > 40 || (last !== 'COMMAND' && last !== 'CMD')) return null;
  // ps has PID and %CPU as well; the size of the address room and the priority are called otherwise there.
  return heads.includes('VIRT') || heads.includes('RES') || heads.includes('PR') ? heads : null;
}

/** A row of the table by its heads (null: the usual ones); null where it does not fit them. */
export function processCells(line: string, heads: readonly string[] | null): ReadonlyMap<string, Word> | null {
  if (!/^ {0,12}\d{1,10} /u.test(line)) return null;
  const columns = heads ?? HEADS;
  const words = wordsOf(line.slice(0, 2000));
  const at = columns.length - 1;
  const command = words[at];
  if (command === undefined) return null;
  const text = line.slice(command.start).trimEnd();
  const cells = new Map<string, Word>();
  for (const [index, column] of columns.entries()) {
    const word = index === at ? { text, start: command.start, end: command.start + text.length } : words[index];
    if (word !== undefined) cells.set(index === at ? 'COMMAND' : column, word);
  }
  const fits = (column: string, form: RegExp): boolean => {
    const word = cells.get(column);
    return word === undefined || form.test(word.text);
  };
  const share = /^\d{1,6}(?:[.,]\d{1,2})?$/u;
  const size = /^\d{1,15}(?:[.,]\d{1,3})?[kmgtp]?$/u;
  const isProcess =
    fits('PID', /^\d{1,10}$/u) &&
    fits('PR', /^(?:-?\d{1,3}|rt)$/u) &&
    fits('NI', /^(?:-?\d{1,2}|-)$/u) &&
    fits('S', /^[DIRSTtWXZ]$/u) &&
    ['%CPU', '%MEM'].every((column) => fits(column, share)) &&
    ['VIRT', 'RES', 'SHR'].every((column) => fits(column, size)) &&
    fits('TIME+', /^[\d:.,]{1,16}h?$/u);
  return isProcess ? cells : null;
}

const SIZES: Readonly<Record<string, number>> = { k: 1, m: 1024, g: 1024 ** 2, t: 1024 ** 3, p: 1024 ** 4 };

/** A size of the table in kilobytes; a suffix such as `1.2g` scales it. */
export function sizeKb(text: string): number {
  return numberOf(text) * (SIZES[text.at(-1) ?? ''] ?? 1);
}

/** A row of the table by the head line above it, or by the usual heads; null for any other line. */
export function processRow(line: string, head: string | undefined): ReadonlyMap<string, Word> | null {
  return processCells(line, head === undefined ? null : headsOf(head));
}

/** Named values of a line of top, in order; `head`: the head line of its table, where it is known. */
export function topFields(line: string, head?: string): FieldToken[] {
  const cells = head === undefined ? null : processRow(line, head);
  if (cells !== null) return [...cells].map(([column, word]) => unlabelled(`top.${column}`, word));
  switch (topLineOf(line)) {
    case 'summary':
      return summaryFields(line);
    case 'tasks':
    case 'processors':
      return figuresOf(line).map(({ name, value, label }) => labelled(`top.${name}`, label, value));
    case 'memory':
      return memoryFields(line);
    case 'header':
      return wordsOf(line).map((word) => unlabelled(`top.${word.text}`, word));
    case 'process':
      return processFields(line);
    case null:
      return [];
  }
}

function processFields(line: string): FieldToken[] {
  const cells = [...(processCells(line, null) ?? [])];
  return cells.flatMap(([column, word]) => {
    // Numbers before the name are columns that only the header could tell.
    const isGuess = column === 'COMMAND' && /^-?\d[\d.]{0,15} /u.test(word.text);
    return isGuess ? [] : [unlabelled(`top.${column}`, word)];
  });
}

function summaryFields(line: string): FieldToken[] {
  const match =
    /^top - (?<time>\d{2}:\d{2}:\d{2}) up\s{1,8}(?<up>[^,]{1,20}(?:, {1,8}\d{1,2}:\d{2}|, {1,8}\d{1,2} min)?),\s{1,8}(?<users>\d{1,6}) users?,\s{1,8}load average: (?<load1>\d{1,6}[.,]\d{2}), (?<load5>\d{1,6}[.,]\d{2}), (?<load15>\d{1,6}[.,]\d{2})/du.exec(
      line,
    );
  const groups = match?.indices?.groups;
  if (groups === undefined) return [];
  return Object.entries(groups).map(([name, [start, end]]) =>
    unlabelled(`top.${name}`, { text: line.slice(start, end), start, end }),
  );
}

/** Kilobytes keep their names; scaled figures get names of their own, as hovers tell sizes by the unit of the name. */
function memoryFields(line: string): FieldToken[] {
  const row = memoryRow(line);
  if (row === null) return [];
  const scale = row.unitKb === 1 ? '' : 'scaled.';
  return figuresOf(line).map(({ name, value, label }) => {
    // These two stand behind the figures of swap and are of memory.
    const ofMemory = name === 'avail Mem' || name === 'cached Mem';
    return labelled(`top.${scale}${ofMemory ? '' : `${row.row}.`}${name}`, label, value);
  });
}
