/** What is coloured in the visible part of a document that is too large for a grammar. */

export type MarkKind = 'time' | 'process' | 'bad' | 'drop' | 'broker' | 'address';

/** 0-based UTF-16 columns, the end exclusive. */
export interface Mark {
  readonly kind: MarkKind;
  readonly start: number;
  readonly end: number;
}

/** Lines are looked at up to here: what stands behind is out of sight anyway. */
const MAX_LINE = 4_096;

/** In the order in which they take their part of a line; what is taken is not given again. */
const PATTERNS: readonly (readonly [kind: MarkKind, pattern: RegExp])[] = [
  [
    'time',
    /^(?:[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d(?:\.\d{1,9})?|\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?)/gu,
  ],
  ['process', /(?<=^.{8,120} )(?:zpa|np)-[\w-]{2,30}(?:\[\d{1,10}\])?(?=:)/gu],
  ['bad', /\bfohh_connection_(?!connected\b)[a-z_]{3,40}/gu],
  ['bad', /\b(?:BRK_[A-Z_]{3,60}|[A-Z]{2,12}_(?:TIMEOUT|FAILED|CLOSED|ERROR)[A-Z_]{0,40})\b/gu],
  [
    'bad',
    /\b(?:[Ff]ailed|[Ff]ailure|[Ee]rror|[Uu]nable|[Rr]efused|[Tt]imed out|[Tt]imeout|[Uu]nreachable|[Ee]xpired|[Dd]enied)\b/gu,
  ],
  [
    'drop',
    /\btx_drop = [1-9]\d{0,19}|\bbacked_off connections = [1-9]\d{0,9}|(?<=\b(?:Req|Ack|Rp|Dsp|[UPp]?Brk|Stats) |(?:Req|Ack|Rp|Stats) )\d{1,19}\|[1-9]\d{0,18}(?=[,\] ])/gu,
  ],
  ['broker', /(?<![\w.-])broker[\w-]{0,40}(?:\.[\w-]{1,63}){1,8}/gu],
  ['address', /(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.])(?:\]?:\d{1,5})?/gu],
];

/** The marks of a line, in no order. None lies over another. */
export function marksOf(line: string): readonly Mark[] {
  const text = line.slice(0, MAX_LINE);
  const marks: Mark[] = [];
  for (const [kind, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (marks.every((one) => end <= one.start || one.end <= start)) marks.push({ kind, start, end });
    }
  }
  return marks;
}
