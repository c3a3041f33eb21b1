/**
 * JSON as editors let people write their settings: the text without comments and without commas behind the last entry.
 * What stands in strings stays; the lines stay where they are.
 */
export function plainJson(text: string): string {
  const body = text.replace(/^\ufeff/u, '');
  const parts: string[] = [];
  /** Place in `parts` of a comma with only blanks and comments behind it; -1 where there is none. */
  let comma = -1;
  for (let at = 0; at < body.length; ) {
    const end = tokenEnd(body, at);
    const token = body.slice(at, end);
    const isComment = token.startsWith('//') || token.startsWith('/*');
    if ((token === '}' || token === ']') && comma >= 0) parts[comma] = ' ';
    if (token === ',') comma = parts.length;
    else if (!isComment && token.trim() !== '') comma = -1;
    parts.push(isComment ? token.replace(/[^\n]/gu, ' ') : token);
    at = end;
  }
  return parts.join('');
}

/** End of the string or comment that begins here; of one character for anything else. */
function tokenEnd(text: string, at: number): number {
  if (text[at] === '"') return stringEnd(text, at);
  if (text.startsWith('//', at)) {
    const end = text.indexOf('\n', at);
    return end < 0 ? text.length : end;
  }
  if (text.startsWith('/*', at)) {
    const end = text.indexOf('*/', at + 2);
    return end < 0 ? text.length : end + 2;
  }
  return at + 1;
}

/** Place behind the string's closing quote; the end of the text where it has none. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}
