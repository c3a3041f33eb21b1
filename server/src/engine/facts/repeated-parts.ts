/**
 * A journal that stands twice in one file: pasted again, or two dumps joined whose times overlap. What the later part
 * repeats happened once. A part begins where the time runs backwards or a boot is marked; it repeats what was told when
 * everything in the time that was told before is found there again: a clock that was set back, or the end of summer
 * time, gives other figures.
 */
import type { FlowControlSeries } from '../formats/fohh-connection/series';
import type { EventLog, JournalFacts, LogEvent, ProcessLife, StatusGap } from '../formats/journal/facts';
import { packBlocks, PackedBlockSeries } from '../formats/status-block/packed-blocks';
import type { BlockSeries } from '../formats/status-block/series';

/** A log that is out of order in more places is no log with a part pasted twice. */
const MAX_PARTS = 200;
/** Things that must be found again; fewer may be chance. */
const LEAST = 3;

/** One thing that a journal tells: a block, a row, an event. */
interface Item {
  readonly part: number;
  /** Log-clock epoch seconds: modes differ in what they print of the fraction. */
  readonly second: number;
  /** Tells equal things of one second. Made when it is asked for: most parts are told apart by their first seconds. */
  readonly mark: () => string;
}

/** Answers of before: facts of a journal do not change. */
const KNOWN = new WeakMap<JournalFacts, JournalFacts>();

/** The facts without what a later part of the journal repeats; the same object where nothing is repeated. Places and processes keep their numbers. */
export function withoutRepeats(journal: JournalFacts): JournalFacts {
  if (journal.breaks.length === 0 || journal.breaks.length >= MAX_PARTS) return journal;
  const known = KNOWN.get(journal);
  if (known !== undefined) return known;
  const told = new Retelling(journal).facts();
  KNOWN.set(journal, told);
  return told;
}

class Retelling {
  /** Range of seconds that parts after the first go back to; nothing outside of it can be a repetition. */
  readonly #from: number;
  readonly #to: number;
  readonly #items: Item[] = [];
  /** Key of each process: who it is, whichever part tells of it. */
  readonly #processes: readonly string[];

