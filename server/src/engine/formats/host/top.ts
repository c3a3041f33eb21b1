import type { Format } from '../format';
import { OutputReader } from '../shared/output-reader';
import type { Word } from '../shared/words';
import { programName } from './process-names';
import {
  figuresOf,
  headsOf,
  memoryRow,
  numberOf,
  processCells,
  processRow,
  processorNumber,
  secondsOfDay,
  sizeKb,
  topFields,
  topLineOf,
} from './top-lines';
import type { TopLine } from './top-lines';

/** A value with its place: 0-based line, columns as UTF-16 units, end exclusive. */
export interface TopValue {
  readonly value: number;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** One process of an iteration. */
export interface TopProcess {
  readonly line: number;
  readonly pid: number;
  readonly user: string | null;
  /** Percent of one processor since the refresh before, and of the host's memory. */
  readonly cpu: TopValue | null;
  readonly memory: TopValue | null;
  readonly residentKb: number | null;
  readonly zombie: boolean;
  readonly name: string;
}

/** One refresh of top. Shares in percent of all processors, sizes in kilobytes. */
export interface TopIteration {
  /** 0-based first line. */
  readonly line: number;
  /** Local seconds of the day; null where the first line is missing. */
  readonly secondsOfDay: number | null;
  /** Rows are threads (-H), not processes. */
  readonly threads: boolean;
  readonly zombies: TopValue | null;
  readonly idle: TopValue | null;
  readonly waiting: TopValue | null;
  readonly steal: TopValue | null;
  /** Processors, where each has a line of its own. */
  readonly processors: number | null;
  readonly memoryTotalKb: TopValue | null;
  /** Null in versions that do not tell. */
  readonly memoryAvailableKb: TopValue | null;
  readonly swapTotalKb: TopValue | null;
  readonly swapUsedKb: TopValue | null;
  readonly processes: readonly TopProcess[];
}

export interface TopFacts {
  readonly timeMs: number | null;
  readonly iterations: readonly TopIteration[];
}

declare module '../../facts/registry' {
  interface FactsByFormat {
    top: TopFacts;
  }
}

/** Bounds what a file of days may hold: figures of that many refreshes, processes of each. */
const MAX_ITERATIONS = 20_000;
const MAX_PROCESSES = 400;
/** With many refreshes only the busiest processes are kept of each: top prints them first. */
const MAX_PROCESSES_LATER = 10;

export const top: Format<TopFacts> = {
  id: 'top',
  language: 'zpa-diagnostics',
  title: 'Load of the host (top)',
  certainty: 1,
  command: /^(?:\/[\w./]{0,40}\/)?top(?: -| \||$)/u,
  opens: (lines) => {
    const [first = '', second = ''] = lines;
    if (first.startsWith('top - ')) {
      return topLineOf(first) === 'summary' && topLineOf(second) !== null ? 'the summary of top' : null;
    }
    return headsOf(first) === null ? null : 'the table of processes of top';
  },
  read: (context) => new TopReader(context),
  isHead: (line) => headsOf(line) !== null,
  fields: topFields,
  seriesKey: (line, head) => {
    const process = processRow(line, head);
    const kind = process === null ? topLineOf(line) : 'process';
    if (kind === null || kind === 'header') return null;
    if (kind === 'process') return process?.get('PID')?.text ?? null;
    return kind === 'summary' ? kind : (/^[^:]{1,20}/u.exec(line)?.[0].trim() ?? null);
  },
};

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
interface Building extends Mutable<Omit<TopIteration, 'processes'>> {
  readonly processes: TopProcess[];
}

class TopReader extends OutputReader<TopFacts> {
  readonly #iterations: Building[] = [];
  #heads: readonly string[] | null = null;

  protected row(content: string, line: number): boolean {
    const kind = this.#heads !== null && processCells(content, this.#heads) !== null ? 'process' : topLineOf(content);
    if (kind === null) return false;
    const current = this.#current(kind, line);
    if (current === null) return true;
    switch (kind) {
      case 'summary':
        current.secondsOfDay = secondsOfDay(content);
        break;
      case 'tasks':
        current.zombies = valueOf(content, line, 'zombie');
        current.threads = content.startsWith('Threads');
        break;
      case 'processors':
        this.#processors(current, content, line);
        break;
      case 'memory':
        readMemory(current, content, line);
        break;
      case 'header':
        this.#heads = headsOf(content);
        break;
      case 'process':
        this.#process(current, content, line);
        break;
    }
    return true;
  }

  /** The iteration that the line belongs to; null where enough were kept. */
  #current(kind: TopLine, line: number): Building | null {
    const last = this.#iterations.at(-1);
    // Without its first line (`top -bn2 | grep Cpu`) the line of all processors begins the next one.
    const begins =
      kind === 'summary' ||
      last === undefined ||
      (kind === 'processors' && last.secondsOfDay === null && last.idle !== null);
    if (!begins) return last;
    if (this.#iterations.length >= MAX_ITERATIONS) return null;
    const next: Building = {
      line,
      secondsOfDay: null,
      threads: false,
      zombies: null,
      idle: null,
      waiting: null,
      steal: null,
      processors: null,
      memoryTotalKb: null,
      memoryAvailableKb: null,
      swapTotalKb: null,
      swapUsedKb: null,
      processes: [],
    };
    this.#iterations.push(next);
    return next;
  }

  #processors(current: Building, content: string, line: number): void {
    const number = processorNumber(content);
    if (number !== null) {
      current.processors = Math.max(current.processors ?? 0, number + 1);
      return;
    }
    current.idle = valueOf(content, line, 'id');
    current.waiting = valueOf(content, line, 'wa');
    current.steal = valueOf(content, line, 'st');
  }

  #process(current: Building, content: string, line: number): void {
    const most = this.#iterations.length > 100 ? MAX_PROCESSES_LATER : MAX_PROCESSES;
    const cells = processCells(content, this.#heads);
    const pid = cells?.get('PID');
    const command = cells?.get('COMMAND');
    if (cells === null || pid === undefined || command === undefined || current.processes.length >= most) return;
    const resident = cells.get('RES');
    current.processes.push({
      line,
      pid: Number(pid.text),
      user: cells.get('USER')?.text ?? null,
      cpu: placed(cells.get('%CPU'), line),
      memory: placed(cells.get('%MEM'), line),
      residentKb: resident === undefined ? null : sizeKb(resident.text),
      zombie: cells.get('S')?.text === 'Z',
      name: programName(command.text),
    });
  }

  finish(): TopFacts {
    return { timeMs: this.context.timeMs, iterations: this.#iterations };
  }
}

function placed(word: Word | undefined, line: number, factor = 1): TopValue | null {
  if (word === undefined) return null;
  return { value: numberOf(word.text) * factor, line, start: word.start, end: word.end };
}

function valueOf(content: string, line: number, name: string, factor = 1): TopValue | null {
  return placed(figuresOf(content).find((figure) => figure.name === name)?.value, line, factor);
}

function readMemory(current: Building, content: string, line: number): void {
  const row = memoryRow(content);
  if (row === null) return;
  const figure = (name: string): TopValue | null => valueOf(content, line, name, row.unitKb);
  if (row.row === 'Mem') {
    current.memoryTotalKb = figure('total');
  } else {
    current.swapTotalKb = figure('total');
    current.swapUsedKb = figure('used');
    current.memoryAvailableKb = figure('avail Mem');
  }
}
