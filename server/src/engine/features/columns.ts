import type { Format } from '../formats/format';
import type { Place } from '../match/rule';

/** Lines longer than this are cut before fields are looked for. */
const MAX_SCAN = 16_384;

/** UTF-16 columns (0-based, end exclusive) of a place in its line: given, by field name, or the line without its indent. */
export function columnsIn(
  place: Place,
  line: string,
  format: Format | null,
): { readonly start: number; readonly end: number } {
  if (place.start !== undefined) {
    const start = Math.min(place.start, line.length);
    return { start, end: Math.max(start, Math.min(place.end ?? line.length, line.length)) };
  }
  if (place.field !== undefined) {
    const token = format?.fields?.(line.slice(0, MAX_SCAN)).find((one) => one.name === place.field);
    if (token !== undefined) return { start: token.valueStart, end: token.valueEnd };
  }
  const lead = line.length - line.trimStart().length;
  return { start: lead === line.length ? 0 : lead, end: line.trimEnd().length };
}
