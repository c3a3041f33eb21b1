import type { FieldToken, Format } from '../format';
import { OutputReader } from '../shared/output-reader';
import { unlabelled, wordsOf } from '../shared/words';
import type { Word } from '../shared/words';

/** One sample of vmstat. Shares in percent. */
export interface VmstatSample {
  /** 0-based. */
  readonly line: number;
  /** With -t the row's own time, else that of the script's sample; epoch ms, null without. */
  readonly timeMs: number | null;
  /** The first row of a run: averages since the host started. */
  readonly sinceBoot: boolean;
  /** Processes ready to run, and blocked. */
  readonly ready: number;
  readonly blocked: number;
  /** Blocks swapped in and out a second. */
  readonly swapIn: number;
  readonly swapOut: number;
  readonly idle: number;
  readonly waiting: number;
  /** Null on kernels that do not tell. */
  readonly steal: number | null;
}

export interface VmstatFacts {
  readonly timeMs: number | null;
  readonly samples: readonly VmstatSample[];
}

declare module '../../facts/registry' {
  interface FactsByFormat {
    vmstat: VmstatFacts;
  }
}

/** Columns in the order of every version; `st` and `gu` came later. */
const COLUMNS = [
  'r',
  'b',
  'swpd',
  'free',
  'buff',
  'cache',
  'si',
  'so',
  'bi',
  'bo',
  'in',
  'cs',
  'us',
  'sy',
  'id',
  'wa',
  'st',
  'gu',
];
const LEAST_COLUMNS = 16;
const BANNER = /^-{0,8}procs[ -]{1,20}memory[ -]/u;
const HEADER = /^\s{0,8}r {1,4}b {1,12}swpd {1,12}free {1,12}(?:buff|inact) {1,12}(?:cache|active) /u;
const STAMP = /\s(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})\s*$/u;
/** Longer lines are no rows. */
const MAX_LINE = 1_000;
/** More samples than a week of minutes add nothing. */
const MAX_SAMPLES = 20_000;

export const vmstat: Format<VmstatFacts> = {
  id: 'vmstat',
  language: 'zpa-diagnostics',
  title: 'Load of the host (vmstat)',
  command: /^(?:\/[\w./]{0,40}\/)?vmstat(?: |$)/u,
  opens: (lines) => {
    const [first = '', second = ''] = lines;
    return HEADER.test(first) || (BANNER.test(first) && HEADER.test(second)) ? 'the columns of vmstat' : null;
  },
  read: (context) => new VmstatReader(context),
  isHead: (line) => HEADER.test(line),
  fields,
  seriesKey: (line) => (figuresOf(line) === null ? null : 'vmstat'),
};

/** Names of the columns by the head; that of the time, a zone, is none of them. */
function namesOf(head: string): readonly string[] {
  return wordsOf(head.slice(0, MAX_LINE)).map(({ text }) => text);
}

/** The figures of a sample without its time; null for any other line. */
function figuresOf(line: string): readonly Word[] | null {
  if (line.length > MAX_LINE || !/^\s{0,8}\d/u.test(line)) return null;
  const words = wordsOf(line.replace(STAMP, ''));
  if (words.length < LEAST_COLUMNS || words.length > COLUMNS.length) return null;
  return words.every(({ text }) => /^\d{1,20}$/u.test(text)) ? words : null;
}

function fields(line: string, head?: string): FieldToken[] {
  if (HEADER.test(line))
    return wordsOf(line).flatMap((word) =>
      /^[a-z]+$/u.test(word.text) ? [unlabelled(`vmstat.${word.text}`, word)] : [],
    );
  const words = figuresOf(line);
  if (words === null) return [];
  const columns = head === undefined ? COLUMNS : namesOf(head);
  const tokens = words.map((word, index) => unlabelled(`vmstat.${columns[index] ?? '*'}`, word));
  const stamp = STAMP.exec(line);
  if (stamp !== null) {
    const start = stamp.index + 1;
    tokens.push(unlabelled('vmstat.timestamp', { text: stamp[0].trim(), start, end: start + 19 }));
  }
  return tokens;
}

class VmstatReader extends OutputReader<VmstatFacts> {
  readonly #samples: VmstatSample[] = [];
  #columns: readonly string[] = COLUMNS;

  protected row(content: string, line: number): boolean {
    if (BANNER.test(content)) return true;
    if (HEADER.test(content)) {
      this.#columns = namesOf(content);
      return true;
    }
    const words = figuresOf(content);
    if (words === null) return false;
    if (this.#samples.length >= MAX_SAMPLES) return true;
    const value = (name: string): number => Number(words[this.#columns.indexOf(name)]?.text ?? Number.NaN);
    const idle = value('id');
    // A row cut in its middle has too few figures, or shares that are none.
    if (!(idle <= 100 && value('us') <= 100)) return true;
    const steal = value('st');
    this.#samples.push({
      line,
      timeMs: stampOf(content) ?? (this.#samples.length === 0 ? this.context.timeMs : null),
      sinceBoot: this.#samples.length === 0,
      ready: value('r'),
      blocked: value('b'),
      swapIn: value('si'),
      swapOut: value('so'),
      idle,
      waiting: value('wa'),
      steal: Number.isNaN(steal) ? null : steal,
    });
    return true;
  }

  finish(): VmstatFacts {
    return { timeMs: this.context.timeMs, samples: this.#samples };
  }
}

/** The time that -t prints, read on the host's own clock. */
function stampOf(line: string): number | null {
  const match = STAMP.exec(line);
  if (match === null) return null;
  const [year = 0, month = 1, day = 1, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map(Number);
  return Date.UTC(year, month - 1, day, hours, minutes, seconds);
}
