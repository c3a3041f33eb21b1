/**
 * Text as a terminal shows it and does not obey it: control characters (escape sequences, carriage returns) and
 * characters that turn the direction of writing become visible. Tabs become a blank, so that columns can be counted.
 */
export function escapeTerminal(text: string): string {
  return text
    .replace(/\t/gu, ' ')
    .replace(/[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu, visible);
}

function visible(mark: string): string {
  const code = mark.codePointAt(0) ?? 0;
  return `\\u{${code.toString(16)}}`;
}
