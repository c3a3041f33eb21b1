import type { FieldToken } from '../format';
import { endOfString, isWordUnit, skipBlanks } from './scanner';

/** A key and its value on one line. UTF-16 columns of the line, without quotes, `end` exclusive. */
export interface JsonPair {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  /** As written, escapes unresolved; the bracket where a list or object begins; empty where the value is left out. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'string' | 'word' | 'bracket' | 'missing';
  /** The line ends with this value: of a cut line it may be the half of one. */
  readonly atEnd: boolean;
}

/** Keys and values of one line, whatever surrounds them: a whole object, a line of a printed one, a cut one. */
export function pairsOf(line: string, from = 0): JsonPair[] {
  const pairs: JsonPair[] = [];
  let at = line.indexOf('"', from);
  while (at >= 0) {
    const close = endOfString(line, at + 1, line.length);
    if (close < 0) break;
    const colon = skipBlanks(line, close + 1, line.length);
    let next = close + 1;
    if (line.charCodeAt(colon) === 0x3a) {
      const pair = pairAt(line, at + 1, close, skipBlanks(line, colon + 1, line.length));
      if (pair === null) break;
      pairs.push(pair);
      next = pair.kind === 'string' ? pair.end + 1 : Math.max(pair.end, colon + 1);
    }
    at = line.indexOf('"', next);
  }
  return pairs;
}

/** The pair whose key and value begin at these places; null where its string does not end on the line. */
function pairAt(line: string, keyStart: number, keyEnd: number, value: number): JsonPair | null {
  const unit = line.charCodeAt(value);
  let kind: JsonPair['kind'] = 'missing';
  let start = value;
  let end = value;
  if (unit === 0x22) {
    kind = 'string';
    start = value + 1;
    end = endOfString(line, start, line.length);
    if (end < 0) return null;
  } else if (unit === 0x7b || unit === 0x5b) {
    kind = 'bracket';
    end = value + 1;
  } else {
    while (end < line.length && isWordUnit(line.charCodeAt(end))) end += 1;
    if (end > value) kind = 'word';
  }
  const atEnd = kind !== 'string' && kind !== 'bracket' && end >= line.length;
  return {
    key: line.slice(keyStart, keyEnd),
    keyStart,
    keyEnd,
    value: line.slice(start, end),
    start,
    end,
    kind,
    atEnd,
  };
}

/** The pairs as named values, `prefix` and key as their name. Keys that are no names (blanks, signs) are left out. */
export function pairFields(pairs: readonly JsonPair[], prefix: string): FieldToken[] {
  return pairs
    .filter((pair) => /^[A-Za-z_]\w{0,60}$/u.test(pair.key))
    .map((pair) => ({
      name: prefix + pair.key,
      nameStart: pair.keyStart,
      nameEnd: pair.keyEnd,
      valueStart: pair.start,
      valueEnd: pair.end,
    }));
}
