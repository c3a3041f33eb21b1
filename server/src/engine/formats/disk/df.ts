import type { FieldToken, Format, SectionContext } from '../format';
import { OutputReader } from '../shared/output-reader';
import type { Word } from '../shared/words';
import { span, unlabelled, wordsOf } from '../shared/words';
import { blockBytes, parseSize } from './sizes';

/** One file system of `df`. Sizes in bytes, from the printed unit (as exact as `df` printed them). */
export interface DfRow {
  readonly filesystem: string;
  /** Only with -T. */
  readonly type: string | null;
  readonly sizeBytes: number;
  readonly usedBytes: number;
  readonly availableBytes: number;
  /** As printed, rounded up by `df`; null where it prints a dash. */
  readonly usePercent: number | null;
  readonly mount: string;
  readonly line: number;
}

/** One file system of `df -i`: numbers of files. */
export interface InodeRow {
  readonly filesystem: string;
  readonly type: string | null;
  readonly total: number;
  readonly used: number;
  readonly free: number;
  readonly usePercent: number | null;
  readonly mount: string;
  readonly line: number;
}

/** One output of `df`. */
export interface DfFacts {
  /** Log-clock epoch ms of the sample where a report dates it. */
  readonly timeMs: number | null;
  readonly rows: readonly DfRow[];
  readonly inodes: readonly InodeRow[];
}

declare module '../../facts/registry' {
  interface FactsByFormat {
    df: DfFacts;
  }
}

/** What the column of sizes counts. */
interface Head {
  /** Bytes of one plain number; null for `df -i`. */
  readonly unitBytes: number | null;
  /** Name of the column of sizes, as printed. */
  readonly size: string;
  readonly hasType: boolean;
}

const HEAD =
  /^Filesystem {1,200}(?:(Type) {1,200})?(Size|Inodes|(\d{0,9}[KMGTPE]?i?B?)-blocks) {1,200}I?Used {1,200}(?:Avail(?:able)?|IFree) {1,200}(?:I?Use%|Capacity) {1,200}Mounted on\s*$/u;
/** A device name of 20 characters and more stands alone on its line in older versions; its figures follow on the next. */
const WRAPPED = /^(?=\S{20,500}$)(?:\/|[\w.-]{1,255}:\/)/u;
const MAX_ROWS = 10_000;

