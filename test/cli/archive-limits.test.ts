import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { packTar } from 'modern-tar';
import { DEFAULT_LIMITS } from '../../server/src/node/limits';
import type { Limits } from '../../server/src/node/limits';
import { safeMemberPath } from '../../server/src/node/member';
import { repeatableStdin } from '../../server/src/node/stdin';
import { walk } from '../../server/src/node/walk';
import { file, removeFolders } from './run-cli';

/** Paths and bytes of all sources, and the problems met. */
async function read(
  path: string,
  limits: Partial<Limits> = {},
): Promise<{ sources: Record<string, number>; problems: string[] }> {
  const sources: Record<string, number> = {};
  const problems: string[] = [];
  const options = { configName: '.zpa-triage.json', limits: { ...DEFAULT_LIMITS, ...limits } };
  for await (const { find } of walk([path], options)) {
    if (find.kind === 'problem') problems.push(`${find.path}: ${find.reason}`);
    if (find.kind !== 'source') continue;
    let bytes = 0;
    for await (const chunk of find.source.chunks()) bytes += chunk.length;
    sources[find.source.path] = bytes;
  }
  return { sources, problems };
}

describe('limits and names of archives', () => {
  after(removeFolders);

  it('stops a bomb by its ratio and by its size', async () => {
    const bomb = file('bomb.gz', gzipSync(Buffer.alloc(8 * 1024 * 1024)));
    const byRatio = await read(bomb, { ratioFromBytes: 1024 * 1024, ratio: 100 });
    assert.match(byRatio.problems[0] ?? '', /times its size/u);
    assert.ok((byRatio.sources['bomb.gz'] ?? 0) < 4 * 1024 * 1024);
    const zip = file('bomb.zip', zipSync({ a: new Uint8Array(4_000_000), b: new Uint8Array(4_000_000) }));
    const bySize = await read(zip, { unpackedBytes: 5_000_000 });
    assert.match(bySize.problems.join(), /more than 5000000 bytes/u);
    assert.equal(bySize.sources['bomb.zip!/a'], 4_000_000);
  });

  it('stops at too many members and at too many archives within archives', async () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`f${String(index)}`, new Uint8Array(1)]));
    const crowded = await read(file('many.zip', zipSync(many)), { entries: 10 });
    assert.equal(Object.keys(crowded.sources).length, 10);
    assert.match(crowded.problems[0] ?? '', /more than 10 files/u);
    let nested: Uint8Array = Buffer.from('deep\n');
    for (let depth = 0; depth < 4; depth += 1) nested = zipSync({ [depth === 0 ? 'a.txt' : 'a.zip']: nested });
    const deep = await read(file('deep.zip', nested));
    assert.deepEqual(deep.sources, {});
    assert.match(deep.problems[0] ?? '', /nested deeper than 3/u);
  });

  it('goes on behind members that nobody reads', async () => {
    const body = Buffer.alloc(300_000, 97);
    const entries = ['one', 'two', 'three'].map((name) => ({ header: { name, size: body.length }, body }));
    for (const content of [await packTar(entries), zipSync({ one: body, two: [body, { level: 0 }], three: body })]) {
      const options = {
        configName: '.zpa-triage.json',
        wants: (_: number, path: string, isArchive: boolean) => isArchive || path.endsWith('three'),
      };
      const found: string[] = [];
      for await (const { find } of walk([file('bundle.bin', content)], options))
        found.push(`${find.kind} ${find.kind === 'source' ? find.source.path : ''}`);
      assert.deepEqual(found, ['source bundle.bin!/three']);
    }
  });

  it('says which packing it cannot open', async () => {
    const other = await read(file('journal.7z', Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4])));
    assert.deepEqual(other.problems, ['journal.7z: compressed with 7-Zip: unpack it first']);
  });

  it('shows names of members without a way out', () => {
    assert.equal(safeMemberPath('../../etc/passwd'), '__/__/etc/passwd');
    assert.equal(safeMemberPath('/var//log/./messages'), 'var/log/messages');
    assert.equal(safeMemberPath('C:\\logs\\a.txt'), 'C:/logs/a.txt');
    assert.equal(safeMemberPath('a\u001b[31mb\u202e'), 'a\ufffd[31mb\ufffd');
    assert.equal(safeMemberPath('./'), '');
  });

  it('gives standard input twice', async () => {
    async function* input(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('one');
      await Promise.resolve();
      yield Buffer.from('two');
    }
    const stdin = repeatableStdin(input());
    for (const round of [1, 2]) {
      const parts: string[] = [];
      for await (const chunk of stdin()) parts.push(Buffer.from(chunk).toString());
      assert.deepEqual(parts, ['one', 'two'], `round ${String(round)}`);
    }
  });
});
