import { codeBlock, escapeMarkdown, inlineCode } from '../pages/markdown';
import { caseDocument } from './case-document';
import type { Block, Inline } from './case-document';
import type { ReportView } from './view';

/** The report for a support case, as Markdown. */
export function markdownReport(view: ReportView): string {
  return `${caseDocument(view).map(blockText).join('\n\n')}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${plain(block.text)}`;
    case 'paragraph':
      return inlines(block.content);
    case 'list':
      return block.items
        .map((item, index) => `${block.ordered ? `${String(index + 1)}.` : '-'} ${inlines(item)}`)
        .join('\n');
    case 'code':
      return codeBlock(block.text, 'bash');
    case 'table':
      return [
        row(block.head.map(plain)),
        row(block.head.map(() => '---')),
        ...block.rows.map((cells) => row(cells.map((cell) => cellText(cell)))),
      ].join('\n');
  }
}

function inlines(content: readonly Inline[]): string {
  return content.map(inlineText).join('');
}

function inlineText(inline: Inline): string {
  if (typeof inline === 'string') return plain(inline);
  if ('code' in inline) return inline.code === '' ? '' : inlineCode(inline.code);
  if ('strong' in inline) {
    // A blank inside the marks would keep them from being marks.
    const text = inline.strong.trimEnd();
    return `**${plain(text)}**${inline.strong.slice(text.length)}`;
  }
  return `[${plain(inline.place)}](${inline.uri.replace(/[()]/gu, (mark) => (mark === '(' ? '%28' : '%29'))})`;
}

/** A bar would end the cell even within code, so code is written as plain text in tables. */
function cellText(cell: readonly Inline[]): string {
  return inlines(cell.map((inline) => (typeof inline === 'object' && 'code' in inline ? inline.code : inline)));
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Text that nothing comes to life in. Marks that only mean something at the start of a line stay readable within it. */
function plain(text: string): string {
  const escaped = escapeMarkdown(text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' '));
  // Addresses keep every escape: without them readers make links of them.
  if (/:\/\/|www|@/iu.test(text)) return escaped;
  return escaped.replace(/\\([-.()!+])/gu, (whole, mark: string, at: number) =>
    /[^\s\d\\]/u.test(escaped.slice(Math.max(0, at - MAX_LEAD), at)) ? mark : whole,
  );
}

/** A line's leading blanks and digits are looked for this far back. */
const MAX_LEAD = 40;