  constructor(private readonly journal: JournalFacts) {
    this.#processes = journal.processes.map(({ host, component, role, pid }) =>
      [host ?? '', component, role, String(pid)].join(' '),
    );
    const [from, to] = this.#overlap();
    this.#from = from;
    this.#to = to;
  }

  facts(): JournalFacts {
    const { journal } = this;
    if (!(this.#from <= this.#to)) return journal;
    const events = new Map(
      [...journal.events].map(([message, log]): [string, readonly (Item | null)[]] => [
        message,
        log.kept.map((event) => this.#event(message, event)),
      ]),
    );
    const blocks = journal.processes.map(({ blocks: series }, index) => this.#blocks(series, index));
    const flows = journal.flows.map((flow) => this.#rows(flow));
    const repeated = repeatedOf(this.#items);
    if (repeated.size === 0) return journal;
    const isNew = (item: Item | null | undefined): boolean => !repeated.has(item ?? NONE);
    const parts = new Set([...repeated].map(({ part }) => part));
    return {
      ...journal,
      events: new Map(
        [...journal.events].map(([message, log]) => [message, only(log, (events.get(message) ?? []).map(isNew))]),
      ),
      processes: journal.processes.map((life, index): ProcessLife => {
        const kept = (blocks[index] ?? []).map(isNew);
        return kept.includes(false) ? { ...life, blocks: picked(life.blocks, kept) } : life;
      }),
      flows: journal.flows
        .map((flow, index) => onlyRows(flow, (flows[index] ?? []).map(isNew)))
        .filter(({ times }) => times.length > 0),
      gaps: this.#gaps(parts),
    };
  }

  /** Part of the journal that a line (0-based) stands in, in the order of reading. */
  #partOf(line: number): number {
    const { breaks, newestFirst } = this.journal;
    let part = 0;
    while (part < breaks.length) {
      const at = breaks[part]?.line ?? 0;
      if (newestFirst ? line > at : line < at) break;
      part += 1;
    }
    return part;
  }

  #overlap(): readonly [from: number, to: number] {
    const ranges = new Map<number, { from: number; to: number }>();
    for (const [line, time] of this.#times()) {
      if (Number.isNaN(time)) continue;
      const second = Math.floor(time / 1000);
      const part = this.#partOf(line);
      const range = ranges.get(part);
      if (range === undefined) ranges.set(part, { from: second, to: second });
      else {
        range.from = Math.min(range.from, second);
        range.to = Math.max(range.to, second);
      }
    }
    let from = Number.POSITIVE_INFINITY;
    let told = Number.NEGATIVE_INFINITY;
    let to = Number.NEGATIVE_INFINITY;
    for (const [, range] of [...ranges].sort(([a], [b]) => a - b)) {
      if (range.from < told) {
        from = Math.min(from, range.from);
        to = Math.max(to, Math.min(told, range.to));
      }
      told = Math.max(told, range.to);
    }
    return [from, to];
  }

  /** Lines and times of all there is. */
  *#times(): Generator<readonly [line: number, time: number]> {
    const { events, processes, flows } = this.journal;
    for (const { kept } of events.values()) for (const { line, timeMs } of kept) yield [line, timeMs ?? Number.NaN];
    for (const { lines, times } of [...processes.map(({ blocks }) => blocks), ...flows])
      for (const [index, time] of times.entries()) yield [lines[index] ?? 0, time];
  }

  #item(line: number, time: number, mark: () => string): Item | null {
    const second = Math.floor(time / 1000);
    if (!(second >= this.#from && second <= this.#to)) return null;
    const item = { part: this.#partOf(line), second, mark };
    this.#items.push(item);
    return item;
  }

  #event(message: string, { process, line, timeMs, groups }: LogEvent): Item | null {
    const mark = (): string => [this.#processes[process] ?? '', message, ...Object.values(groups)].join('\u0000');
    return this.#item(line, timeMs ?? Number.NaN, mark);
  }

  #blocks(series: BlockSeries, process: number): readonly (Item | null)[] {
    const columns = series.columnNames.map((name) => series.column(name) ?? []);
    return series.times.map((time, index) =>
      this.#item(series.lines[index] ?? 0, time, () => `${this.#processes[process] ?? ''} ${sumOf(columns, index)}`),
    );
  }

  #rows(flow: FlowControlSeries): readonly (Item | null)[] {
    const columns = [...flow.counters.values()];
    return flow.times.map((time, index) =>
      this.#item(flow.lines[index] ?? 0, time, () => `${flow.key} ${sumOf(columns, index)}`),
    );
  }

  /** Gaps without those that a repeated part tells again. */
  #gaps(parts: ReadonlySet<number>): readonly StatusGap[] {
    const told = new Set<string>();
    return this.journal.gaps.filter((gap) => {
      const key = [this.#processes[gap.process] ?? '', String(gap.beforeMs), String(gap.afterMs)].join(' ');
      if (parts.has(this.#partOf(gap.afterLine)) && told.has(key)) return false;
      told.add(key);
      return true;
    });
  }
}

/** Stands for what lies outside of the time that is told twice. */
const NONE: Item = { part: 0, second: 0, mark: () => '' };

/** The items of later parts that earlier parts tell. */
function repeatedOf(items: readonly Item[]): ReadonlySet<Item> {
  const parts = new Map<number, Item[]>();
  for (const item of items) {
    const own = parts.get(item.part);
    if (own === undefined) parts.set(item.part, [item]);
    else own.push(item);
  }
  const repeated = new Set<Item>();
  const told = new Told();
  let toldTo = Number.NEGATIVE_INFINITY;
  for (const [, own] of [...parts].sort(([one], [other]) => one - other)) {
    // The last second told may have been cut in its middle.
    const again = told.foundAgain(own, toldTo);
    for (const item of own) {
      if (again.has(item)) repeated.add(item);
      else told.add(item);
      toldTo = Math.max(toldTo, item.second);
    }
  }
  return repeated;
}

/** What the parts before told, by second. */
class Told {
  readonly #bySecond = new Map<number, Item[]>();
  readonly #marks = new Map<Item, string>();

  add(item: Item): void {
    const same = this.#bySecond.get(item.second);
    if (same === undefined) this.#bySecond.set(item.second, [item]);
    else same.push(item);
  }

  /**
   * The items of a part that were told, each as often as it was; none where any before the second `toldTo` was not, or too
   * few were: then the part repeats nothing.
   */
  foundAgain(items: readonly Item[], toldTo: number): ReadonlySet<Item> {
    const used = new Map<string, number>();
    const found = new Set<Item>();
    let overlap = 0;
    for (const item of items) {
      const mark = item.mark();
      const key = `${String(item.second)} ${mark}`;
      const count = used.get(key) ?? 0;
      if (count < this.#count(item.second, mark)) {
        used.set(key, count + 1);
        found.add(item);
      } else if (item.second < toldTo) return NOTHING;
      if (item.second < toldTo) overlap += 1;
    }
    return overlap < LEAST ? NOTHING : found;
  }

  #count(second: number, mark: string): number {
    return (this.#bySecond.get(second) ?? []).filter((item) => this.#markOf(item) === mark).length;
  }

  #markOf(item: Item): string {
    const mark = this.#marks.get(item) ?? item.mark();
    this.#marks.set(item, mark);
    return mark;
  }
}

const NOTHING: ReadonlySet<Item> = new Set();

/** A number that tells rows of figures apart. */
function sumOf(columns: readonly (readonly number[])[], index: number): string {
  let sum = 0;
  for (const column of columns) sum = (Math.imul(sum, 31) + Math.trunc((column[index] ?? 0) * 1000)) | 0;
  return String(sum);
}

function only({ count, kept }: EventLog, isKept: readonly boolean[]): EventLog {
  const left = kept.filter((_, index) => isKept[index]);
  return { count: count - (kept.length - left.length), kept: left };
}

function onlyRows(flow: FlowControlSeries, isKept: readonly boolean[]): FlowControlSeries {
  if (!isKept.includes(false)) return flow;
  const keep = <T>(values: readonly T[]): readonly T[] => values.filter((_, index) => isKept[index] === true);
  return {
    ...{ key: flow.key, broker: flow.broker, local: flow.local },
    ...{ times: keep(flow.times), lines: keep(flow.lines), states: keep(flow.states) },
    counters: new Map([...flow.counters].map(([name, values]) => [name, keep(values)])),
  };
}

function picked(blocks: BlockSeries, isKept: readonly boolean[]): BlockSeries {
  const keep = <T>(values: readonly T[]): readonly T[] => values.filter((_, index) => isKept[index] === true);
  const keepAll = <K, T>(columns: ReadonlyMap<K, readonly T[]>): ReadonlyMap<K, readonly T[]> =>
    new Map([...columns].map(([name, values]) => [name, keep(values)]));
  const { times, lines, numbers, texts, kindLines, stateLines } = packBlocks(blocks);
  return new PackedBlockSeries({
    ...{ times: keep(times), lines: keep(lines) },
    ...{ numbers: keepAll(numbers), texts: keepAll(texts) },
    ...{ kindLines: keepAll(kindLines), stateLines: keepAll(stateLines) },
  });
}
