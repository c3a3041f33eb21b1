import type { FieldToken } from '../format';
import type { Word } from '../shared/words';
import { span, unlabelled, wordsOf } from '../shared/words';

/** A row of a report of mtr, split into its parts. */
export interface MtrRow {
  readonly hop: Word;
  /** `AS64496`; null without -z. */
  readonly system: Word | null;
  /** Name, address, or both; `???` where nothing answered. */
  readonly host: Word;
  /** Percent, with or without the sign. */
  readonly loss: Word;
  /** Figures behind the loss, in the order of the header. */
  readonly figures: readonly Word[];
}

/** A name has at most 255 characters; longer lines are no rows. */
const LONGEST = 1_024;
const NUMBER = /^\d{1,9}(?:\.\d{0,6})?$/u;

/** Reads a row of a report: ` 3.|-- host  0.0%  10 …`, with -z ` 3. AS64496  host …`; null for any other line. */
export function mtrRow(line: string): MtrRow | null {
  if (line.length > LONGEST || !/^\s{0,8}\d{1,3}\.(?:\|--)?\s/u.test(line)) return null;
  const words = wordsOf(line);
  const [first] = words;
  if (first === undefined) return null;
  const hop = {
    text: first.text.replace(/\D.*$/u, ''),
    start: first.start,
    end: first.start + first.text.search(/\D/u),
  };
  const second = words[1];
  const system = second !== undefined && /^AS(?:\d{1,10}|\?{1,3})$/u.test(second.text) ? second : null;
  const from = system === null ? 1 : 2;
  // The host may be `name (address)`; the loss is the first number behind it.
  const at = words.findIndex((word, index) => index > from && isLoss(word.text));
  const loss = words[at];
  const firstOfHost = words[from];
  const lastOfHost = words[at - 1];
  if (loss === undefined || firstOfHost === undefined || lastOfHost === undefined || at - from > 3) return null;
  const figures = words.slice(at + 1);
  if (figures.length === 0 || !figures.every((word) => NUMBER.test(word.text))) return null;
  return { hop, system, host: span(line, firstOfHost.start, lastOfHost.end), loss, figures };
}

function isLoss(word: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3})?%?$/u.test(word) && Number.parseFloat(word) <= 100;
}

const STANDARD = ['Snt', 'Last', 'Avg', 'Best', 'Wrst', 'StDev'];

/** Column names behind the loss, from a header line; null where it is none. */
export function mtrColumns(line: string): readonly string[] | null {
  const match = /^\s{0,8}(?:HOST: \S{1,255}|Host)\s{1,255}Loss%((?:\s{1,20}[A-Z]\w{1,7}){1,16})\s*$/u.exec(line);
  return match === null ? null : wordsOf(match[1] ?? '').map((word) => word.text);
}

/** Named values of one line of mtr (glossary names `mtr.*`); `head`: the header or CSV header of its report. */
export function mtrFields(line: string, head?: string): FieldToken[] {
  const row = mtrRow(line);
  if (row === null) return csvFields(line, head);
  const { hop, system, host, loss, figures } = row;
  // Another choice of columns (-o) can only be read with its header.
  const columns = (head === undefined ? null : mtrColumns(head)) ?? STANDARD;
  const names = figures.length === columns.length ? columns : [];
  return [
    unlabelled('mtr.hop', hop),
    ...(system === null ? [] : [unlabelled('mtr.AS', system)]),
    unlabelled('mtr.host', host),
    unlabelled('mtr.Loss%', loss),
    ...figures.flatMap((word, index) => {
      const name = names[index];
      return name === undefined ? [] : [unlabelled(`mtr.${name}`, word)];
    }),
  ];
}

/** Cells of a CSV row with their offsets; null where the line is none of mtr. */
export function mtrCells(line: string): readonly Word[] | null {
  if (!line.startsWith('MTR.') && !line.startsWith('Mtr_Version,')) return null;
  let at = 0;
  return line.split(',').map((text) => {
    const start = at;
    at += text.length + 1;
    return { text, start, end: start + text.length };
  });
}

/** Names of the glossary for columns of the CSV; the first of a row say how and when it was traced. */
const CSV_NAMES: ReadonlyMap<string, string | null> = new Map([
  ['Mtr_Version', null],
  ['Start_Time', null],
  ['Status', null],
  ['Host', null],
  ['', null],
  ['Hop', 'hop'],
  ['Ip', 'host'],
  ['Asn', 'AS'],
]);

function csvFields(line: string, head: string | undefined): FieldToken[] {
  const cells = line.startsWith('MTR.') ? mtrCells(line) : null;
  if (cells === null) return [];
  const columns = head === undefined ? null : mtrCells(head);
  if (columns !== null) {
    return columns.flatMap((column, index): FieldToken[] => {
      const text = column.text.trim();
      const name = CSV_NAMES.has(text) ? CSV_NAMES.get(text) : text;
      const cell = cells[index];
      return typeof name !== 'string' || cell === undefined || cell.text.trim() === ''
        ? []
        : [unlabelled(`mtr.${name}`, cell)];
    });
  }
  const shift = (cells[6]?.text ?? '').startsWith('AS') ? 1 : 0;
  const named: readonly (readonly [string, number])[] = [
    ['mtr.hop', 4],
    ['mtr.host', 5],
    ...(shift === 1 ? ([['mtr.AS', 6]] as const) : []),
    ['mtr.Loss%', 6 + shift],
    ['mtr.Snt', 7 + shift],
    ...STANDARD.slice(1).map((name, index) => [`mtr.${name}`, 9 + shift + index] as const),
  ];
  return named.flatMap(([name, index]) => {
    const cell = cells[index];
    return cell === undefined || cell.text.trim() === '' ? [] : [unlabelled(name, cell)];
  });
}
