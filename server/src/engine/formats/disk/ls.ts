import type { FieldToken, Format, SectionContext } from '../format';
import { OutputReader } from '../shared/output-reader';
import type { Word } from '../shared/words';
import { labelled, unlabelled, wordsOf } from '../shared/words';
import { stripAnsi } from '../../text/ansi';
import { parseSize } from './sizes';

/** One entry of `ls -l`. */
export interface LsRow {
  /** Ten characters and a dot (SELinux) or plus (access list) where there is one. */
  readonly mode: string;
  readonly owner: string;
  readonly group: string;
  /** Bytes; null for devices. With -h as exact as printed. */
  readonly size: number | null;
  /** As printed, without the target of a link. */
  readonly name: string;
  /** What a link leads to; null for anything else. */
  readonly target: string | null;
  /** Absolute path where the name, the head above it or the command tells it; else the name. */
  readonly path: string;
  readonly line: number;
}

/** One output of `ls` with rights. */
export interface LsFacts {
  /** Log-clock epoch ms of the sample where a report dates it. */
  readonly timeMs: number | null;
  readonly rows: readonly LsRow[];
  /** Paths of the rows: what rules ask for as `ls:<path>`. */
  readonly subjects: ReadonlySet<string>;
}

declare module '../../facts/registry' {
  interface FactsByFormat {
    ls: LsFacts;
  }
}

/** A recursive listing of a whole system is not what rules look at. */
const MAX_ROWS = 20_000;

const MODE = /^[-dlcbpsD][-r][-w][-xsS][-r][-w][-xsS][-r][-w][-xtT][.+@]?$/u;
/** `Mar  8` in front of a path (printed in courses), `Mar  8 12:06`, `Jan 15  2025`, `15 Jan 12:06`, `2026-01-15 12:06`, `01-15 12:06`, and --full-time. */
const DATE = String.raw`\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?: [+-]\d{4})?)?|\d{2}-\d{2} \d{2}:\d{2}|[A-Z][a-z]{2}\.? {1,3}\d{1,2} {1,3}(?:\d{2}:\d{2}|\d{4})|\d{1,2}\.? [A-Z][a-z]{2}\.? {1,3}(?:\d{2}:\d{2}|\d{4})|[A-Z][a-z]{2} {1,3}\d{1,2}(?= {1,2}\/)`;
/** Inode and blocks with -i and -s, mode, links, owner, group, an optional SELinux label, size or device numbers, date, name. */
const ROW = new RegExp(
  String.raw`^(?: {0,12}(\d{1,12}) {1,12}(?:([\d.,]{1,12}[KMGTP]?) {1,12})?)?([-dlcbpsD][-rwxsStT]{9}[.+@]?) {1,12}(\d{1,9}) {1,12}(\S{1,64}) {1,64}(\S{1,64}) {1,64}(?:([\w.?:-]{1,200}) {1,12})?(\d{1,6}, {1,12}\d{1,9}|[\d.,]{1,20}[KMGTPE]?) {1,12}(${DATE}) {1,2}(\S.{0,4000})$`,
  'du',
);
const FOLDER = /^['"]?(\.{1,2}|(?:\.{0,2}\/|[\w-]{1,100}\/)[^:]{0,2000}):$/u;
const TOTAL = /^(?:total|insgesamt) \d{1,12}(?:[.,]\d)?[KMGTP]?$/u;

export const ls: Format<LsFacts> = {
  id: 'ls',
  language: 'zpa-diagnostics',
  title: 'Files with their rights (ls -l)',
  certainty: 1,
  command: /^(?:(?:\/(?:usr\/)?bin\/)?ls|ll)(?:$| )/u,
  opens: ([first = '', second = '', third = '']) => {
    if (isRow(first)) return 'a file with its rights, as ls -l prints it';
    if (TOTAL.test(first) && isRow(second)) return 'the total of ls -l and its files';
    if (FOLDER.test(first) && ((TOTAL.test(second) && (isRow(third) || third === '')) || isRow(second)))
      return 'a folder and its files, as ls -l prints them';
    return first.startsWith('ls: ') && isRow(second) ? 'a complaint of ls and files' : null;
  },
  read: (context) => new LsReader(context),
  fields: lsFields,
};

function isRow(line: string): boolean {
  return readRow(line) !== null;
}

interface Row {
  readonly inode: Word | null;
  readonly blocks: Word | null;
  readonly mode: Word;
  readonly links: Word;
  readonly owner: Word;
  readonly group: Word;
  readonly context: Word | null;
  readonly size: Word;
  readonly date: Word;
  readonly name: Word;
  readonly target: Word | null;
}

/** Reads a row; null where the line is cut or something else. */
function readRow(line: string): Row | null {
  if (!/^[\s\d.,KMGTP]{0,40}[-dlcbpsD][-r]/u.test(line)) return null;
  const match = ROW.exec(line);
  if (match === null || !MODE.test(match[3] ?? '')) return null;
  const word = (group: number): Word => {
    const [start, end] = match.indices?.[group] ?? [0, 0];
    return { text: line.slice(start, end), start, end };
  };
  const optional = (group: number): Word | null => (match[group] === undefined ? null : word(group));
  const [mode, whole] = [word(3), withoutRemark(word(10))];
  const arrow = mode.text.startsWith('l') ? whole.text.indexOf(' -> ') : -1;
  const name = arrow < 0 ? whole : cut(whole, 0, arrow);
  const target = arrow < 0 ? null : cut(whole, arrow + 4, whole.text.length);
  return {
    mode,
    inode: optional(1),
    blocks: optional(2),
    links: word(4),
    owner: word(5),
    group: word(6),
    context: optional(7),
    size: word(8),
    date: word(9),
    name: cut(name, 0, name.text.trimEnd().length),
    target,
  };
}

/** A path as courses print it, with a remark behind. */
function withoutRemark(word: Word): Word {
  const at = word.text.startsWith('/') ? word.text.indexOf(' # ') : -1;
  return at < 0 ? word : cut(word, 0, at);
}

function cut(word: Word, from: number, to: number): Word {
  return { text: word.text.slice(from, to), start: word.start + from, end: word.start + to };
}

/** Names in quotes, as newer versions print those with blanks. */
function unquoted(name: string): string {
  return /^'[^']{1,4000}'$|^"[^"]{1,4000}"$/u.test(name) ? name.slice(1, -1) : name;
}

