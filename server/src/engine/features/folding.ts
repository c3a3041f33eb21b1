import { firstIndex } from '../basics/first-index';
import type { DocumentModel } from './document-model';
import { isOurs } from './document-model';
import { blockSpan, bootMarks } from './symbols';

export interface Fold {
  readonly startLine: number;
  readonly endLine: number;
}

/** Stretches shorter than this many lines are not worth a fold. */
const QUIET_LINES = 40;
/** Folds of one document, those of the largest pieces first; editors take no more. */
const MAX_FOLDS = 5_000;

/**
 * Folds, each inside or outside of any other: sections, boots, stretches of a journal without any finding, status
 * blocks, certificates.
 */
export function foldingRanges(model: DocumentModel): readonly Fold[] {
  if (!isOurs(model)) return [];
  const folds: Fold[] = [];
  const add = (startLine: number, endLine: number): void => {
    if (endLine > startLine && folds.length < MAX_FOLDS) folds.push({ startLine, endLine });
  };
  if (model.artifact.sections.length > 1) {
    for (const section of model.artifact.sections) add(section.startLine, section.endLine);
  }
  const blocks = blockSpans(model);
  for (const [start, end] of boots(model)) add(start, end);
  for (const [start, end] of quietStretches(model, blocks)) add(start, end);
  for (const [start, end] of certificates(model.lines)) add(start, end);
  for (const [start, end] of blocks) add(start, end);
  return folds;
}

type Span = readonly [start: number, end: number];

/** Lines of each status block, in order; of blocks that two processes wrote into each other the first one. */
function blockSpans(model: DocumentModel): readonly Span[] {
  const spans: Span[] = [];
  for (const { life } of model.facts.lives) {
    for (let index = 0; index < life.blocks.length; index += 1) spans.push(blockSpan(life, index));
  }
  spans.sort((a, b) => a[0] - b[0]);
  let last = -1;
  return spans.filter(([start, end]) => {
    if (start <= last) return false;
    last = end;
    return true;
  });
}

/** Each boot of the host, where the journal marks more than one. */
function boots(model: DocumentModel): readonly Span[] {
  return model.facts.sections('journal').flatMap(({ section, facts }) => {
    const marks = bootMarks(facts);
    return marks.map((line, index): Span => [line, (marks[index + 1] ?? section.endLine + 1) - 1]);
  });
}

function certificates(lines: readonly string[]): readonly Span[] {
  const found: Span[] = [];
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

/** Lines of journals between findings. A stretch ends before a block that holds evidence and begins behind it: editors drop folds that cross. */
function quietStretches(model: DocumentModel, blocks: readonly Span[]): readonly Span[] {
  const loud = [
    ...new Set(model.evaluation.findings.flatMap((one) => [one.at.line, ...one.evidence.map((place) => place.line)])),
  ].sort((a, b) => a - b);
  return model.facts.sections('journal').flatMap(({ section, facts }) => {
    const marks = bootMarks(facts).map((line): Span => [line, line]);
    const edges = [
      ...loud
        .filter((line) => line >= section.startLine && line <= section.endLine)
        .map((line): Span => spanAround(blocks, line)),
      ...marks,
    ].sort((a, b) => a[0] - b[0]);
    const found: Span[] = [];
    // The first line stays for the fold of the section.
    let from = section.startLine + 1;
    for (const [start, end] of [...edges, [section.endLine + 1, section.endLine + 1] as const]) {
      if (start - from >= QUIET_LINES) found.push([from, start - 1]);
      from = Math.max(from, end + 1);
    }
    return found;
  });
}

/** The block that holds a line, else the line alone. */
function spanAround(blocks: readonly Span[], line: number): Span {
  const block = blocks[firstIndex(blocks, ([, end]) => end >= line)];
  return block === undefined || block[0] > line ? [line, line] : block;
}
