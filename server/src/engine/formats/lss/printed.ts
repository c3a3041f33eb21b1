import type { FieldToken } from '../format';
import { pairFields, pairsOf } from '../json/pairs';
import type { LssRecord, PrintedPair } from './record';
import { nameOf, printedRecord } from './record';

/** A record has about a hundred members; lists of postures and networks may add to them. */
const MAX_LINES = 1_000;
const MEMBER = /^\s{0,16}"\w{1,60}" ?: /u;
const BRACKET = /^\s{0,16}(?:\[ ?\{?|\{|\}? ?\],?|,)\s{0,4}$/u;
const BEGIN = /^\s{0,16}(?:\[ ?)?\{\s{0,4}$/u;
const END = /^\s{0,16}\} ?(?:\]|,)?\s{0,4}$/u;
/** An element of a list: a text or a number alone. */
const ELEMENT = /^\s{0,24}(?:"[^"]{0,400}"|-?[\d.]{1,30}|\]|null|true|false),?\s{0,4}$/u;

/** Records that a tool printed with a member a line, one after the other or in a list. */
export class PrintedRecords {
  #pairs: PrintedPair[] | null = null;
  #first = 0;

  constructor(private readonly sink: (record: LssRecord, line: number) => void) {}

  /** Whether the line is one of such a record, or stands between two. Refused lines change nothing. */
  take(content: string, line: number): boolean {
    const pairs = this.#pairs;
    if (pairs === null) {
      if (!BRACKET.test(content)) return false;
      if (BEGIN.test(content)) this.#begin(line);
      return true;
    }
    if (END.test(content)) {
      this.#pairs = null;
      const record = printedRecord(pairs);
      if (record !== null) this.sink(record, this.#first);
      return true;
    }
    const below = line - this.#first;
    if (below > MAX_LINES || !(MEMBER.test(content) || ELEMENT.test(content))) return false;
    for (const pair of pairsOf(content)) pairs.push({ ...pair, below });
    return true;
  }

  #begin(line: number): void {
    this.#pairs = [];
    this.#first = line;
  }
}

/** What the lines, the first of which opens a bracket, begin to print; null where it is no record, or the first of them. */
export function printedKind(lines: readonly string[]): LssRecord['kind'] | null {
  const head = lines.findIndex((line) => BEGIN.test(line));
  if (head < 0 || head > 1 || (head === 1 && !BRACKET.test(lines[0] ?? ''))) return null;
  const pairs: PrintedPair[] = [];
  for (const [below, line] of lines.slice(head + 1).entries()) {
    if (END.test(line)) break;
    if (!MEMBER.test(line) && !ELEMENT.test(line)) return null;
    for (const pair of pairsOf(line)) pairs.push({ ...pair, below });
  }
  return printedRecord(pairs)?.kind ?? null;
}

/** Named values of a line of a printed record; none for other lines. */
export function printedFields(line: string): readonly FieldToken[] {
  if (!MEMBER.test(line)) return [];
  return pairFields(pairsOf(line), '').map((token) => ({ ...token, name: `lss.${nameOf(token.name)}` }));
}
