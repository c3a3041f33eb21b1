import assert from 'node:assert/strict';
import fc from 'fast-check';
import { htmlReport } from '../../server/src/engine/report/html';
import { markdownReport } from '../../server/src/engine/report/markdown';
import type { Report, ReportFinding } from '../../server/src/engine/report/model';
import { textReport } from '../../server/src/engine/report/text';
import type { ReportView } from '../../server/src/engine/report/view';

/** A report whose every text is what a bundle's author chose. */
function view(text: string): ReportView {
  const finding: ReportFinding = {
    id: 'x/y@z:1',
    ruleId: 'x/y',
    severity: 'error',
    confidence: 'high',
    message: text,
    path: text,
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 2,
    time: null,
    count: 1,
    firstTime: null,
    lastTime: null,
    evidence: [{ path: text, line: 1, column: 1, endLine: 1, endColumn: 2, text, note: text }],
    rootCause: true,
    causedBy: null,
    runbook: 'none',
    docUrl: null,
    data: {},
  };
  const report: Report = {
    schemaVersion: 1,
    tool: { name: 'zpa-triage', version: '0.0.0' },
    artifacts: [],
    connectors: [{ id: text, name: text, version: text, host: text, component: text }],
    findings: [finding],
    notEvaluable: [{ ruleId: 'x/z', missing: text }],
    passed: [],
    summary: { error: 1, warning: 0, info: 0, hint: 0, rootCauses: [finding.id] },
  };
  return { report, catalogue: { messages: [], rules: [], fields: [], constants: [], runbooks: [] }, values: {} };
}

const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '[click](javascript:alert(1))',
  '![x](https://evil.example.com/x.png)',
  '<https://evil.example.com>',
  '`code` **bold** | cell |',
  '"><script>alert(1)</script>',
  '\u001b]0;title\u0007\u001b[2J',
  '# heading\n\n- item\n1. one',
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 40 })), { maxLength: 6 })
  .map((parts) => parts.join(' '));

/** Markdown without its code spans, in which nothing is active. */
function outsideCode(markdown: string): string {
  return markdown.replace(/(`+)(?!`)[\s\S]+?(?<!`)\1(?!`)/gu, '');
}

describe('hostile text in a report', () => {
  it('brings no tag of its own into the HTML page', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const page = htmlReport(view(text));
        const tags = new Set([...page.matchAll(/<\/?([a-z0-9!]+)/giu)].map((tag) => tag[1]?.toLowerCase()));
        const ours = [
          '!doctype',
          'html',
          'head',
          'meta',
          'title',
          'style',
          'body',
          'main',
          'h1',
          'h2',
          'h3',
          'p',
          'ul',
          'li',
          'strong',
          'code',
          'a',
          'table',
          'thead',
          'tbody',
          'tr',
          'th',
          'td',
        ];
        for (const tag of tags) assert.ok(ours.includes(tag ?? ''), tag);
        for (const [, address = ''] of page.matchAll(/href="([^"]*)"/gu))
          assert.match(address, /^[\w\-.~!*'()%/&#;]*#L1$/u);
      }),
    );
  });

  it('brings no link, image or HTML to life in the Markdown', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const markdown = outsideCode(markdownReport(view(text)));
        assert.doesNotMatch(markdown, /<[a-z/!]/iu);
        assert.doesNotMatch(markdown, /(?<!\\)!\[/u);
        for (const [, address = ''] of markdown.matchAll(/(?<!\\)\]\(([^)]*)\)/gu)) assert.match(address, /#L1$/u);
      }),
    );
  });

  it('sends no command to the terminal', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        assert.doesNotMatch(textReport(view(text)), /(?!\n)\p{Cc}/u);
      }),
    );
  });
});
