import type { FieldToken, Format } from '../format';
import { OutputReader } from '../shared/output-reader';
import { unlabelled, wordsOf } from '../shared/words';
import { programName } from './process-names';
import { cellsOf, columnsOf, guessColumns, headsOf } from './ps-columns';
import type { Cell } from './ps-columns';

/** One process of ps. Columns are UTF-16 units of its line, 0-based, end exclusive. */
export interface PsProcess {
  /** 0-based. */
  readonly line: number;
  readonly user: string | null;
  readonly pid: number;
  /** Shares in percent: of one processor over the process's life, and of the host's memory. */
  readonly cpu: PsShare | null;
  readonly memory: PsShare | null;
  readonly residentKb: number | null;
  readonly zombie: boolean;
  /** Processor time as printed: tells two samples apart. */
  readonly time: string | null;
  /** Program name without path and arguments. */
  readonly name: string;
}

export interface PsShare {
  readonly percent: number;
  readonly start: number;
  readonly end: number;
}

export interface PsFacts {
  readonly timeMs: number | null;
  /** 0-based line of the header; null where the rows were read without it. */
  readonly headerLine: number | null;
  /** Rows are threads (-L, -T), not processes. */
  readonly threads: boolean;
  readonly processes: readonly PsProcess[];
}

declare module '../../facts/registry' {
  interface FactsByFormat {
    ps: PsFacts;
  }
}

/** A host has a few hundred; a list of threads may have thousands. */
const MAX_PROCESSES = 20_000;

export const ps: Format<PsFacts> = {
  id: 'ps',
  language: 'zpa-diagnostics',
  title: 'Processes of the host (ps)',
  command: /^(?:\/[\w./]{0,40}\/)?ps(?: |$)/u,
  opens: (lines) => (columnsOf(lines[0] ?? '') === null ? null : 'the columns of ps'),
  read: (context) => new PsReader(context),
  isHead: (line) => headsOf(line) !== null,
  fields,
  seriesKey: (line, head) => {
    const cells = headsOf(line) === null ? rowOf(line, head) : [];
    const pid = cells.find(({ column }) => column === 'PID');
    const thread = cells.find(({ column }) => THREAD.test(column));
    return pid === undefined ? null : [pid, ...(thread === undefined ? [] : [thread])].map(textOf).join(' ');
  },
};

/** Heads of the number of a thread. */
const THREAD = /^(?:LWP|SPID|TID)$/u;

function textOf({ word }: Cell): string {
  return word.text;
}

function fields(line: string, head?: string): FieldToken[] {
  if (headsOf(line) !== null) return wordsOf(line).map((word) => unlabelled(`ps.${word.text}`, word));
  return rowOf(line, head).map(({ column, word }) => unlabelled(`ps.${column}`, word));
}

/** The values of a row under the head above it, else by its shape; none for any other line. */
function rowOf(line: string, head: string | undefined): readonly Cell[] {
  const heads = head === undefined ? null : headsOf(head);
  return (heads === null ? null : cellsOf(line, heads)) ?? guessColumns(line) ?? [];
}

class PsReader extends OutputReader<PsFacts> {
  readonly #processes: PsProcess[] = [];
  #columns: readonly string[] | null = null;
  #headerLine: number | null = null;

  protected row(content: string, line: number): boolean {
    const columns = columnsOf(content);
    if (columns !== null) {
      // A second header is the next output.
      if (this.#columns !== null || this.#processes.length > 0) return false;
      this.#columns = columns;
      this.#headerLine = line;
      return true;
    }
    // `ps aux | grep zpa` has no header.
    const cells = this.#columns === null ? guessColumns(content) : cellsOf(content, this.#columns);
    const process = cells === null ? null : processOf(cells, line);
    if (process === null) return false;
    if (this.#processes.length < MAX_PROCESSES) this.#processes.push(process);
    return true;
  }

  finish(): PsFacts {
    return {
      timeMs: this.context.timeMs,
      headerLine: this.#headerLine,
      threads: this.#columns?.some((column) => THREAD.test(column)) ?? false,
      processes: this.#processes,
    };
  }
}

function processOf(cells: readonly Cell[], line: number): PsProcess | null {
  const text = (...names: readonly string[]): string | null =>
    cells.find(({ column }) => names.includes(column))?.word.text ?? null;
  const share = (name: string): PsShare | null => {
    const word = cells.find(({ column }) => column === name)?.word;
    if (word === undefined) return null;
    return { percent: Number(word.text.replace(',', '.')), start: word.start, end: word.end };
  };
  const pid = text('PID');
  const command = text('COMMAND', 'CMD');
  if (pid === null || command === null) return null;
  const resident = text('RSS', 'RSZ');
  const state = text('STAT', 'S') ?? '';
  return {
    line,
    user: text('USER', 'EUSER', 'UID'),
    pid: Number(pid),
    cpu: share('%CPU'),
    memory: share('%MEM'),
    residentKb: resident !== null && /^\d{1,15}$/u.test(resident) ? Number(resident) : null,
    zombie: state.startsWith('Z') || command.endsWith(' <defunct>'),
    time: text('TIME'),
    name: programName(command),
  };
}
