/**
 * The same journal twice: a bundle often holds /var/log/messages and the dump of journalctl beside it. What both tell
 * happened once.
 */
import type { LogEvent, ProcessLife } from '../formats/journal/facts';

/** A life and the artifact it stands in. */
interface Placed {
  readonly artifact: number;
  readonly life: ProcessLife;
}

/** Lives whose status blocks all stand in a life of the same process in another file. */
export function copiedLives(lives: readonly Placed[]): ReadonlySet<ProcessLife> {
  const copies = new Set<ProcessLife>();
  const byProcess = new Map<string, Placed[]>();
  for (const placed of lives) {
    const { host, pid, role, component, blocks } = placed.life;
    if (host === null || pid < 0 || blocks.length === 0) continue;
    const key = [host, component, role, String(pid)].join('\u0000');
    byProcess.set(key, [...(byProcess.get(key) ?? []), placed]);
  }
  for (const same of byProcess.values()) {
    if (same.length < 2) continue;
    // The longest tells the most; of equals the first.
    const ordered = [...same].sort((a, b) => b.life.blocks.length - a.life.blocks.length);
    const told: { readonly artifact: number; readonly seconds: ReadonlySet<number> }[] = [];
    for (const { artifact, life } of ordered) {
      const seconds = secondsOf(life.blocks.times);
      const isTold =
        seconds !== null &&
        told.some((one) => one.artifact !== artifact && [...seconds].every((second) => one.seconds.has(second)));
      if (isTold) copies.add(life);
      else if (seconds !== null) told.push({ artifact, seconds });
    }
  }
  return copies;
}

/** Whole seconds of the blocks; null where one has no time. Modes differ in what they print of the fraction. */
function secondsOf(times: readonly number[]): ReadonlySet<number> | null {
  return times.some((time) => Number.isNaN(time)) ? null : new Set(times.map((time) => Math.floor(time / 1000)));
}

/** Tells occurrences of messages that another file told before; asked in the order of files and lines. */
export class EventCopies {
  /** Occurrences of each event in the file that has the most of it. */
  readonly #most = new Map<string, number>();
  #current = new Map<string, number>();
  #artifact = -1;

  /** Whether the event was told by a file before this one. Two equal lines of one file are two events. */
  isCopy(artifact: number, event: LogEvent, life: ProcessLife | null): boolean {
    const host = life?.host ?? null;
    if (life === null || host === null || life.pid < 0 || event.timeMs === null) return false;
    if (artifact !== this.#artifact) this.#turn(artifact);
    const key = [host, String(life.pid), String(Math.floor(event.timeMs / 1000)), ...Object.values(event.groups)].join(
      '\u0000',
    );
    const here = (this.#current.get(key) ?? 0) + 1;
    this.#current.set(key, here);
    return here <= (this.#most.get(key) ?? 0);
  }

  #turn(artifact: number): void {
    for (const [key, count] of this.#current) this.#most.set(key, Math.max(count, this.#most.get(key) ?? 0));
    this.#current = new Map();
    this.#artifact = artifact;
  }
}
