import { sectionAt } from '../bundle/section-at';
import type { Artifact } from '../bundle/artifact';
import type { Section } from '../bundle/sections';
import type { Catalogue } from '../catalogue';
import type { BundleFacts } from '../facts/bundle-facts';
import type { Format } from '../formats/format';
import type { Evaluation } from '../match/evaluate';
import type { Place } from '../match/rule';
import type { Ports } from '../ports';
import type { TriageSettings } from '../triage';
import { Triage } from '../triage';
import { splitLines } from '../text/line-feed';
import { columnsOf } from '../report/evidence';

/** What the features need besides a document. */
export interface FeatureDeps {
  readonly catalogue: Catalogue;
  readonly formats: readonly Format[];
  readonly ports: Ports;
}

/** One open document, analysed as a whole. Lines and columns are 0-based UTF-16. */
export interface DocumentModel {
  readonly path: string;
  readonly lines: readonly string[];
  readonly artifact: Artifact;
  readonly facts: BundleFacts;
  readonly evaluation: Evaluation;
  readonly deps: FeatureDeps;
}

export interface Range {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Reads and judges a document afresh: cheap enough for every change (see docs), and simple. */
export function analyzeDocument(
  deps: FeatureDeps,
  path: string,
  text: string,
  settings: TriageSettings,
): DocumentModel {
  const engine = new Triage(deps.catalogue, deps.formats, deps.ports, settings);
  const artifact = engine.addText(path, text);
  const facts = engine.facts();
  return { path, lines: linesOf(text), artifact, facts, evaluation: engine.evaluate(facts), deps };
}

/** The lines as an editor counts them: behind the last line break there is one more, if only an empty one. */
function linesOf(text: string): readonly string[] {
  const lines = splitLines(text);
  if (text === '' || text.endsWith('\n')) lines.push('');
  return lines;
}

/** Whether the document is one of ours: recognised, and a journal only where the product speaks in it. */
export function isOurs(model: DocumentModel): boolean {
  if (model.artifact.format === null) return false;
  if (model.artifact.format !== 'journal') return true;
  return model.facts.sections('journal').some(({ facts }) => facts.productLineCount > 0);
}

/** The section that holds a line; null outside of recognised sections. */
export function knownSectionAt(model: DocumentModel, line: number): Section | null {
  const section = sectionAt(model.artifact.sections, line);
  return section?.format === null ? null : section;
}

/** Formats by id, made once for each list of formats. */
const FORMATS_BY_ID = new WeakMap<readonly Format[], ReadonlyMap<string, Format>>();

/** The format of a line's section. */
export function formatAt(model: DocumentModel, line: number): Format | null {
  const id = knownSectionAt(model, line)?.format;
  if (id === undefined || id === null) return null;
  const { formats } = model.deps;
  let byId = FORMATS_BY_ID.get(formats);
  if (byId === undefined) {
    byId = new Map(formats.map((format) => [format.id, format]));
    FORMATS_BY_ID.set(formats, byId);
  }
  return byId.get(id) ?? null;
}

/** Where a place of the engine lies in the document. */
export function rangeOf(model: DocumentModel, place: Place): Range {
  const text = model.lines[place.line] ?? '';
  const { start, end } = columnsOf(place, text, formatAt(model, place.line));
  return {
    startLine: place.line,
    startColumn: Math.min(start, text.length),
    endLine: place.line,
    endColumn: Math.min(end, text.length),
  };
}
