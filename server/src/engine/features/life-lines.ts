import type { ProcessLife } from '../formats/journal/facts';

/** The lines (0-based, inclusive) between which a process wrote: a journal printed newest first has its last line above its first. */
export function lifeLines({ firstLine, lastLine }: ProcessLife): readonly [top: number, bottom: number] {
  return [Math.min(firstLine, lastLine), Math.max(firstLine, lastLine)];
}

/** Whether a line (0-based) lies between those of a process. */
export function isWithin(life: ProcessLife, line: number): boolean {
  const [top, bottom] = lifeLines(life);
  return top <= line && line <= bottom;
}
