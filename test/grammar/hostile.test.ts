import assert from 'node:assert/strict';
import fc from 'fast-check';
import { INITIAL } from 'vscode-textmate';
import type { IGrammar } from 'vscode-textmate';
import { grammarOf, SCOPES } from './tokenizer';

/** VS Code tokenises no longer lines (`editor.maxTokenizationLineLength`). */
const LONGEST = 20_000;
/** Processor time for the longest line, the best of some runs, as other work on the machine slows each. */
const LIMIT_MS = 400;
const RUNS = 20;
/** A quarter of the longest line should take a quarter of its time; where time grows with the square it is a sixteenth. */
const SHORTER = LONGEST / 4;
const STEEPEST = 8;
/** Below this, times are those of the clock. */
const TOO_SHORT_MS = 100;

const CHARACTERS = 'a,1, ,=,|,[,(,",;,:,-,.,/,%,#,$,\\,<,*,\t,_,\u201c'.split(',').concat(',');
const WORDS = [
  'A1 ',
  'a.',
  'a-',
  '1.',
  '1:',
  '1,',
  'ab ',
  '0% ',
  '(a|',
  'a=1 ',
  'x = 1, ',
  '"a":1,',
  '{"a":',
  '[1;39m',
  '\u001b[0m',
  'CN = a, ',
  '/C=US/CN=a ',
  '10.0.0.1 ',
  'ff:',
  '::',
  'a.zpath.net.',
  '[10.0.0.1]:1;b:',
  'BrkRq 1|',
  'Out: 1 ',
  '3|a|',
  'fohh_connection_',
  'zpa-connector-child[1]: ',
  'Jan 21 12:15:22 ',
];
/** Beginnings that lead into the shapes of many lines. */
const FRONTS = ['', 'root ', '[root@h ~]# ', 'Jan 21 12:15:22 h zpa-connector-child[1]: ', 'RPC Messages: ', '{'];

function lineOf(front: string, unit: string, length: number): string {
  return front + unit.repeat(Math.ceil(length / unit.length)).slice(0, length - front.length);
}

/** Processor time of this process: what others do on the machine does not count. */
function cost(grammar: IGrammar, line: string): number {
  const began = process.cpuUsage();
  const { stoppedEarly } = grammar.tokenizeLine2(line, INITIAL, 5_000);
  const { user, system } = process.cpuUsage(began);
  assert.ok(!stoppedEarly);
  return (user + system) / 1_000;
}

/** The best of some runs; ends as soon as one is good enough. */
function bestCost(grammar: IGrammar, line: string, enough: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS && best > enough; run += 1) best = Math.min(best, cost(grammar, line));
  return best;
}

describe('hostile lines', () => {
  for (const scope of SCOPES) {
    it(`${scope} takes under ${String(LIMIT_MS)} ms for the longest lines, and time grows with length`, async () => {
      const grammar = await grammarOf(scope);
      for (const front of scope === 'source.zpa-journal' || scope === 'source.zpa-diagnostics' ? FRONTS : ['']) {
        for (const unit of [...CHARACTERS, ...WORDS]) {
          const what = JSON.stringify(`${front}${unit}…`);
          const long = bestCost(grammar, lineOf(front, unit, LONGEST), LIMIT_MS);
          assert.ok(long <= LIMIT_MS, `${what}: ${String(long)} ms`);
          if (long < TOO_SHORT_MS) continue;
          const short = bestCost(grammar, lineOf(front, unit, SHORTER), long / 3);
          assert.ok(
            long <= Math.max(short, 1) * STEEPEST ||
              bestCost(grammar, lineOf(front, unit, LONGEST), short * STEEPEST) <= short * STEEPEST,
            `${what}: ${String(short)} ms, then ${String(long)} ms`,
          );
        }
      }
    }).timeout(180_000);

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

  it('no line changes the colours of the next, but for a certificate', async () => {
    for (const scope of SCOPES) {
      const grammar = await grammarOf(scope);
      for (const front of FRONTS) {
        for (const unit of [...CHARACTERS, ...WORDS]) {
          const { ruleStack } = grammar.tokenizeLine(lineOf(front, unit, 200), INITIAL);
          assert.equal(ruleStack.depth, 1, `${scope}: ${front}${unit}`);
        }
      }
    }
  });
});