export const df: Format<DfFacts> = {
  id: 'df',
  language: 'zpa-diagnostics',
  title: 'Disk space (df)',
  certainty: 4,
  command: /^(?:\/(?:usr\/)?bin\/)?df(?:$| [-/|>\w~."'])/u,
  opens: ([first = '', second = '']) => {
    if (first.startsWith('Filesystem')) return readHead(first) === null ? null : 'the column heads of df';
    if (first.startsWith('/dev/') && isBareRow(first)) return 'a row of df -h, without its head';
    return first.startsWith('df: ') && readHead(second) !== null ? 'a complaint of df and its column heads' : null;
  },
  read: (context) => new DfReader(context),
  isHead: (line) => line.startsWith('Filesystem') && readHead(line) !== null,
  fields: dfFields,
  seriesKey: (line) => readRow(line)?.mount.text ?? null,
};

function readHead(line: string): Head | null {
  const match = HEAD.exec(line);
  if (match === null) return null;
  const [, type, size = '', unit] = match;
  const unitBytes = size === 'Inodes' ? null : unit === undefined ? 1 : (blockBytes(unit) ?? Number.NaN);
  return { unitBytes, size, hasType: type !== undefined };
}

/** The words of a row: names before the three figures, share in use, and the mount point, which may hold blanks. */
interface Row {
  readonly names: readonly Word[];
  readonly figures: readonly [Word, Word, Word];
  readonly use: Word;
  readonly mount: Word;
}

/** A row of a disk that was copied alone: only the sizes of -h tell their unit. */
const BARE_ROW =
  /^\/dev\/[\w/.-]{1,200} {1,40}(?:[\d.]{1,8}[KMGTP]|0) {1,40}(?:[\d.]{1,8}[KMGTP]|0) {1,40}(?:[\d.]{1,8}[KMGTP]|0) {1,40}\d{1,3}% {1,40}\/[^\s#]{0,400}(?: {1,8}#.{0,400})?$/u;

function isBareRow(line: string): boolean {
  return line.length <= 1_500 && BARE_ROW.test(line.trimEnd());
}

const FIGURE = /^(?:-|\d{1,20}(?:[.,]\d{1,3})?[KMGTPEk]?(?:i?B)?)$/u;
const SHARE = /^(?:-|\d{1,3}%)$/u;

/** Reads a row by its shape; null where the line is cut or something else. A wrapped row has no names. */
function readRow(line: string): Row | null {
  // A row without a path has no mount point, except the total.
  if (line.length > 4_096 || !/ (?:\/|-\s*$)/u.test(line)) return null;
  const words = wordsOf(line);
  for (let at = words.length - 2; at >= 3; at -= 1) {
    const [size, used, free, use, first] = [words[at - 3], words[at - 2], words[at - 1], words[at], words[at + 1]];
    if (size === undefined || used === undefined || free === undefined || use === undefined || first === undefined)
      return null;
    if (!SHARE.test(use.text) || !FIGURE.test(size.text) || !FIGURE.test(used.text) || !FIGURE.test(free.text))
      continue;
    if (!first.text.startsWith('/') && first.text !== '-') continue;
    // The wrapped row begins with blanks; any other with its file system.
    const names = words.slice(0, at - 3);
    if (names.length === 0 && !line.startsWith(' ')) return null;
    return { names, figures: [size, used, free], use, mount: span(line, first.start, line.length) };
  }
  return null;
}

class DfReader extends OutputReader<DfFacts> {
  #head: Head | null = null;
  #pending: string | null = null;
  readonly #rows: DfRow[] = [];
  readonly #inodes: InodeRow[] = [];
  readonly #base: 1000 | 1024;

  constructor(context: SectionContext) {
    super(context);
    this.#base = / (?:-[A-Za-z]*H|--si\b)/u.test(context.command ?? '') ? 1000 : 1024;
  }

  protected override row(content: string, line: number): boolean {
    if (content.startsWith('df: ')) return true;
    const head = content.startsWith('Filesystem') ? readHead(content) : null;
    if (head !== null) {
      // A second head without a command before it is the next output.
      if (this.#head !== null && this.context.command === null) return false;
      this.#head = head;
      this.#pending = null;
      return true;
    }
    if (this.#head === null && content.startsWith('/dev/') && isBareRow(content)) {
      const row = readRow(content.replace(/ {1,8}#.{0,400}$/u, ''));
      if (row !== null) this.#add(row, { unitBytes: 1024, size: 'Size', hasType: false }, line);
      return true;
    }
    if (this.#head === null) return false;
    if (WRAPPED.test(content)) {
      this.#pending = content;
      return true;
    }
    const row = readRow(content);
    if (row === null) return false;
    this.#add(row, this.#head, line);
    return true;
  }

  #add(row: Row, head: Head, line: number): void {
    const names = row.names.map(({ text }) => text);
    const pending = this.#pending;
    this.#pending = null;
    if (pending !== null && names.length <= (head.hasType ? 1 : 0)) names.unshift(pending);
    const type = head.hasType ? (names.pop() ?? null) : null;
    const filesystem = names.join(' ');
    // The sum of --total has no mount point of its own.
    if (filesystem === '' || row.mount.text === '-' || this.#rows.length + this.#inodes.length >= MAX_ROWS) return;
    const [size, used, free] = row.figures.map(({ text }) => parseSize(text, head.unitBytes ?? 1, this.#base));
    if (typeof size !== 'number' || typeof used !== 'number' || typeof free !== 'number' || Number.isNaN(size)) return;
    const share = { usePercent: row.use.text === '-' ? null : Number.parseInt(row.use.text, 10) };
    const place = { mount: row.mount.text, line };
    if (head.unitBytes === null) {
      this.#inodes.push({ filesystem, type, total: size, used, free, ...share, ...place });
    } else {
      this.#rows.push({
        filesystem,
        type,
        sizeBytes: size,
        usedBytes: used,
        availableBytes: free,
        ...share,
        ...place,
      });
    }
  }

  override finish(): DfFacts {
    return { timeMs: this.context.timeMs, rows: this.#rows, inodes: this.#inodes };
  }
}

/** Names of a row's values; without its head the row alone tells which of df's tables it is of. */
function dfFields(line: string, above?: string): readonly FieldToken[] {
  const row = readRow(line);
  const head = above === undefined ? null : readHead(above);
  if (row === null) return [];
  const names = [...row.names];
  const last = names[names.length - 1];
  const looksTyped = last !== undefined && /^[a-z][\w.-]{1,30}$/u.test(last.text);
  const hasType = names.length > 1 && (head?.hasType ?? looksTyped);
  const type = hasType ? names.pop() : undefined;
  const from = names[0]?.start;
  const [columns, share] = head === null ? columnsOf(row) : columnsUnder(head);
  const tokens: FieldToken[] = [];
  if (from !== undefined)
    tokens.push(unlabelled('df.Filesystem', span(line, from, names[names.length - 1]?.end ?? from)));
  if (type !== undefined) tokens.push(unlabelled('df.Type', type));
  for (const [index, word] of row.figures.entries()) {
    const name = columns[index];
    if (name !== undefined) tokens.push(unlabelled(`df.${name}`, word));
  }
  tokens.push(unlabelled(`df.${share}`, row.use), unlabelled('df.Mounted on', row.mount));
  return tokens;
}

type Columns = readonly [columns: readonly string[], share: string];

const FILES: Columns = [['Inodes', 'IUsed', 'IFree'], 'IUse%'];
const KILOBYTES: Columns = [['1K-blocks', 'Used', 'Available'], 'Use%'];
/** Sizes that print their unit, or whose head does. */
const SIZES: Columns = [['Size', 'Used', 'Avail'], 'Use%'];

/** Column names of the rows under a head. */
function columnsUnder({ unitBytes }: Head): Columns {
  if (unitBytes === null) return FILES;
  return unitBytes === 1024 ? KILOBYTES : SIZES;
}

/**
 * Column names of a row. Sizes with a unit are those of -h; plain numbers are kilobytes or, with -i, files. Files
 * used and left add up to the whole; so do the kilobytes of some file systems, but these come in pages of 4.
 */
function columnsOf({ figures }: Row): Columns {
  const [size, used, free] = figures.map(({ text }) => text);
  if (figures.some(({ text }) => /[A-Za-z]$/u.test(text))) return SIZES;
  const [all, some, rest] = [Number(size), Number(used), Number(free)];
  const inPages = all % 4 === 0 && some % 4 === 0;
  return some + rest === all && !inPages ? FILES : KILOBYTES;
}
