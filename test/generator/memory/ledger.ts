import type { Random } from '../random';

/** How a row of a memory dump behaves: what it holds all the time, and what passes through it each minute. */
export interface RowHabit {
  readonly name: string;
  readonly heldCount: number;
  readonly heldEach: number;
  readonly passedEachMinute: number;
  readonly passedEach: number;
}

/** One row at one moment: calls and bytes of each column. `Out = Alloc - Free - Drain` in both. */
export interface RowFigures {
  readonly name: string;
  readonly allocCount: number;
  readonly allocBytes: number;
  readonly freeCount: number;
  readonly freeBytes: number;
  readonly drainCount: number;
  readonly drainBytes: number;
  readonly outCount: number;
  readonly outBytes: number;
}

/** Memory that is asked for and never given back. */
export interface Leak {
  readonly name: string;
  readonly bytesEachMinute: number;
}

interface Row {
  readonly habit: RowHabit;
  allocCount: number;
  allocBytes: number;
  freeCount: number;
  freeBytes: number;
  outCount: number;
  outBytes: number;
}

/** Held objects come and go by this share of what is held. */
const FLUCTUATION = 0.004;
/** Typical size of the objects that a leak leaves behind. */
const LEAKED_EACH = 208;

/** The books of a process's allocators: counts only grow, what is out stays near its habit unless it leaks. */
export class MemoryLedger {
  readonly #rows: Row[];

  constructor(
    private readonly random: Random,
    habits: readonly RowHabit[],
    ageMinutes: number,
    private readonly leak: Leak | null = null,
  ) {
    this.#rows = habits.map((habit) => {
      const freeCount = Math.round(habit.passedEachMinute * ageMinutes);
      const freeBytes = freeCount * habit.passedEach;
      const outCount = habit.heldCount;
      const outBytes = outCount * habit.heldEach;
      return {
        habit,
        allocCount: freeCount + outCount,
        allocBytes: freeBytes + outBytes,
        freeCount,
        freeBytes,
        outCount,
        outBytes,
      };
    });
  }

  minute(): void {
    for (const row of this.#rows) {
      this.#pass(row);
      this.#hold(row);
      if (row.habit.name === this.leak?.name)
        take(row, Math.round(this.leak.bytesEachMinute / LEAKED_EACH), LEAKED_EACH);
    }
  }

  rows(): RowFigures[] {
    return this.#rows.map(({ habit, allocCount, allocBytes, freeCount, freeBytes, outCount, outBytes }) => ({
      name: habit.name,
      allocCount,
      allocBytes,
      freeCount,
      freeBytes,
      drainCount: 0,
      drainBytes: 0,
      outCount,
      outBytes,
    }));
  }

  #pass(row: Row): void {
    const { passedEachMinute, passedEach } = row.habit;
    const count = Math.round(passedEachMinute * (0.8 + this.random.next() * 0.4));
    row.allocCount += count;
    row.allocBytes += count * passedEach;
    row.freeCount += count;
    row.freeBytes += count * passedEach;
  }

  /** Steps back towards the habit, so that no healthy row drifts one way for long. */
  #hold(row: Row): void {
    const { heldCount, heldEach, name } = row.habit;
    if (heldCount < 40 || name === this.leak?.name) return;
    const aim = heldCount * (1 + (this.random.next() - 0.5) * 2 * FLUCTUATION);
    const step = Math.round(aim - row.outCount);
    if (step > 0) take(row, step, heldEach);
    else give(row, -step, heldEach);
  }
}

function take(row: Row, count: number, each: number): void {
  row.allocCount += count;
  row.allocBytes += count * each;
  row.outCount += count;
  row.outBytes += count * each;
}

function give(row: Row, count: number, each: number): void {
  row.freeCount += count;
  row.freeBytes += count * each;
  row.outCount -= count;
  row.outBytes -= count * each;
}
