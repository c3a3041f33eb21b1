/** The one way from files to artifacts, with threads that answer late and out of order. */
import assert from 'node:assert/strict';
import type { Artifact } from '../../server/src/engine/bundle/artifact';
import { SourceReader, wantsOnly } from '../../server/src/engine/bundle/source-reader';
import type { SourceRead } from '../../server/src/engine/bundle/source-reader';
import { formats } from '../../server/src/engine/formats/generated';
import type { ByteSource, Offload } from '../../server/src/engine/ports';
import { DEFAULT_SETTINGS, Triage } from '../../server/src/engine/triage';
import { catalogue } from '../../server/src/knowledge/generated/catalogue';
import { ports } from '../../server/src/node/ports';

const LINE = 'Mar 17 09:14:03 host zpa-connector[1]: line\n';

function source(path: string, content: string | Uint8Array, file?: string): ByteSource {
  const bytes = Buffer.from(content);
  return {
    path,
    sizeBytes: bytes.length,
    modifiedMs: 0,
    ...(file === undefined ? {} : { file }),
    chunks: async function* () {
      yield await Promise.resolve(bytes);
    },
  };
}

function artifactOf(path: string): Artifact {
  return new Triage(catalogue, formats, ports).addText(path, LINE);
}

function reader(offload: Offload<Artifact> | null): { reads: string[]; reader: SourceReader<string> } {
  const reads: string[] = [];
  const onRead = (item: string, { artifact, unreadable, failure }: SourceRead): void => {
    reads.push(`${item}: ${artifact?.path ?? 'none'}, ${String(unreadable)}, ${String(failure)}`);
  };
  const options = { catalogue, formats, ports, settings: DEFAULT_SETTINGS, offload };
  return { reads, reader: new SourceReader(options, onRead) };
}

describe('the reader of sources', () => {
  it('gives artifacts in the order of the walk, though threads end later', async () => {
    const late: (() => void)[] = [];
    const { reads, reader: sources } = reader({
      isWorth: () => true,
      read: async ({ path }) => {
        await new Promise<void>((resolve) => late.unshift(resolve));
        const failure = path === 'b' ? 'the disk reports an error' : null;
        return path === 'd'
          ? { artifact: null, reason: 'binary, not text', failure: null }
          : { artifact: artifactOf(path), reason: null, failure };
      },
    });
    await sources.add('first', source('a', LINE, '/a'));
    await sources.add('second', source('b', LINE, '/b'));
    await sources.add('third', source('c', LINE));
    await sources.add('fourth', source('d', LINE, '/d'));
    assert.deepEqual(reads, ['third: c, null, null']);
    for (const end of late) end();
    const done = await sources.finish();
    assert.deepEqual(
      done.map(({ item, artifact }) => `${item} ${artifact.path}`),
      ['first a', 'second b', 'third c'],
    );
    assert.deepEqual(reads.slice(1).sort(), [
      'first: a, null, null',
      'fourth: none, binary, not text, null',
      'second: b, null, read only in part: the disk reports an error',
    ]);
  });

  it('says the same of a file that is no text, here and elsewhere', async () => {
    const binary = new Uint8Array(4_096).map((_, index) => index % 7);
    const { reads, reader: sources } = reader(null);
    await sources.add('core', source('core', binary, '/core'));
    assert.deepEqual(await sources.finish(), []);
    assert.deepEqual(reads, ['core: none, binary, not text, null']);
  });

  it('does not read again what is known', async () => {
    const { reads, reader: sources } = reader(null);
    const known = artifactOf('a');
    await sources.add('a', { ...source('a', ''), chunks: () => assert.fail('was read') }, known);
    assert.equal((await sources.finish())[0]?.artifact, known);
    assert.deepEqual(reads, ['a: a, null, null']);
  });

  it('wants files, and the archives that hold them', () => {
    const wants = wantsOnly(['a.tgz!/b.zip!/c', 'd']);
    for (const path of ['a.tgz', 'a.tgz!/b.zip']) assert.equal(wants(path, true), true, path);
    for (const path of ['a.tg', 'd', 'a.tgz!/b']) assert.equal(wants(path, true), false, path);
    for (const path of ['a.tgz!/b.zip!/c', 'd']) assert.equal(wants(path, false), true, path);
    assert.equal(wants('a.tgz!/b.zip', false), false);
  });
});
