import type { DocumentModel } from './document-model';
import { isOurs } from './document-model';
import { blockEnd } from './symbols';

export interface Fold {
  readonly startLine: number;
  readonly endLine: number;
}

/** Stretches shorter than this many lines are not worth a fold. */
const QUIET_LINES = 40;
const MAX_FOLDS = 5_000;

/** Folds: sections, status blocks, stretches of a journal without any finding, certificates. */
export function foldingRanges(model: DocumentModel): readonly Fold[] {
  if (!isOurs(model)) return [];
  const folds: Fold[] = [];
  const add = (startLine: number, endLine: number): void => {
    if (endLine > startLine && folds.length < MAX_FOLDS) folds.push({ startLine, endLine });
  };
  if (model.artifact.sections.length > 1) {
    for (const section of model.artifact.sections) add(section.startLine, section.endLine);
  }
  for (const { facts } of model.facts.sections('journal')) {
    for (const life of facts.processes) {
      for (let index = 0; index < life.blocks.length; index += 1)
        add(life.blocks.lines[index] ?? 0, blockEnd(life, index));
    }
  }
  for (const [start, end] of certificates(model.lines)) add(start, end);
  for (const [start, end] of quietStretches(model)) add(start, end);
  return folds;
}

function certificates(lines: readonly string[]): [number, number][] {
  const found: [number, number][] = [];
  let open = -1;
  for (const [index, line] of lines.entries()) {
    if (line.includes('-----BEGIN ')) open = index;
    else if (open >= 0 && line.includes('-----END ')) {
      found.push([open, index]);
      open = -1;
    }
  }
  return found;
}

/** Lines of journals between findings. */
function quietStretches(model: DocumentModel): [number, number][] {
  const loud = [
    ...new Set(model.evaluation.findings.flatMap((one) => [one.at.line, ...one.evidence.map((place) => place.line)])),
  ].sort((a, b) => a - b);
  return model.facts.sections('journal').flatMap(({ section }) => {
    const inside = loud.filter((line) => line > section.startLine && line < section.endLine);
    const edges = [section.startLine, ...inside, section.endLine];
    return edges.slice(1).flatMap((edge, index): [number, number][] => {
      const from = (edges[index] ?? 0) + 1;
      return edge - 1 - from >= QUIET_LINES ? [[from, edge - 1]] : [];
    });
  });
}
