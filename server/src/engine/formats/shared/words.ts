import type { FieldToken } from '../format';

/** A run of characters without white space. Offsets are UTF-16 units of its line, `end` exclusive. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a line, in order. */
export function wordsOf(line: string): Word[] {
  const words: Word[] = [];
  for (const match of line.matchAll(/\S+/gu)) {
    words.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return words;
}

/** A field whose name is printed on the same line as its value. */
export function labelled(name: string, label: Word, value: Word): FieldToken {
  return { name, nameStart: label.start, nameEnd: label.end, valueStart: value.start, valueEnd: value.end };
}

/** A field whose name stands elsewhere (a column head): the value stands for both. */
export function unlabelled(name: string, value: Word): FieldToken {
  return { name, nameStart: value.start, nameEnd: value.end, valueStart: value.start, valueEnd: value.end };
}

/** The part of a line between two offsets as a word, without the white space around it. */
export function span(line: string, start: number, end: number): Word {
  const text = line.slice(start, end);
  const from = start + (text.length - text.trimStart().length);
  const trimmed = text.trim();
  return { text: trimmed, start: from, end: from + trimmed.length };
}
