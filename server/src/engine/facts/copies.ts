/**
 * The same journal twice: a bundle often holds /var/log/messages and the dump of journalctl beside it, or a terminal
 * session in which the journal was printed again. What several tell happened once. (A journal that repeats itself:
 * repeated-parts.ts.)
 */
import { groupBy } from '../basics/group-by';
import type { JournalFacts, LogEvent, ProcessLife } from '../formats/journal/facts';

/** A life and the telling it is of. */
interface Placed {
  readonly telling: number;
  readonly life: ProcessLife;
}

/**
 * Numbers of the tellings that journals belong to, in their order. Journals of one file that follow each other in time
 * are one telling: a line of something else stood between them.
 */
export function tellingsOf(
  journals: readonly { readonly artifact: { readonly index: number }; readonly facts: JournalFacts }[],
): readonly number[] {
  let telling = -1;
  let artifact = -1;
  let toldTo = Number.NEGATIVE_INFINITY;
  return journals.map(({ artifact: { index }, facts: { firstMs, lastMs } }) => {
    const goesOn = index === artifact && (firstMs === null || firstMs >= toldTo);
    if (!goesOn) telling += 1;
    if (index !== artifact) toldTo = Number.NEGATIVE_INFINITY;
    artifact = index;
    toldTo = Math.max(toldTo, lastMs ?? toldTo);
    return telling;
  });
}

/** Lives whose status blocks all stand in a life of the same process in another telling. */
export function copiedLives(lives: readonly Placed[]): ReadonlySet<ProcessLife> {
  const copies = retold(
    lives,
    ({ life: { host, pid, role, component, blocks } }) =>
      host === null || pid < 0 || blocks.length === 0 ? null : [host, component, role, String(pid)].join('\u0000'),
    ({ life }) => secondsOf(life.blocks.times),
  );
  return new Set([...copies].map(({ life }) => life));
}

/** Lives without status blocks that another telling covers, or that this one tells again behind the mark of a boot. */
export function copiedShortLives(lives: readonly Placed[]): ReadonlySet<ProcessLife> {
  const copies = new Set<ProcessLife>();
  const byProcess = new Map<string, Placed[]>();
  for (const placed of lives) {
    const { host, pid, role, component, firstMs, lastMs } = placed.life;
    if (host === null || pid < 0 || firstMs === null || lastMs === null) continue;
    const key = [host, component, role, String(pid)].join('\u0000');
    const told = byProcess.get(key) ?? [];
    byProcess.set(key, told);
    const [from, to] = spanOf(placed.life);
    const isTold = told.some(({ telling, life }) => {
      const [first, last] = spanOf(life);
      const isSame = first === from && last === to;
      return isSame || (telling !== placed.telling && first <= from && last >= to);
    });
    if (isTold && placed.life.blocks.length === 0) copies.add(placed.life);
    else told.push(placed);
  }
  return copies;
}

/** Log-clock epoch seconds. */
function spanOf({ firstMs, lastMs }: ProcessLife): readonly [from: number, to: number] {
  return [Math.floor((firstMs ?? 0) / 1000), Math.floor((lastMs ?? 0) / 1000)];
}

/**
 * Items that another telling has as well: every mark of theirs is one of a longer item of the same key. `keyOf` and
 * `marksOf` give null for items of which that cannot be said.
 */
export function retold<T extends { readonly telling: number }>(
  items: readonly T[],
  keyOf: (item: T) => string | null,
  marksOf: (item: T) => ReadonlySet<number | string> | null,
): ReadonlySet<T> {
  const copies = new Set<T>();
  for (const same of groupBy(items, keyOf).values()) {
    if (same.length < 2) continue;
    const marked = same.flatMap((item) => {
      const marks = marksOf(item);
      return marks === null ? [] : [{ item, marks }];
    });
    // The longest tells the most; of equals the first.
    marked.sort((a, b) => b.marks.size - a.marks.size);
    const told: typeof marked = [];
    for (const one of marked) {
      const isTold = told.some(
        ({ item, marks }) => item.telling !== one.item.telling && [...one.marks].every((mark) => marks.has(mark)),
      );
      if (isTold) copies.add(one.item);
      else told.push(one);
    }
  }
  return copies;
}

/** Whole seconds of the blocks; null where one has no time. Modes differ in what they print of the fraction. */
function secondsOf(times: readonly number[]): ReadonlySet<number> | null {
  return times.some((time) => Number.isNaN(time)) ? null : new Set(times.map((time) => Math.floor(time / 1000)));
}

/** Tells occurrences of messages that another telling told before; asked in the order of tellings and lines. */
export class EventCopies {
  /** Occurrences of each event in the telling that has the most of it. */
  readonly #most = new Map<string, number>();
  #current = new Map<string, number>();
  #telling = -1;

  /**
   * Whether the event was told by a telling before this one. Two equal lines of one are two events. `scope`: the machine
   * that wrote it; null where nothing says.
   */
  isCopy(telling: number, event: LogEvent, life: ProcessLife | null, scope: string | null): boolean {
    // Several machines may have one name, but hardly the same process at the same time.
    const hasPid = life !== null && life.pid >= 0;
    const writer = hasPid ? life.host : scope;
    if (writer === null || event.timeMs === null) return false;
    if (telling !== this.#telling) this.#turn(telling);
    const pid = hasPid ? String(life.pid) : '';
    const key = [writer, pid, String(Math.floor(event.timeMs / 1000)), ...Object.values(event.groups)].join('\u0000');
    const here = (this.#current.get(key) ?? 0) + 1;
    this.#current.set(key, here);
    return here <= (this.#most.get(key) ?? 0);
  }

  #turn(telling: number): void {
    for (const [key, count] of this.#current) this.#most.set(key, Math.max(count, this.#most.get(key) ?? 0));
    this.#current = new Map();
    this.#telling = telling;
  }
}
