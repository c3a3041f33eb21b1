import type { FieldToken, Format, SectionContext } from '../format';
import { OutputReader } from '../shared/output-reader';
import type { Word } from '../shared/words';
import { span, unlabelled } from '../shared/words';
import { blockBytes, parseSize } from './sizes';

/** What one file or folder takes, with all below it. */
export interface DuRow {
  readonly path: string;
  readonly sizeBytes: number;
  readonly line: number;
}

/** One output of `du`, sorted or not. */
export interface DuFacts {
  /** Log-clock epoch ms of the sample where a report dates it. */
  readonly timeMs: number | null;
  /** The largest first; at most MAX_ROWS of them. */
  readonly rows: readonly DuRow[];
}

declare module '../../facts/registry' {
  interface FactsByFormat {
    du: DuFacts;
  }
}

/** `du -a /` prints every file of the host: only the large ones tell anything. */
const MAX_ROWS = 2_000;

const ROW = /^ {0,12}(\d{1,16}(?:[.,]\d{1,2})?[KMGTPE]?)(?:\t| {1,12})(\S.{0,4000})$/u;
/** Sizes with units and a tab before an absolute path: nothing else prints them so. */
const HUMAN = /^\d{1,4}(?:[.,]\d)?[KMGTPE]\t\//u;

export const du: Format<DuFacts> = {
  id: 'du',
  language: 'zpa-diagnostics',
  title: 'Disk use by folder (du)',
  command: /^(?:\/(?:usr\/)?bin\/)?du(?:$|[ /])/u,
  opens: (lines) => {
    const [first = ''] = lines;
    if (!/^ {0,12}\d/u.test(first)) return null;
    if (HUMAN.test(first)) return 'a size with its unit and a path, as du -h prints them';
    return isTree(lines) ? 'sizes of folders and of what is in them, as du prints them' : null;
  },
  read: (context) => new DuReader(context),
  fields: (line) => {
    const row = readRow(line);
    return row === null ? [] : duFields(row);
  },
  seriesKey: (line) => readRow(line)?.path.text ?? null,
};

interface Row {
  readonly size: Word;
  readonly path: Word;
}

/** Reads a row with an absolute or relative path (`/var/log`, `./var`, `.`) or the total of -c. */
function readRow(line: string): Row | null {
  const match = ROW.exec(line);
  if (match === null) return null;
  const [, size = '', path = ''] = match;
  if (!/^(?:\/|\.{1,2}(?:\/|$)|total$)/u.test(path)) return null;
  const at = line.indexOf(size);
  const from = line.length - path.length;
  return { size: span(line, at, at + size.length), path: span(line, from, line.length) };
}

/** Whether the lines are folders with their parts: lists of lines or words (`wc`) hold no folder beside its file. */
function isTree(lines: readonly string[]): boolean {
  const rows = lines.map(readRow);
  const blank = lines.findIndex((line) => line.trim() === '');
  const known = rows.slice(0, blank < 0 ? rows.length : blank);
  const paths = known.map((row) => row?.path.text ?? null);
  if (paths.length < 2 || paths[0] === null || paths[1] === null) return false;
  return known.some(
    (whole) =>
      whole?.path.text.startsWith('/') === true &&
      known.some(
        (part) =>
          part !== null &&
          part !== whole &&
          part.path.text.startsWith(whole.path.text.endsWith('/') ? whole.path.text : `${whole.path.text}/`) &&
          (parseSize(part.size.text, 1) ?? Infinity) <= (parseSize(whole.size.text, 1) ?? 0),
      ),
  );
}

function duFields(row: Row): FieldToken[] {
  return [unlabelled('du.size', row.size), unlabelled('du.path', row.path)];
}

class DuReader extends OutputReader<DuFacts> {
  #rows: DuRow[] = [];
  readonly #unitBytes: number;

  constructor(context: SectionContext) {
    super(context);
    this.#unitBytes = unitOf(context.command ?? '');
  }

  protected override row(content: string, line: number): boolean {
    if (content.startsWith('du: ')) return true;
    const row = readRow(content);
    if (row === null) return false;
    const sizeBytes = parseSize(row.size.text, this.#unitBytes);
    if (sizeBytes === null) return false;
    if (row.path.text !== 'total') {
      this.#rows.push({ path: row.path.text, sizeBytes, line });
      if (this.#rows.length >= 2 * MAX_ROWS) this.#keepLargest();
    }
    return true;
  }

  #keepLargest(): void {
    this.#rows = this.#rows.sort((a, b) => b.sizeBytes - a.sizeBytes || a.line - b.line).slice(0, MAX_ROWS);
  }

  override finish(): DuFacts {
    this.#keepLargest();
    return { timeMs: this.context.timeMs, rows: this.#rows };
  }
}

/** Bytes of a plain number: du counts kilobytes unless told otherwise. */
function unitOf(command: string): number {
  const [own = ''] = command.split('|', 1);
  for (const word of own.split(/\s+/u).slice(1)) {
    const chosen = /^(?:-\w{0,8}B|--block-size=)(\d{0,9}[KMGTPE]?i?B?)$/u.exec(word)?.[1];
    if (chosen !== undefined && chosen !== '') return blockBytes(chosen) ?? 1024;
    if (word === '--bytes' || /^-\w{0,8}b/u.test(word)) return 1;
    if (/^-\w{0,8}m/u.test(word)) return 1024 ** 2;
  }
  return 1024;
}
