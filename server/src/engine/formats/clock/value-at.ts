import type { LabelledValue } from '../shared/label-line';

/** Where a value stands: 0-based line of the file, UTF-16 columns, end exclusive. */
export interface Spot {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** The place of a labelled value, its label included. */
export function spotOf({ name, value }: LabelledValue, line: number): Spot {
  return { line, start: name.start, end: Math.max(name.end, value.end) };
}
