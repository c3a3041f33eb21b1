import { leadingCodes } from '../text/ansi';
import { firstIndex } from '../basics/first-index';
import type { Section } from '../bundle/sections';
import type { FieldToken, Format } from '../formats/format';
import type { DocumentModel } from './document-model';
import { formatAt, knownSectionAt } from './document-model';

/** Lines longer than this are looked at up to here: what stands behind is data. */
const MAX_LINE = 16_384;

/** 0-based lines of the heads in a section, found once; sections live as long as their document's analysis. */
const HEADS = new WeakMap<Section, readonly number[]>();

/** Named values of a line (0-based), read with the head of the table that it stands in; none outside of known sections. */
export function fieldsAt(model: DocumentModel, line: number): readonly FieldToken[] {
  const format = formatAt(model, line);
  if (format?.fields === undefined) return [];
  const text = (model.lines[line] ?? '').slice(0, MAX_LINE);
  const from = shownFrom(format, text);
  const tokens = format.fields(text.slice(from), headAbove(model, format, line));
  return from === 0 ? tokens : tokens.map((token) => shifted(token, from));
}

/** Where a line begins for its format: behind the codes that a recorded terminal was sent first. */
function shownFrom(format: Format, text: string): number {
  return format.seesControlCodes === true ? 0 : leadingCodes(text, 0, text.length);
}

function shifted(token: FieldToken, by: number): FieldToken {
  const { name, nameStart, nameEnd, valueStart, valueEnd } = token;
  return {
    ...{ name, nameStart: nameStart + by, nameEnd: nameEnd + by },
    ...{ valueStart: valueStart + by, valueEnd: valueEnd + by },
  };
}

/** Further places of a line (0-based) that have a hover; see Format.places. */
export function placesAt(model: DocumentModel, line: number): readonly FieldToken[] {
  return formatAt(model, line)?.places?.((model.lines[line] ?? '').slice(0, MAX_LINE)) ?? [];
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
  const section = format.isHead === undefined ? null : knownSectionAt(model, line);
  if (section === null) return undefined;
  let heads = HEADS.get(section);
  if (heads === undefined) {
    heads = headsOf(model, format, section);
    HEADS.set(section, heads);
  }
  const head = heads[firstIndex(heads, (one) => one >= line) - 1];
  const text = head === undefined ? undefined : model.lines[head];
  return text?.slice(shownFrom(format, text));
}

function headsOf(model: DocumentModel, format: Format, { startLine, endLine }: Section): readonly number[] {
  const heads: number[] = [];
  for (let line = startLine; line <= endLine; line += 1) {
    const text = model.lines[line] ?? '';
    if (text.length <= MAX_LINE && format.isHead?.(text.slice(shownFrom(format, text))) === true) heads.push(line);
  }
  return heads;
}
