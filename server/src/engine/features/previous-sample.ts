import { LogClock } from '../formats/journal/log-clock';
import { emptyPrefix, readPrefix } from '../formats/journal/prefix';
import type { DocumentModel } from './document-model';
import { formatAt } from './document-model';

/** The same value in the sample before. */
export interface PreviousValue {
  readonly line: number;
  readonly raw: string;
  /** Seconds between the two samples; null where the lines carry no time. */
  readonly seconds: number | null;
}

/** Lines looked back: over an hour of a busy journal, and a moment of work. */
const MAX_LINES = 5_000;

/** The value of a field in the nearest line above that is of the same series (process, connection, allocator). */
export function previousValue(model: DocumentModel, line: number, name: string): PreviousValue | null {
  const format = formatAt(model, line);
  const text = model.lines[line] ?? '';
  const key = format?.seriesKey?.(text) ?? null;
  if (format?.seriesKey === undefined || format.fields === undefined || key === null) return null;
  for (let above = line - 1; above >= Math.max(0, line - MAX_LINES); above -= 1) {
    const candidate = model.lines[above] ?? '';
    if (format.seriesKey(candidate) !== key) continue;
    const token = format.fields(candidate).find((one) => one.name === name);
    if (token === undefined) return null;
    return {
      line: above,
      raw: candidate.slice(token.valueStart, token.valueEnd),
      seconds: secondsBetween(candidate, text),
    };
  }
  return null;
}

function secondsBetween(earlier: string, later: string): number | null {
  const clock = new LogClock({ year: 2024, notAfterMs: 0 });
  const prefix = emptyPrefix();
  if (!readPrefix(earlier, 0, earlier.length, prefix)) return null;
  const from = clock.timeOf(prefix);
  if (!readPrefix(later, 0, later.length, prefix)) return null;
  const to = clock.timeOf(prefix);
  return from === null || to === null || to <= from ? null : (to - from) / 1000;
}
