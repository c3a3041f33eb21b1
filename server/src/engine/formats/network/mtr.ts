import type { Format } from '../format';
import { OutputReader } from '../shared/output-reader';
import { parseDate } from '../date';
import type { Word } from '../shared/words';
import { argumentsOf, commandOf, plainName, targetOf } from './command';
import { mtrCells, mtrColumns, mtrFields, mtrRow } from './mtr-rows';

/** One report of mtr. */
export interface MtrReport {
  /** What was traced, from the command or the CSV rows; null where unknown. */
  readonly target: string | null;
  /** Whether the probes were TCP; null where the command is unknown. */
  readonly tcp: boolean | null;
  /** Epoch ms on the host's own clock; null where no start is printed. */
  readonly startMs: number | null;
  /** In order; hops whose row cannot be read are left out. */
  readonly hops: readonly MtrHop[];
}

export interface MtrHop {
  /** Number on the way, 1-based. */
  readonly number: number;
  /** Name or address; null where nothing answered (`???`). */
  readonly host: string | null;
  readonly lossPercent: number;
  /** Probes; null where the column is not there. */
  readonly sent: number | null;
  /** Milliseconds; null where the column is not there. */
  readonly averageMs: number | null;
  /** 0-based, and the UTF-16 columns of the loss, end exclusive. */
  readonly line: number;
  readonly lossStart: number;
  readonly lossEnd: number;
}

export interface MtrFacts {
  readonly reports: readonly MtrReport[];
}

declare module '../../facts/registry' {
  interface FactsByFormat {
    mtr: MtrFacts;
  }
}

const START = /^Start: (\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:[+-]\d{4})?|[A-Z][a-z]{2} .{15,30})$/u;
/** Options of mtr that take the next word. */
const VALUED = new Set([...Array.from('aBcfFGiImMoPQsUyZ'), 'interval', 'port', 'psize', 'report-cycles', 'timeout']);
const CSV_HEAD = 'Mtr_Version,';
/** A further router of the same hop, and other lines that reports hold between rows. */
const BETWEEN = /^\s{4,40}(?:\|\s{0,8}[|`]{1,2}-- ?\S{0,255}|\[?MPLS: .{1,100}|\S{1,255}(?: \(\S{1,60}\))?)\s*$/u;

export const mtr: Format<MtrFacts> = {
  id: 'mtr',
  language: 'zpa-diagnostics',
  title: 'Path and loss (mtr)',
  certainty: 2,
  command: commandOf('mtr'),
  opens: ([head = '', next = '']) => {
    if (head.startsWith('Start: '))
      return START.test(head) && mtrColumns(next) !== null ? 'start and header of mtr' : null;
    if (head.startsWith(CSV_HEAD)) return head.includes(',Hop,') ? 'header of the CSV of mtr' : null;
    return head.includes('Loss%') && mtrColumns(head) !== null ? 'the header of mtr' : null;
  },
  read: (context) => new MtrReader(context),
  isHead: (line) => (line.startsWith(CSV_HEAD) ? line.includes(',Hop,') : mtrColumns(line) !== null),
  fields: mtrFields,
};

type OpenReport = { -readonly [K in keyof Omit<MtrReport, 'hops'>]: MtrReport[K] } & { readonly hops: MtrHop[] };

class MtrReader extends OutputReader<MtrFacts> {
  readonly #reports: OpenReport[] = [];
  #columns: readonly string[] = [];
  #startMs: number | null = null;

  protected row(content: string, line: number): boolean {
    const start = START.exec(content);
    if (start !== null) {
      this.#startMs = startOf(start[1] ?? '');
      return true;
    }
    const columns = mtrColumns(content);
    if (columns !== null) {
      this.#begin(columns);
      return true;
    }
    return this.#hop(content, line) || this.#csv(content, line) || (this.#columns.length > 0 && BETWEEN.test(content));
  }

  finish(): MtrFacts {
    return { reports: this.#reports.filter((report) => report.hops.length > 0) };
  }

  #begin(columns: readonly string[]): OpenReport {
    const { command } = this.context;
    const words = argumentsOf(command ?? '', 'mtr');
    const report: OpenReport = {
      target: targetOf(command, 'mtr', VALUED),
      tcp:
        command === null
          ? null
          : words.some((word) => word === '--tcp' || /^-[a-zA-Z]{0,10}T[a-zA-Z]{0,10}\d{0,5}$/u.test(word)),
      startMs: this.#startMs,
      hops: [],
    };
    this.#columns = columns;
    this.#startMs = null;
    this.#reports.push(report);
    return report;
  }

  #hop(content: string, line: number): boolean {
    const row = mtrRow(content);
    const report = this.#reports[this.#reports.length - 1];
    if (row === null || report === undefined) return false;
    const value = (name: string): number | null => {
      const word = row.figures.length === this.#columns.length ? row.figures[this.#columns.indexOf(name)] : undefined;
      return word === undefined ? null : Number(word.text);
    };
    report.hops.push(hopOf(Number(row.hop.text), row.host.text, row.loss, value('Snt'), value('Avg'), line));
    return true;
  }

  #csv(content: string, line: number): boolean {
    const cells = mtrCells(content);
    if (cells === null) return false;
    const names = cells.map((cell) => cell.text.trim());
    if (content.startsWith(CSV_HEAD)) {
      this.#begin(names);
      return true;
    }
    const cell = (name: string): Word | undefined => cells[this.#columns.indexOf(name)];
    const [hop, ip, loss] = [cell('Hop'), cell('Ip'), cell('Loss%')];
    if (hop === undefined || ip === undefined || loss === undefined || !/^\d{1,3}(?:\.\d{1,3})?$/u.test(loss.text)) {
      return true;
    }
    const number = (name: string): number | null => {
      const text = cell(name)?.text.trim() ?? '';
      return /^\d{1,12}(?:\.\d{1,6})?$/u.test(text) ? Number(text) : null;
    };
    let report = this.#reports[this.#reports.length - 1];
    if (report === undefined) return true;
    // A hop number that falls is the next run of a loop.
    if ((report.hops.at(-1)?.number ?? 0) >= Number(hop.text)) report = this.#begin(this.#columns);
    report.target ??= plainName(cell('Host')?.text ?? '');
    const started = number('Start_Time');
    report.startMs ??= started === null ? null : started * 1000;
    report.hops.push(hopOf(Number(hop.text), ip.text, loss, number('Snt'), number('Avg'), line));
    return true;
  }
}

function hopOf(
  number: number,
  host: string,
  loss: Word,
  sent: number | null,
  averageMs: number | null,
  line: number,
): MtrHop {
  return {
    number,
    host: host.startsWith('???') ? null : host,
    lossPercent: Number.parseFloat(loss.text),
    sent,
    averageMs,
    line,
    lossStart: loss.start,
    lossEnd: loss.end,
  };
}

/** `2026-03-17T12:06:44+0000`, older versions `Tue Mar 17 12:06:44 2026`. Read on the host's own clock. */
function startOf(text: string): number | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})/u.exec(text);
  if (iso === null) return parseDate(text.replace(/ (?=\d{4}$)/u, ' UTC '))?.timeMs ?? null;
  const [, year, month, day, hours, minutes, seconds] = iso.map(Number);
  if (year === undefined || month === undefined) return null;
  return Date.UTC(year, month - 1, day, hours, minutes, seconds);
}
