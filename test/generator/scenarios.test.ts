import assert from 'node:assert/strict';
import { SCENARIOS } from './scenarios/index';
import { SAMPLES_FOLDER, sampleFiles, staleSamples } from './samples';
import { existsSync } from 'node:fs';

/** Whether an address is one that belongs to nobody: documentation ranges (RFC 5737), 10/8, loopback. */
function isInvented(ip: string): boolean {
  return /^(?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d+$|^10\.|^127\.0\.0\.1$/u.test(ip);
}

describe('scenarios', () => {
  it('have names of their own', () => {
    assert.equal(new Set(SCENARIOS.map(({ name }) => name)).size, SCENARIOS.length);
  });

  for (const { name, note, expected, bundle } of SCENARIOS) {
    describe(name, () => {
      const first = bundle(1);

      it('gives the same bytes for the same seed', () => {
        assert.deepEqual([...bundle(1)], [...first]);
      });

      it('gives other bytes for another seed', () => {
        assert.notDeepEqual([...bundle(2)], [...first]);
      });

      it('says what to expect, in ids of the catalogue', () => {
        const ids = [...expected.findings, ...expected.tolerated];
        assert.ok(note.endsWith('.'));
        for (const id of ids) assert.match(id, /^[a-z-]+\/[a-z0-9-]+$/u);
        assert.equal(new Set(ids).size, ids.length, 'an id is listed twice');
        if (expected.rootCause === null) assert.deepEqual(expected.findings, []);
        else assert.ok(expected.findings.includes(expected.rootCause));
      });

      it('holds text of whole lines and invented addresses only', () => {
        for (const [path, content] of first) {
          assert.ok(content.endsWith('\n'), `${path} ends in mid-line`);
          assert.doesNotMatch(content, /\bundefined\b|\bNaN\b|\[object/u, path);
          const addresses = content.match(/(?<![\w.])\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?![\w.])/gu) ?? [];
          assert.deepEqual(
            [...new Set(addresses)].filter((ip) => !isInvented(ip)),
            [],
            path,
          );
        }
      });
    });
  }
});

describe('the checked-in samples', () => {
  it('are what the generator writes (npx tsx test/generator/write-samples.ts)', () => {
    assert.deepEqual(staleSamples(), []);
  });

  it('hold the same files, healthy or not', () => {
    const of = (sample: string): string[] =>
      [...sampleFiles().keys()]
        .filter((path) => path.startsWith(`${sample}/`))
        .map((path) => path.slice(sample.length));
    assert.deepEqual(of('failed-connector'), of('healthy-connector'));
    assert.ok(existsSync(SAMPLES_FOLDER));
  });

  it('have keys of version 3: well-formed, and in curly quotes in the failed one', () => {
    const key = /^3\|api\.private\.zscaler\.com\|[A-Za-z0-9+/]{384}-\d{18}$/u;
    const files = sampleFiles();
    assert.match((files.get('healthy-connector/provision_key') ?? '').trim(), key);
    const failed = files.get('failed-connector/provision_key') ?? '';
    assert.match(failed, /^\u201c.*\u201d\n$/u);
    assert.match(failed.slice(1, -2), key);
  });

  it('tell the story of the failed connector in its journal', () => {
    const journal = sampleFiles().get('failed-connector/journal.txt') ?? '';
    const lines = journal.split('\n');
    const firstOf = (words: string): number => lines.findIndex((line) => line.includes(words));
    assert.ok(lines.length > 3_000 && lines.length < 5_000, String(lines.length));
    assert.ok(firstOf('Received broker_redirect') < firstOf('FOHH_CLOSE_REASON_SOCKET_ERR'));
    assert.ok(firstOf('FOHH_CLOSE_REASON_SOCKET_ERR') < firstOf('self signed certificate in certificate chain'));
    assert.ok(firstOf('self signed certificate') < firstOf('*Connector not yet connected to cloud'));
  });
});
