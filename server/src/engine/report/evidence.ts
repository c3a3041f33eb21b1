import { sectionAt } from '../bundle/section-at';
import type { Artifact } from '../bundle/artifact';
import type { Format } from '../formats/format';
import type { Finding } from '../match/finding';
import type { Place } from '../match/rule';
import { MASK, secretSpans } from '../redact/secrets';
import { stripAnsi } from '../text/ansi';
import type { ReportEvidence } from './model';

/** Units of a line that evidence shows. */
export const MAX_TEXT = 300;
/** Where a place begins further right than this, its text begins a little before it. */
const LEAD = 60;

/** Lines (0-based) of each artifact that the findings' places need, for one pass over the sources. */
export function wantedLines(findings: readonly Finding[]): Map<number, number[]> {
  const wanted = new Map<number, Set<number>>();
  for (const finding of findings) {
    for (const place of [finding.at, ...finding.evidence]) {
      const lines = wanted.get(place.artifact) ?? new Set();
      lines.add(place.line);
      wanted.set(place.artifact, lines);
    }
  }
  return new Map([...wanted].map(([artifact, lines]) => [artifact, [...lines].sort((a, b) => a - b)]));
}

/** Columns of a place, 0-based, end exclusive. */
export interface Columns {
  readonly start: number;
  readonly end: number;
}

/** The place's columns in its line: its own, those of its field's value, or the whole line. */
export function columnsOf(place: Place, line: string, format: Format | null): Columns {
  if (place.field !== undefined) {
    const token = format?.fields?.(line).find((one) => one.name === place.field);
    if (token !== undefined) {
      return { start: Math.min(token.nameStart, token.valueStart), end: Math.max(token.nameEnd, token.valueEnd) };
    }
  }
  if (place.start === undefined) return { start: 0, end: line.length };
  return { start: place.start, end: Math.max(place.start, place.end ?? line.length) };
}

/** Format of the section that the place stands in. */
export function formatAt(place: Place, artifacts: readonly Artifact[], formats: readonly Format[]): Format | null {
  const id = sectionAt(artifacts[place.artifact]?.sections ?? [], place.line)?.format ?? null;
  return formats.find((one) => one.id === id) ?? null;
}

/** The evidence entry of a place. `line` is undefined where the second look did not find it. */
export function evidenceOf(
  place: Place,
  artifacts: readonly Artifact[],
  formats: readonly Format[],
  line: string | undefined,
): ReportEvidence {
  const format = formatAt(place, artifacts, formats);
  const columns = columnsOf(place, line ?? '', format);
  return {
    path: artifacts[place.artifact]?.path ?? '',
    line: place.line + 1,
    column: columns.start + 1,
    endLine: place.line + 1,
    endColumn: columns.end + 1,
    text: line === undefined ? '' : excerpt(line, columns, format?.id === 'provision-key'),
    ...(place.note === undefined ? {} : { note: place.note }),
  };
}

/** The line around the columns: secrets masked, colour codes left out, at most 300 units with an ellipsis where cut. */
export function excerpt(line: string, columns: Columns, isKeyFile: boolean): string {
  const from = columns.end <= MAX_TEXT ? 0 : Math.max(0, columns.start - LEAD);
  // Colour codes and long secrets shorten the text, so more than the cap is looked at.
  const clean = stripAnsi(maskedFrom(line, from, from + 4 * MAX_TEXT, isKeyFile));
  const cutStart = from > 0;
  const room = MAX_TEXT - (cutStart ? 1 : 0);
  const cutEnd = clean.length > room || from + 4 * MAX_TEXT < line.length;
  const body = cutEnd ? wholeUnits(clean.slice(0, room - 1)) : clean;
  return `${cutStart ? '…' : ''}${body}${cutEnd ? '…' : ''}`;
}

/** Part of the line; a secret that reaches into it is masked as a whole. */
export function maskedFrom(line: string, from: number, to: number, isKeyFile: boolean): string {
  let text = '';
  let at = from;
  for (const { start, end } of secretSpans(line, isKeyFile)) {
    if (end <= at) continue;
    if (start >= to) break;
    text += line.slice(at, Math.max(at, start)) + MASK;
    at = end;
  }
  return at < to ? text + line.slice(at, to) : text;
}

/** Without half of a surrogate pair at the cut. */
function wholeUnits(text: string): string {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? text.slice(0, -1) : text;
}
