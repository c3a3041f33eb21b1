import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formats } from '../../server/src/engine/formats/generated';
import { LineFeed, splitLines } from '../../server/src/engine/text/line-feed';
import { DEFAULT_SETTINGS, Triage } from '../../server/src/engine/triage';
import { catalogue } from '../../server/src/knowledge/generated/catalogue';
import { SCENARIOS } from '../generator/scenarios/index';

const PORTS = {
  createDecoder: () => {
    throw new Error('texts only');
  },
  clock: () => Date.UTC(2026, 2, 18),
};

function engine(): Triage {
  return new Triage(catalogue, formats, PORTS, DEFAULT_SETTINGS);
}

/** Text of a bundle's journal, cut short so that many runs stay quick. */
const JOURNAL = (
  SCENARIOS.find((one) => one.name === 'flapping')
    ?.bundle(3)
    .get('journal.txt') ??
  [
    ...(SCENARIOS.find((one) => one.name === 'flapping')
      ?.bundle(3)
      .values() ?? []),
  ][0] ??
  ''
)
  .split('\n')
  .slice(-400);

describe('properties of the engine', () => {
  it('lines are the same however the text is cut into chunks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'bc', '\n', '\r\n', '\r', '\u00e9\u{1f600}')),
        fc.array(fc.nat(6)),
        (parts, cuts) => {
          const text = parts.join('');
          const lines: string[] = [];
          const feed = new LineFeed((chunk, start, end) => lines.push(chunk.slice(start, end)));
          let at = 0;
          for (const cut of cuts) {
            feed.push(text.slice(at, at + cut));
            at += cut;
          }
          feed.push(text.slice(at));
          feed.end();
          assert.deepEqual(lines, splitLines(text));
        },
      ),
    );
  });

  it('any text is read and judged without an error, the same way each time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.constantFrom(...JOURNAL)), {
          maxLength: 30,
        }),
        (lines) => {
          const judge = (): unknown => {
            const one = engine();
            one.addText('journal.txt', lines.join('\n'));
            return one.evaluate().findings.map(({ id, message, count }) => [id, message, count]);
          };
          assert.deepEqual(judge(), judge());
        },
      ),
      { numRuns: 60 },
    );
  });

  it('a journal cut, doubled or with lines lost still has places inside itself', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(JOURNAL.length - 1), { maxLength: 60 }), fc.nat(200), (lost, cut) => {
        const gone = new Set(lost);
        const text = JOURNAL.filter((_, index) => !gone.has(index)).join('\n');
        const whole = text.slice(0, Math.max(0, text.length - cut));
        const one = engine();
        const artifact = one.addText('journal.txt', whole);
        for (const finding of one.evaluate().findings) {
          for (const place of [finding.at, ...finding.evidence]) {
            assert.ok(place.line >= 0 && place.line < artifact.lineCount, `${finding.ruleId} at ${String(place.line)}`);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('one line of a million units costs no more than a moment', () => {
    for (const unit of [
      'x',
      ' ',
      '[',
      '3|a',
      'Jan 21 12:15:22 h zpa-connector-child[1]: ',
      '-------- Connector Status:',
      'RPC Messages: A = 1, ',
      '* FC f_conn [1]:1;',
    ]) {
      const began = Date.now();
      engine().addText('journal.txt', unit.repeat(Math.ceil(1_000_000 / unit.length)));
      assert.ok(Date.now() - began < 5_000, `${unit}: ${String(Date.now() - began)} ms`);
    }
  }).timeout(60_000);
});
