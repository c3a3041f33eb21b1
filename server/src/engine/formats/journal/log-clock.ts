import type { TimeAssumptions } from '../format';
import type { Prefix } from './prefix';

const DAY_MS = 86_400_000;

/** How sure the times of a log are; shown in the report's notes. */
export interface ClockNotes {
  /** The year was not in the lines. */
  readonly yearAssumed: number | null;
  /** Minutes east of UTC where the lines say so; null: the log's own clock, zone unknown. */
  readonly zoneMinutes: number | null;
}

/**
 * Turns line prefixes into times on the log's own clock: epoch ms as if the clock were UTC.
 * Lines without a year get the latest year in which the first line does not lie in the future, and roll
 * over at New Year (a month that falls by more than half a year).
 */
export class LogClock {
  #year = 0;
  #yearAssumed: number | null = null;
  #month = 0;
  #zoneMinutes: number | null = null;
  #dayKey = -1;
  #dayMs = 0;

  constructor(private readonly assumptions: TimeAssumptions) {}

  get notes(): ClockNotes {
    return { yearAssumed: this.#yearAssumed, zoneMinutes: this.#zoneMinutes };
  }

  /** Epoch ms at which the day of the last prefix began. */
  get dayMs(): number {
    return this.#dayMs;
  }

  /** Notes the zone that a record says. */
  noteZone(zoneMinutes: number | null): void {
    if (zoneMinutes !== null && this.#zoneMinutes === null) this.#zoneMinutes = zoneMinutes;
  }

  /** Time of the prefix, epoch ms on the log's clock; null for modes without any clock. */
  timeOf(prefix: Prefix): number | null {
    if (prefix.zoneMinutes !== null && this.#zoneMinutes === null) this.#zoneMinutes = prefix.zoneMinutes;
    if (prefix.month === 0) return prefix.mode === 'cat' ? null : prefix.clockMs;
    const year = prefix.year === 0 ? this.#inferYear(prefix) : prefix.year;
    const key = (year * 12 + prefix.month) * 32 + prefix.day;
    if (key !== this.#dayKey) {
      this.#dayKey = key;
      this.#dayMs = Date.UTC(year, prefix.month - 1, prefix.day);
    }
    return this.#dayMs + prefix.clockMs;
  }

  #inferYear(prefix: Prefix): number {
    if (this.#year === 0) {
      this.#year = this.assumptions.year ?? this.#latestPossibleYear(prefix);
      this.#yearAssumed = this.#year;
    } else if (prefix.month - this.#month < -6) {
      this.#year += 1;
    } else if (prefix.month - this.#month > 6) {
      // A file in reverse order (journalctl -r) crosses New Year the other way.
      this.#year -= 1;
    }
    this.#month = prefix.month;
    return this.#year;
  }

  #latestPossibleYear(prefix: Prefix): number {
    const limit = this.assumptions.notAfterMs + DAY_MS;
    const year = new Date(limit).getUTCFullYear();
    const time = Date.UTC(year, prefix.month - 1, prefix.day) + prefix.clockMs;
    return time <= limit ? year : year - 1;
  }
}
