/** The one place where text of unknown origin becomes Markdown. */

const ACTIVE = /[\\`*_{}[\]()#+\-.!|<>~&]/gu;

/** Escapes text so that it shows as it is: no emphasis, link, image, table, HTML or entity comes to life. */
export function escapeMarkdown(text: string): string {
  return text.replace(ACTIVE, (mark) => (mark === '<' ? '&lt;' : mark === '&' ? '&amp;' : `\\${mark}`));
}

/** Inline code that holds any text: the fence is longer than any run of backticks inside. */
export function inlineCode(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/gu)].map((run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${text.replace(/[\r\n]+/gu, ' ')}${pad}${fence}`;
}

/** A fenced block that holds any text. */
export function codeBlock(text: string, language = ''): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/gu)].map((run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.replace(/\s+$/u, '')}\n${fence}`;
}