class LsReader extends OutputReader<LsFacts> {
  readonly #rows: LsRow[] = [];
  readonly #subjects = new Set<string>();
  #folder: string | null;

  constructor(context: SectionContext) {
    super(context);
    this.#folder = folderOf(context.command ?? '');
  }

  protected override row(content: string, line: number): boolean {
    if (/^(?:\/\S{0,40})?ls: /u.test(content) || TOTAL.test(content)) return true;
    const folder = FOLDER.exec(content)?.[1];
    if (folder !== undefined) {
      this.#folder = folder.replace(/['"]$/u, '');
      return true;
    }
    const row = readRow(content);
    if (row === null) return false;
    if (this.#rows.length < MAX_ROWS) this.#add(row, line);
    return true;
  }

  #add(row: Row, line: number): void {
    // A recorded terminal session colours names by kind.
    const name = unquoted(stripAnsi(row.name.text));
    const folder = this.#folder;
    // A folder that was asked for with -d, or a file that was asked for by name, is printed as it was asked for.
    const path = name.startsWith('/') || folder === null ? name : `${folder.replace(/\/$/u, '')}/${name}`;
    this.#subjects.add(path);
    this.#rows.push({
      mode: row.mode.text,
      owner: row.owner.text,
      group: row.group.text,
      size: row.size.text.includes(', ') ? null : parseSize(row.size.text, 1),
      name,
      target: row.target === null ? null : unquoted(stripAnsi(row.target.text)),
      path,
      line,
    });
  }

  override finish(): LsFacts {
    return { timeMs: this.context.timeMs, rows: this.#rows, subjects: this.#subjects };
  }
}

/** The one folder that the command lists, where it is absolute; null where it lists several things or the current folder. */
function folderOf(command: string): string | null {
  const [own = ''] = command.split(/[|;&>]|2>/u, 1);
  const asked = own.split(/\s+/u).filter((word, index) => index > 0 && word !== '' && !word.startsWith('-'));
  const [only] = asked;
  return asked.length === 1 && only?.startsWith('/') === true ? only : null;
}

function lsFields(line: string): readonly FieldToken[] {
  const total = TOTAL.exec(line);
  if (total !== null) {
    const [label, value] = wordsOf(line);
    return label === undefined || value === undefined ? [] : [labelled('ls.total', label, value)];
  }
  const row = readRow(line);
  if (row === null) return [];
  const { inode, blocks, mode, links, owner, group, context, size, date, name, target } = row;
  const named = { inode, blocks, mode, links, owner, group, context, size, date, name, target };
  return Object.entries(named).flatMap(([label, word]) => (word === null ? [] : [unlabelled(`ls.${label}`, word)]));
}
