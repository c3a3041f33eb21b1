import { parseSize } from '../disk/sizes';
import type { Figure } from '../shared/figure-layout';
import { parseCertificateLife, parseSkew, parseUptime } from './fields';

export const NUMBER = /^\d{1,20}(?:\.\d{1,6})?/u;

/** The last part of a column's name: `uptime` of `control.uptime`. */
export function lastPart(column: string): string {
  return column.slice(column.lastIndexOf('.') + 1);
}

/** Whether a column's value is written as more than a plain number. */
export function isParsed(column: string): boolean {
  return isSumOfFigures(column) || column.startsWith('Disk.');
}

/** Whether a column's values are spans of time: figures, each times its unit. */
export function isSumOfFigures(column: string): boolean {
  return column === 'certificate.expires' || column === 'skew' || column === 'Uptime' || lastPart(column) === 'uptime';
}

/** The number a column holds of a value as it is written; null where it is none. Seconds, bytes or a count. */
export function numberOf(column: string, raw: string): number | null {
  if (column === 'certificate.expires') return parseCertificateLife(raw);
  if (column === 'skew') return parseSkew(raw);
  if (column === 'Uptime' || lastPart(column) === 'uptime') return parseUptime(raw);
  // Bytes: the unit is written with the figure and may change with its size.
  if (column.startsWith('Disk.')) return parseSize(raw.trim(), 1);
  const match = NUMBER.exec(raw);
  return match === null ? null : Number(match[0]);
}

/** A value as a sum: a part that stays, and figures, each times its weight. */
export interface FigureSum {
  readonly constant: number;
  /** Where the figures stand in the value. */
  readonly figures: readonly Figure[];
  readonly weights: readonly number[];
}

/** Hours, minutes and seconds have three digits at most; what grows beyond is read in full. */
const SPAN_DIGITS = 3;
/** Digits of the largest number that a double holds exactly. */
const EXACT_DIGITS = 16;

/** What a value is the sum of; null where it is no number. A size or a huge number stays as it is. */
export function figureSum(column: string, raw: string): FigureSum | null {
  const value = numberOf(column, raw);
  if (value === null) return null;
  if (isSumOfFigures(column)) return spanFigures(column, raw, value);
  const digits = NUMBER.exec(raw)?.[0] ?? '';
  if (isParsed(column) || digits !== raw || value > Number.MAX_SAFE_INTEGER)
    return { constant: value, figures: [], weights: [] };
  return { constant: 0, figures: [{ start: 0, end: raw.length, maxDigits: EXACT_DIGITS }], weights: [1] };
}

/** The figures of a span of time, weighed by reading the value with one figure at a time. */
function spanFigures(column: string, raw: string, value: number): FigureSum | null {
  const found = [...raw.matchAll(/\d{1,12}(?:\.\d{1,9})?/gu)];
  const weights: number[] = [];
  let sum = 0;
  for (const one of found) {
    let text = '';
    let at = 0;
    for (const other of found) {
      text += raw.slice(at, other.index) + (other === one ? '1' : '0');
      at = other.index + other[0].length;
    }
    const weight = numberOf(column, text + raw.slice(at));
    if (weight === null) return null;
    weights.push(weight);
    sum += weight * Number(one[0]);
  }
  if (sum !== value) return null;
  const figures = found.map(({ index, 0: text }): Figure => {
    const digits = text.split('.')[0]?.length ?? 0;
    return { start: index, end: index + text.length, maxDigits: Math.max(SPAN_DIGITS, digits) };
  });
  return { constant: 0, figures, weights };
}
