import { wordsOf } from '../shared/words';
import type { Word } from '../shared/words';

/** One value of a row of ps under its column. */
export interface Cell {
  /** Head of the column as printed, e.g. `%CPU`. */
  readonly column: string;
  readonly word: Word;
}

/** Heads that hold the command line: the only value with blanks but for STARTED. */
const COMMANDS = new Set(['COMMAND', 'CMD']);
const HEADS = new Set([
  ...COMMANDS,
  ...['USER', 'UID', 'EUSER', 'RUSER', 'RUID', 'EUID', 'GROUP', 'GID', 'PID', 'PPID', 'PGID', 'PGRP', 'SID', 'SESS'],
  ...[
    'LWP',
    'SPID',
    'TID',
    'NLWP',
    'THCNT',
    'C',
    'CP',
    '%CPU',
    '%MEM',
    'VSZ',
    'RSS',
    'RSZ',
    'SZ',
    'SIZE',
    'DRS',
    'TRS',
  ],
  ...['TTY', 'TT', 'STAT', 'S', 'START', 'STIME', 'STARTED', 'TIME', 'ELAPSED', 'NI', 'PRI', 'PR', 'F', 'ADDR'],
  ...[
    'WCHAN',
    'PSR',
    'P',
    'CLS',
    'CLASS',
    'POL',
    'RTPRIO',
    'MAJFLT',
    'MINFLT',
    'MAJFL',
    'MINFL',
    'LABEL',
    'UNIT',
    'CGROUP',
  ],
  ...['PENDING', 'BLOCKED', 'IGNORED', 'CAUGHT', 'PSS', 'USS', 'NS', 'MACHINE', 'OUID'],
]);
const MAX_COLUMNS = 30;
const NUMBER = /^\d{1,15}$/u;
const SHARE = /^\d{1,6}(?:[.,]\d{1,3})?$/u;

/** The heads of a header line whose rows tell a process: its number and its one command; null for any other line. */
export function columnsOf(line: string): readonly string[] | null {
  if (!/\bPID\b/u.test(line.slice(0, 400))) return null;
  const heads = headsOf(line);
  if (heads === null || heads.length < 3) return null;
  return heads.filter((head) => COMMANDS.has(head)).length === 1 ? heads : null;
}

/** The heads of a header line of ps with any choice of columns, in order; null for any other line. */
export function headsOf(line: string): readonly string[] | null {
  if (!/^ {0,30}[A-Z%]/u.test(line)) return null;
  const heads = wordsOf(line.slice(0, 400)).map(({ text }) => text);
  if (heads.length < 2 || heads.length > MAX_COLUMNS || !heads.every((head) => HEADS.has(head))) return null;
  return heads.filter((head) => COMMANDS.has(head)).length <= 1 ? heads : null;
}

/** The values of a row under these heads; null where the row does not fit them. */
export function cellsOf(line: string, columns: readonly string[]): readonly Cell[] | null {
  const words = joinDates(wordsOf(line), line, columns);
  if (words.length < columns.length) return null;
  const ordered = joinCommand(words, line, columns);
  if (ordered.length !== columns.length) return null;
  const cells = columns.flatMap((column, index) => {
    const word = ordered[index];
    return word === undefined ? [] : [{ column, word }];
  });
  return cells.every(fits) ? cells : null;
}

/** The words of a row with its command, which may hold blanks, as one; without a column of commands as they are. */
function joinCommand(words: readonly Word[], line: string, columns: readonly string[]): readonly Word[] {
  const at = columns.findIndex((head) => COMMANDS.has(head));
  if (at < 0) return words;
  const behind = columns.length - at - 1;
  const first = words[at];
  const last = words[words.length - behind - 1];
  if (first === undefined || last === undefined) return words;
  const command = { text: line.slice(first.start, last.end), start: first.start, end: last.end };
  return [...words.slice(0, at), command, ...(behind === 0 ? [] : words.slice(-behind))];
}

/** `Wed Jan 21 09:00:00 2026` (lstart) or `Jan 21`. */
const DATE = /^(?:[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}|[A-Z][a-z]{2} [ \d]\d)$/u;

/** A start of several words is one value. Behind the command, values are counted from the line's end. */
function joinDates(words: readonly Word[], line: string, columns: readonly string[]): readonly Word[] {
  const at = columns.indexOf('STARTED');
  if (at < 0) return words;
  const command = columns.findIndex((head) => COMMANDS.has(head));
  const isBehind = command >= 0 && at > command;
  const end = words.length - (columns.length - 1 - at);
  for (const length of [5, 2]) {
    const from = isBehind ? end - length : at;
    const first = words[from];
    const last = words[from + length - 1];
    if (first === undefined || last === undefined) continue;
    const text = line.slice(first.start, last.end);
    if (!DATE.test(text)) continue;
    const joined = { text, start: first.start, end: last.end };
    return [...words.slice(0, from), joined, ...words.slice(from + length)];
  }
  return words;
}

function fits({ column, word: { text } }: Cell): boolean {
  if (column === 'PID' || column === 'PPID' || column === 'VSZ' || column === 'RSS') return NUMBER.test(text);
  if (column === '%CPU' || column === '%MEM') return SHARE.test(text);
  if (column === 'STAT') return /^[DIRSTtWXZ][\w<+]{0,8}$/u.test(text);
  return true;
}

const AUX = ['USER', 'PID', '%CPU', '%MEM', 'VSZ', 'RSS', 'TTY', 'STAT', 'START', 'TIME', 'COMMAND'];
const FULL = ['UID', 'PID', 'PPID', 'C', 'STIME', 'TTY', 'TIME', 'CMD'];
const PLAIN = ['PID', 'TTY', 'TIME', 'CMD'];

/** The values of a row without its header: the rows of `ps aux`, `ps -ef` and plain `ps` are known by their shape. */
export function guessColumns(line: string): readonly Cell[] | null {
  if (/^[a-z_][\w.+$-]{0,31} {1,20}\d{1,10} {1,20}\d/iu.test(line)) {
    const aux = cellsOf(line, AUX);
    if (aux !== null && startsWell(aux) && hasTime(aux)) return aux;
    const full = cellsOf(line, FULL);
    return full !== null && NUMBER.test(full[3]?.word.text ?? '') && startsWell(full) && hasTime(full) ? full : null;
  }
  if (!/^ {0,10}\d{1,10} (?:pts\/|tty|\?)/u.test(line)) return null;
  const plain = cellsOf(line, PLAIN);
  return plain !== null && hasTime(plain) ? plain : null;
}

/** When the process started: `09:14`, `Jan17`, a year. */
function startsWell(cells: readonly Cell[]): boolean {
  const text = cells.find(({ column }) => column === 'START' || column === 'STIME')?.word.text ?? '';
  return /^(?:\d{2}:\d{2}(?::\d{2})?|[A-Z][a-z]{2}\d{2}|\d{4})$/u.test(text);
}

function hasTime(cells: readonly Cell[]): boolean {
  return /^(?:\d{1,5}-)?\d{1,6}(?::\d{2}){1,2}$/u.test(cells.find(({ column }) => column === 'TIME')?.word.text ?? '');
}
