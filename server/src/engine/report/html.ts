import { caseDocument } from './case-document';
import type { Block, Inline } from './case-document';
import { escapeHtml } from './escape-html';
import type { ReportView } from './view';

const STYLE = [
  ':root{color-scheme:light dark;background:Canvas;color:CanvasText}',
  'body{font:15px/1.5 system-ui,sans-serif;max-width:62rem;margin:2rem auto;padding:0 1rem}',
  'h2{border-bottom:1px solid #8884;margin-top:2.2rem}',
  'code,pre{font:13px/1.45 ui-monospace,Menlo,Consolas,monospace}',
  'code{overflow-wrap:anywhere}',
  'pre{background:#8882;padding:.6rem .8rem;overflow-x:auto}',
  'table{border-collapse:collapse;width:100%}',
  'th,td{border:1px solid #8886;padding:.25rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}',
  '@media print{body{max-width:none;margin:0}}',
].join('');

/** The report for a support case as one page: no script, nothing remote, every text escaped. */
export function htmlReport(view: ReportView): string {
  const body = caseDocument(view).map(blockHtml).join('\n');
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<title>App Connector Troubleshooting Report</title>',
    `<style>${STYLE}</style>`,
    '</head>',
    `<body>\n<main>\n${body}\n</main>\n</body>`,
    '</html>',
    '',
  ].join('\n');
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${String(block.level)}>${escapeHtml(block.text)}</h${String(block.level)}>`;
    case 'paragraph':
      return `<p>${inlines(block.content)}</p>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>\n${block.items.map((item) => `<li>${inlines(item)}</li>`).join('\n')}\n</${tag}>`;
    }
    case 'code':
      // What scrolls has to be reached by keys.
      return `<pre tabindex="0"><code>${escapeHtml(block.text)}</code></pre>`;
    case 'table': {
      const head = block.head.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`).join('');
      const rows = block.rows.map((cells) => `<tr>${cells.map((cell) => `<td>${inlines(cell)}</td>`).join('')}</tr>`);
      return `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
    }
  }
}

function inlines(content: readonly Inline[]): string {
  return content.map(inlineHtml).join('');
}

function inlineHtml(inline: Inline): string {
  if (typeof inline === 'string') return escapeHtml(inline);
  if ('code' in inline) return `<code>${escapeHtml(inline.code)}</code>`;
  if ('strong' in inline) return `<strong>${escapeHtml(inline.strong)}</strong>`;
  return `<a href="${escapeHtml(inline.uri)}">${escapeHtml(inline.place)}</a>`;
}
