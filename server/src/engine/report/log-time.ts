import { groupBy } from '../basics/group-by';
import type { BundleFacts, SectionOf } from '../facts/bundle-facts';

/** Minutes east of UTC of a place's clock at a local time (epoch ms as if the clock were UTC). */
export type ZoneOffset = (localMs: number) => number;

/** Latest and earliest moment that Date can show. */
const MAX_DATE_MS = 8.64e15;

/**
 * `2026-01-21T12:15:22`, with milliseconds where there are any. The suffix says the zone: none where it is not
 * known, `Z`, or `+05:30`. Null for a time that no calendar has.
 */
export function isoTime(localMs: number | null, zoneMinutes: number | null): string | null {
  if (localMs === null || !(Math.abs(localMs) <= MAX_DATE_MS)) return null;
  const digits = new Date(Math.round(localMs)).toISOString().replace(/(?:\.000)?Z$/u, '');
  return digits + suffix(zoneMinutes);
}

function suffix(zoneMinutes: number | null): string {
  if (zoneMinutes === null) return '';
  if (zoneMinutes === 0) return 'Z';
  const minutes = Math.abs(zoneMinutes);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${zoneMinutes < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Shows times in the clock of the journal they were read from. */
export class LogTimes {
  readonly #journals: ReadonlyMap<number, readonly SectionOf<'journal'>[]>;

  constructor(
    facts: BundleFacts,
    private readonly zone: ZoneOffset | null,
  ) {
    this.#journals = groupBy(facts.sections('journal'), ({ artifact }) => artifact.index);
  }

  /** The time as text; null without a time, or where times only count from the start of a machine. */
  show(artifact: number, line: number, localMs: number | null): string | null {
    const journal = this.#journals
      .get(artifact)
      ?.find(({ section }) => line >= section.startLine && line <= section.endLine)?.facts;
    if (journal === undefined) return this.#suffixed(localMs, null);
    if (journal.mode === 'short-monotonic') return null;
    return this.#suffixed(localMs, journal.clock.zoneMinutes);
  }

  #suffixed(localMs: number | null, said: number | null): string | null {
    if (localMs === null) return null;
    return isoTime(localMs, said ?? this.zone?.(localMs) ?? null);
  }
}
