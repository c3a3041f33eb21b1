import { LogClock } from '../formats/journal/log-clock';
import { emptyPrefix, readPrefix } from '../formats/journal/prefix';
import type { DocumentModel } from './document-model';
import { fieldsAt, seriesKeyOf } from './line-fields';

/** The same value in the sample before. */
export interface PreviousValue {
  readonly line: number;
  readonly raw: string;
  /** Seconds between the two samples; null where the lines carry no time. */
  readonly seconds: number | null;
}

/** The line of the previous sample. */
export interface PreviousLine {
  readonly line: number;
  readonly text: string;
  /** Seconds between the two samples; null where the lines carry no time. */
  readonly seconds: number | null;
}

/** Lines looked back: over an hour of a busy journal, and a moment of work. */
const MAX_LINES = 5_000;

/** Series keys of lines already looked at: undefined not yet, null none. Lives as long as its document's analysis. */
const KEYS = new WeakMap<DocumentModel, (string | null | undefined)[]>();

/** Key that ties a line to its like of another sample, with its format; null for lines that are of no series. */
function seriesKeyAt(model: DocumentModel, line: number): string | null {
  let keys = KEYS.get(model);
  if (keys === undefined) {
    keys = [];
    KEYS.set(model, keys);
  }
  const known = keys[line];
  if (known !== undefined) return known;
  const key = seriesKeyOf(model, line);
  keys[line] = key;
  return key;
}

/**
 * The nearest line above that is of the same series (process, connection, allocator). Null where there is none
 * near, or where it is the later one: a log in reverse order has no previous sample above.
 */
export function previousLine(model: DocumentModel, line: number): PreviousLine | null {
  const key = seriesKeyAt(model, line);
  if (key === null) return null;
  for (let above = line - 1; above >= Math.max(0, line - MAX_LINES); above -= 1) {
    if (seriesKeyAt(model, above) !== key) continue;
    const text = model.lines[above] ?? '';
    const seconds = secondsBetween(text, model.lines[line] ?? '');
    if (seconds !== null && seconds < 0) return null;
    return { line: above, text, seconds: seconds === 0 ? null : seconds };
  }
  return null;
}

/** The value of a field in the previous sample. */
export function previousValue(model: DocumentModel, line: number, name: string): PreviousValue | null {
  const previous = previousLine(model, line);
  if (previous === null) return null;
  const token = fieldsAt(model, previous.line).find((one) => one.name === name);
  if (token === undefined) return null;
  return {
    line: previous.line,
    raw: previous.text.slice(token.valueStart, token.valueEnd),
    seconds: previous.seconds,
  };
}

function secondsBetween(earlier: string, later: string): number | null {
  const clock = new LogClock({ year: 2024, notAfterMs: 0 });
  const prefix = emptyPrefix();
  if (!readPrefix(earlier, 0, earlier.length, prefix)) return null;
  const from = clock.timeOf(prefix);
  if (!readPrefix(later, 0, later.length, prefix)) return null;
  const to = clock.timeOf(prefix);
  return from === null || to === null ? null : (to - from) / 1000;
}
