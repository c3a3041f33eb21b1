/** What stands in a bundle twice happened once: whatever way the second copy came in, findings and their counts stay. */
import assert from 'node:assert/strict';
import { formats } from '../../server/src/engine/formats/generated';
import type { Evaluation } from '../../server/src/engine/match/evaluate';
import type { Message } from '../../server/src/engine/match/rule';
import { DEFAULT_SETTINGS, Triage } from '../../server/src/engine/triage';
import { catalogue } from '../../server/src/knowledge/generated/catalogue';
import { ports } from '../../server/src/node/ports';
import { SCENARIOS } from '../generator/scenarios';

function evaluate(files: Readonly<Record<string, string>>): Evaluation {
  const engine = new Triage(catalogue, formats, ports, DEFAULT_SETTINGS);
  for (const [path, text] of Object.entries(files)) engine.addText(path, text);
  return engine.evaluate(engine.facts());
}

/** Rules that fired, each with what it counts; that two parts are joined is said of the file itself. */
function counts(files: Readonly<Record<string, string>>): readonly string[] {
  return evaluate(files)
    .findings.filter(({ ruleId }) => ruleId !== 'bundle/time-out-of-order')
    .map(({ ruleId, count, message }) => `${ruleId} ${String(count)} ${message}`)
    .sort();
}

/** The journals of all scenarios, by scenario. */
const JOURNALS = SCENARIOS.flatMap((scenario) => {
  const files = [...scenario.bundle(11)].filter(([, text]) =>
    /zpa-connector(?:-child)?\[\d/u.test(text.slice(0, 4_000)),
  );
  const [first] = files;
  return first === undefined || files.length > 1 ? [] : [{ name: scenario.name, text: first[1] }];
});

const withEnd = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`);

describe('a journal that is there twice', () => {
  for (const { name, text } of JOURNALS) {
    it(`${name}: in two files, two outputs of one session, and pasted twice into one file`, () => {
      const once = counts({ 'journal.txt': text });
      assert.deepEqual(counts({ 'journal.txt': text, 'messages.txt': text }), once, 'two files');
      assert.deepEqual(counts({ 'journal.txt': withEnd(text) + text }), once, 'pasted twice');
      const shown = `[root@fra-ac-02 ~]# journalctl -u zpa-connector\n${withEnd(text)}`;
      assert.deepEqual(counts({ 'session.txt': shown + shown }), counts({ 'session.txt': shown }), 'printed twice');
      const newestFirst = withEnd(text.trimEnd().split('\n').reverse().join('\n'));
      assert.deepEqual(
        counts({ 'journal.txt': newestFirst + newestFirst }),
        counts({ 'journal.txt': newestFirst }),
        'newest first, pasted twice',
      );
    });
  }

  const child = (time: string, message: string, pid = 3276): string =>
    `Jan 20 ${time} fra-ac-02 zpa-connector-child[${String(pid)}]: ${message}\n`;
  const lookUp = (time: string): string => child(time, 'DNS resolution failed for api.private.zscaler.com');
  const seconds = (from: number, count: number): readonly string[] =>
    Array.from({ length: count }, (_, index) => `10:${String(from + index).padStart(2, '0')}:07`);
  const lines = (from: number, count: number): string => seconds(from, count).map(lookUp).join('');

  it('is told apart from parts that only overlap', () => {
    assert.deepEqual(events(lines(0, 20)), 20);
    assert.deepEqual(events(lines(0, 20) + lines(10, 20)), 30);
    assert.deepEqual(events(`-- Boot 0123456789abcdef0123456789abcdef --\n${lines(0, 20)}`.repeat(2)), 20);
  });

  it('is told apart from a clock that was set back, and from the end of summer time', () => {
    // The same minutes again, but at other seconds; of the first ten only one is the same.
    assert.equal(events(lines(0, 20) + lines(5, 5).replaceAll(':07 ', ':09 ') + lookUp('10:10:07')), 26);
    assert.equal(events(lines(0, 1) + lookUp('09:00:00') + lines(0, 1)), 3);
  });

  it('is found where another process of the host wrote', () => {
    const kernel = 'Jan 20 10:09:00 fra-ac-02 kernel: EXT4-fs error (device sda3): out of blocks\n';
    const message: Message = {
      ...{ id: 'own.disk', roles: ['other'], starts: ['EXT4-fs error'], pattern: /^EXT4-fs error/u, meaning: 'x' },
      ...{ source: { kind: 'inferred', from: 'x' }, examples: [] },
    };
    const own = { ...catalogue, messages: [...catalogue.messages, message] };
    const engine = new Triage(own, formats, ports, DEFAULT_SETTINGS);
    engine.addText('journal.txt', lines(0, 5) + kernel + kernel);
    engine.addText('var/log/messages', lines(0, 5) + kernel);
    assert.equal(engine.facts().events('own.disk').length, 2);
  });

  /** Occurrences of the look-ups that failed. */
  function events(text: string): number {
    const engine = new Triage(catalogue, formats, ports, DEFAULT_SETTINGS);
    engine.addText('journal.txt', text);
    const facts = engine.facts();
    return catalogue.messages.reduce((sum, { id }) => sum + facts.events(id).length, 0);
  }
});
