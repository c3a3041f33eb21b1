import assert from 'node:assert/strict';
import fc from 'fast-check';
import { INITIAL } from 'vscode-textmate';
import { grammarOf } from './tokenizer';

/** VS Code tokenises lines up to this length. */
const LONGEST = 20_000;
/** Far above what a slow shared machine needs, far below what catastrophic backtracking takes. */
const LIMIT_MS = 2_000;

const UNITS = [
  'a',
  '1',
  ' ',
  '=',
  '|',
  '[',
  '(',
  '"',
  ';',
  ':',
  '-',
  '.',
  'A1 ',
  'x = 1, ',
  '[1;39m',
  '\u001b[0m',
  'zpa-connector-child[1]: ',
  'Jan 21 12:15:22 ',
  '[10.0.0.1]:1;b:',
  'BrkRq 1|',
  'Out: 1 ',
  '/C=US/CN=a ',
  '3|a|',
  '\u201c',
  '%',
  'a.zpath.net.',
];

const SCOPES = [
  'source.zpa-journal',
  'source.zpa-memory',
  'source.zpa-provision-key',
  'source.zpa-diagnostics',
] as const;

describe('hostile lines', () => {
  for (const scope of SCOPES) {
    it(`${scope} stays quick on long lines`, async () => {
      const grammar = await grammarOf(scope);
      for (const unit of UNITS) {
        const line = unit.repeat(Math.ceil(LONGEST / unit.length)).slice(0, LONGEST);
        const began = Date.now();
        const { stoppedEarly } = grammar.tokenizeLine2(line, INITIAL, LIMIT_MS);
        assert.ok(!stoppedEarly && Date.now() - began < LIMIT_MS, `${unit}: ${String(Date.now() - began)} ms`);
      }
    }).timeout(120_000);

    it(`${scope} covers every line from end to end`, async () => {
      const grammar = await grammarOf(scope);
      fc.assert(
        fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
          const line = text.replace(/[\r\n]/gu, '');
          const { tokens } = grammar.tokenizeLine(line, INITIAL);
          let at = 0;
          for (const token of tokens) {
            assert.equal(token.startIndex, at);
            at = token.endIndex;
          }
          assert.ok(at >= line.length);
        }),
      );
    });
  }
});
