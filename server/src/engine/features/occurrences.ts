import type { DocumentModel } from './document-model';
import type { Target } from './target';

/** A stretch of one line. 0-based UTF-16, the end exclusive. */
export interface Span {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

export interface Occurrences {
  /** In the order of lines. */
  readonly spans: readonly Span[];
  /** All there are, those behind the cap included. */
  readonly total: number;
}

/** Every place of the target within its lines, at most `most` of them. A plain search: milliseconds for megabytes. */
export function occurrencesOf(model: DocumentModel, target: Target, most: number): Occurrences {
  const spans: Span[] = [];
  let total = 0;
  for (let line = target.firstLine; line <= target.lastLine; line += 1) {
    const text = model.lines[line] ?? '';
    for (const start of placesIn(text, target)) {
      total += 1;
      if (spans.length < most)
        spans.push({ line, start: start + target.lead, end: start + target.needle.length - target.tail });
    }
  }
  return { spans, total };
}

/** The first place of the target at or below a line; null when there is none. */
export function firstOccurrence(model: DocumentModel, target: Target, from = target.firstLine): Span | null {
  for (let line = from; line <= target.lastLine; line += 1) {
    const [start] = placesIn(model.lines[line] ?? '', target);
    if (start !== undefined)
      return { line, start: start + target.lead, end: start + target.needle.length - target.tail };
  }
  return null;
}

/** Columns at which the needle stands in a line as a whole word. */
export function placesIn(text: string, { needle, kind }: Target): readonly number[] {
  let at = text.indexOf(needle);
  if (at < 0) return [];
  if (kind === 'memory-row' || kind === 'boot') return at === 0 ? [0] : [];
  const found: number[] = [];
  for (; at >= 0; at = text.indexOf(needle, at + needle.length)) {
    if (standsAlone(text, at, at + needle.length)) found.push(at);
  }
  return found;
}

/** Whether neither side goes on with the name or number: `broker1` is not in `broker10`, nor `10.0.0.1` in `10.0.0.12`. */
function standsAlone(text: string, start: number, end: number): boolean {
  if (start > 0 && isWord(text.charCodeAt(start)) && isPart(text.charCodeAt(start - 1))) return false;
  const after = text.charCodeAt(end);
  if (after === 46 /* . */) return !isWord(text.charCodeAt(end + 1));
  return !isWord(after) && after !== 45 /* - */;
}

function isPart(unit: number): boolean {
  return isWord(unit) || unit === 45 /* - */ || unit === 46 /* . */;
}

function isWord(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122) || unit === 95;
}
