/** Logs of containers: what the tools put around a message is no part of it. */
import assert from 'node:assert/strict';
import { journal } from '../../../server/src/engine/formats/journal';
import { containerLine } from '../../../server/src/engine/formats/journal/records/container';
import { factsOf, valuesOf } from './support';

const MESSAGE = 'Broker data connection count = 4, backed_off connections = 2';
const TIME = '2026-01-20T08:16:03.250118422';
const FORMS: Readonly<
  Record<string, { readonly line: string; readonly timed: boolean; readonly host: string | null }>
> = {
  'a file of a Kubernetes node': { line: `${TIME}Z stderr F ${MESSAGE}`, timed: true, host: null },
  'a file of a Kubernetes node with a zone': {
    line: `${TIME.replace('T08', 'T10')}+02:00 stdout F ${MESSAGE}`,
    timed: true,
    host: null,
  },
  'kubectl logs --prefix': { line: `[pod/zpa-ac-0/zpa-connector] ${MESSAGE}`, timed: false, host: 'zpa-ac-0' },
  'kubectl logs --prefix --timestamps': {
    line: `[pod/zpa-ac-0/zpa-connector] ${TIME}Z ${MESSAGE}`,
    timed: true,
    host: 'zpa-ac-0',
  },
  'docker compose logs': { line: `zpa-connector-1  | ${MESSAGE}`, timed: false, host: 'zpa-connector-1' },
  'json-file of Docker': {
    line: JSON.stringify({ log: `${MESSAGE}\n`, stream: 'stderr', time: `${TIME}Z` }),
    timed: true,
    host: null,
  },
  'json-file with blanks': {
    line: `{"log": "${MESSAGE}\\n", "stream": "stdout", "time": "${TIME}Z"}`,
    timed: true,
    host: null,
  },
};

describe('logs of containers', () => {
  for (const [name, { line, timed, host }] of Object.entries(FORMS)) {
    it(`${name}: message, its columns, time and host`, () => {
      const found = containerLine(line);
      assert.ok(found);
      assert.equal(found.message, MESSAGE);
      assert.equal(line.slice(found.start, found.end), MESSAGE);
      assert.equal(found.host, host);
      if (timed) assert.equal(found.timeMs, Date.parse('2026-01-20T08:16:03.250Z'));
      else assert.ok(Number.isNaN(found.timeMs));
    });
    it(`${name}: values of the line, and a block of the process`, () => {
      assert.ok(valuesOf(journal, line).includes('data.backed_off=2'));
      const [facts] = factsOf(journal, `${line}\n${line}\n`);
      assert.equal(facts?.productLineCount, 2);
      assert.deepEqual([...(facts.processes[0]?.blocks.column('data.backed_off') ?? [])].slice(0, 1), [2]);
      assert.equal(facts.firstMs, timed ? Date.parse('2026-01-20T08:16:03.250Z') : null);
    });
  }

  it('other lines, and logs of other programs', () => {
    for (const line of ['', '{', '{"log":1}', 'a | b', `Jan 20 08:16:03 ac zpa-connector-child[3]: ${MESSAGE}`]) {
      const found = containerLine(line);
      assert.ok(found === null || line === 'a | b', line);
    }
    assert.deepEqual(factsOf(journal, 'web-1  | listening\nweb-1  | GET / 200\n'), []);
  });

  it('a hostile line costs no time', () => {
    const begin = Date.now();
    for (const line of [`${'a'.repeat(500_000)} |`, `{"log":"${'\\"'.repeat(400_000)}`, `[pod/${'a/'.repeat(200_000)}`])
      containerLine(line);
    assert.ok(Date.now() - begin < 1_000);
  });
});
