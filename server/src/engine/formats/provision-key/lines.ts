/** The lines of a key file and the characters that do not belong in it. */

/** One line with the break that ends it; '' at the end of the text, or where the break is not known. */
export interface KeyLine {
  readonly text: string;
  readonly ending: '' | '\n' | '\r\n';
}

/** Splits a whole text into lines; a final break ends the last line and begins no further one. */
export function keyLines(text: string): KeyLine[] {
  const lines: KeyLine[] = [];
  let from = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
    const windows = at > from && text.charCodeAt(at - 1) === 13;
    lines.push({ text: text.slice(from, windows ? at - 1 : at), ending: windows ? '\r\n' : '\n' });
    from = at + 1;
  }
  if (from < text.length) lines.push({ text: text.slice(from), ending: '' });
  return lines;
}

/** Curly single and double quotation marks, high, low and reversed. */
export const CURLY_QUOTES = /[\u2018-\u201f]/gu;
/** Everything that is neither ASCII text nor a curly quote: control characters included. */
export const STRANGERS = /[^\t\r\n\u0020-\u007e\u2018-\u201f]/gu;
/** A quotation mark of any kind, a blank, or a character that cannot be seen. */
const NOISE = /["'`\u2018-\u201f\s\p{Cc}\p{Cf}\p{Mn}]/u;
const UNSEEN = /^[\p{Cc}\p{Cf}\p{Z}\p{Mn}]$/u;
const DASH = /^[\u2010-\u2015\u2212]$/u;

/**
 * What a stranger stands for: '' for one that cannot be seen, the ASCII character for a typographic dash or a
 * full-width form, null where nobody can know.
 */
export function asciiOf(stranger: string): string | null {
  if (UNSEEN.test(stranger)) return '';
  if (DASH.test(stranger)) return '-';
  const plain = stranger.normalize('NFKC');
  return /^[\u0021-\u007e]$/u.test(plain) ? plain : null;
}

/** The line without curly quotes and with strangers made ASCII where that is safe. */
export function plainText(line: string): string {
  return line.replace(CURLY_QUOTES, '').replace(STRANGERS, (stranger) => asciiOf(stranger) ?? stranger);
}

/** Offsets of the first and behind the last unit that is neither blank, quote nor unseen; equal when there is none. */
export function coreOf(line: string): { readonly start: number; readonly end: number } {
  let start = 0;
  let end = line.length;
  while (start < end && NOISE.test(line.charAt(start))) start += 1;
  while (end > start && NOISE.test(line.charAt(end - 1))) end -= 1;
  return { start, end };
}
