import type { Section } from '../bundle/sections';
import type { FieldToken, Format } from '../formats/format';
import type { DocumentModel } from './document-model';
import { formatAt, sectionAt } from './document-model';

/** Lines longer than this are looked at up to here: what stands behind is data. */
const MAX_LINE = 16_384;

/** 0-based lines of the heads in a section, found once; sections live as long as their document's analysis. */
const HEADS = new WeakMap<Section, readonly number[]>();

/** Named values of a line (0-based), read with the head of the table that it stands in; none outside of known sections. */
export function fieldsAt(model: DocumentModel, line: number): readonly FieldToken[] {
  const format = formatAt(model, line);
  if (format?.fields === undefined) return [];
  return format.fields((model.lines[line] ?? '').slice(0, MAX_LINE), headAbove(model, format, line));
}

/** Key of a line's series (see Format.seriesKey), of its format; null for lines that are of no series. */
export function seriesKeyOf(model: DocumentModel, line: number): string | null {
  const text = model.lines[line] ?? '';
  const format = text === '' || text.length > MAX_LINE ? null : formatAt(model, line);
  const key = format?.seriesKey?.(text, headAbove(model, format, line)) ?? null;
  return format === null || key === null ? null : `${format.id} ${key}`;
}

/** The nearest head above a line in its section; undefined where the format has none or none stands there. */
function headAbove(model: DocumentModel, format: Format, line: number): string | undefined {
  const section = format.isHead === undefined ? null : sectionAt(model, line);
  if (section === null) return undefined;
  let heads = HEADS.get(section);
  if (heads === undefined) {
    heads = headsOf(model, format, section);
    HEADS.set(section, heads);
  }
  let low = 0;
  let high = heads.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((heads[middle] ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  const head = heads[low - 1];
  return head === undefined ? undefined : model.lines[head];
}

function headsOf(model: DocumentModel, format: Format, { startLine, endLine }: Section): readonly number[] {
  const heads: number[] = [];
  for (let line = startLine; line <= endLine; line += 1) {
    const text = model.lines[line] ?? '';
    if (text.length <= MAX_LINE && format.isHead?.(text) === true) heads.push(line);
  }
  return heads;
}
