/** Bundles packed with xz, zstd and bzip2, as the command line meets them. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { packTar } from 'modern-tar';
import { DEFAULT_LIMITS } from '../../server/src/node/limits';
import type { Limits } from '../../server/src/node/limits';
import { walk } from '../../server/src/node/walk';
import { PACKED } from '../unit/unpack/packed';
import { storedXz, storedZstd, zstdBomb } from '../unit/unpack/stored';
import { logText } from '../unit/unpack/text';
import { buildCli, cli, file, folder, removeFolders } from './run-cli';

const SHORT = logText(12);

async function read(
  path: string,
  limits: Partial<Limits> = {},
): Promise<{ sources: Record<string, string>; problems: string[] }> {
  const sources: Record<string, string> = {};
  const problems: string[] = [];
  const options = { configName: '.zpa-triage.json', limits: { ...DEFAULT_LIMITS, ...limits } };
  for await (const { find } of walk([path], options)) {
    if (find.kind === 'problem') problems.push(`${find.path}: ${find.reason}`);
    if (find.kind !== 'source') continue;
    const parts: Uint8Array[] = [];
    for await (const chunk of find.source.chunks()) parts.push(chunk);
    sources[find.source.path] = Buffer.concat(parts).toString();
  }
  return { sources, problems };
}

function tar(files: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  return packTar(Object.entries(files).map(([name, body]) => ({ header: { name, size: body.length }, body })));
}

describe('bundles packed with xz, zstd and bzip2', () => {
  before(buildCli);
  after(removeFolders);

  it('are known by what they hold, whatever they are called', async () => {
    const content = await tar({ 'logs/messages': SHORT });
    const names = ['a.tar.xz', 'b.txz', 'c.tar.zst', 'd.bin', 'messages-20260118.xz', 'e', 'messages-20260119.bz2'];
    const xz = storedXz(content);
    const zstd = storedZstd(content);
    const packed = [xz, xz, zstd, zstd, PACKED.xzShort, PACKED.zstdShort, PACKED.bzip2Short];
    const files = Object.fromEntries(names.map((name, index) => [name, packed[index] ?? new Uint8Array(0)]));
    const { sources, problems } = await read(folder(files));
    assert.deepEqual(problems, []);
    assert.deepEqual(sources, {
      'a.tar.xz!/logs/messages': SHORT,
      'b.txz!/logs/messages': SHORT,
      'c.tar.zst!/logs/messages': SHORT,
      'd.bin!/logs/messages': SHORT,
      e: SHORT,
      'messages-20260118.xz': SHORT,
      'messages-20260119.bz2': SHORT,
    });
    assert.deepEqual((await read(file('bundle.tbz2', PACKED.bzip2Tar))).sources, {
      'bundle.tbz2!/logs/messages': SHORT,
      'bundle.tbz2!/logs/old': 'old\n',
    });
  });

  it('are unpacked within each other', async () => {
    const inner = await tar({ 'one.xz': PACKED.xzShort, 'two.zst': PACKED.zstdShort, 'three.bz2': PACKED.bzip2Short });
    const zip = zipSync({ 'inner.tar.zst': storedZstd(inner), 'messages.gz.xz': storedXz(gzipSync(SHORT)) });
    const { sources, problems } = await read(file('all.zip.xz', storedXz(zip)));
    assert.deepEqual(problems, []);
    assert.deepEqual(sources, {
      'all.zip.xz!/inner.tar.zst!/one.xz': SHORT,
      'all.zip.xz!/inner.tar.zst!/two.zst': SHORT,
      'all.zip.xz!/inner.tar.zst!/three.bz2': SHORT,
      'all.zip.xz!/messages.gz.xz': SHORT,
    });
  });

  it('keep to the limits of all archives', async () => {
    const bomb = file('bomb.zst', zstdBomb(64));
    const byRatio = await read(bomb, { ratioFromBytes: 2 ** 20, ratio: 100 });
    assert.match(byRatio.problems.join(), /more than 100 times its size/u);
    assert.ok((byRatio.sources['bomb.zst'] ?? '').length < 4 * 2 ** 20);
    assert.match((await read(bomb, { unpackedBytes: 2 ** 20 })).problems.join(), /more than 1048576 bytes/u);
    let nested: Uint8Array = Buffer.from(SHORT);
    for (let depth = 0; depth < 8; depth += 1) nested = storedXz(nested);
    const deep = await read(file('deep.xz', nested));
    assert.deepEqual(deep.sources, {});
    assert.match(deep.problems.join(), /nested deeper than 3/u);
  });

  it('are judged as far as they go, and it is said why not further', async () => {
    const content = await tar({ 'logs/messages': SHORT, 'logs/more': logText(3_000) });
    for (const [name, packed] of [
      ['cut.tar.xz', storedXz(content).subarray(0, 70_000)],
      ['cut.tar.zst', storedZstd(content).subarray(0, 70_000)],
    ] as const) {
      const { sources, problems } = await read(file(name, packed));
      assert.equal(sources[`${name}!/logs/messages`], SHORT);
      assert.match(problems.join('; '), /the compressed data ends too early/u, name);
    }
    const damaged = PACKED.bzip2Short.slice();
    damaged[100] = (damaged[100] ?? 0) ^ 1;
    const { problems } = await read(folder({ 'a.bz2': damaged, 'b.xz': PACKED.xzFilter }));
    assert.match(problems.join('; '), /^a\.bz2: .*the compressed data is damaged; b\.xz: .*filter of xz for programs/u);
  });

  it('reads them from standard input too', async () => {
    const content = await tar({ 'logs/messages': SHORT });
    const expected = JSON.parse(cli(['detect', '--format', 'json', '-'], content).stdout) as unknown;
    for (const packed of [storedXz(content), storedZstd(content)]) {
      const { status, stdout, stderr } = cli(['detect', '--format', 'json', '-'], packed);
      assert.equal(status, 0, stderr);
      assert.deepEqual(JSON.parse(stdout), expected);
    }
    const { status, stderr } = cli(['triage', '--fail-on', 'never', '-'], PACKED.bzip2Short.subarray(0, 60));
    assert.equal(status, 2);
    assert.match(stderr, /the compressed data ends too early/u);
  });

  it('redacts them into files that are not packed any more', () => {
    const source = folder({
      'messages-20260118.xz': PACKED.xzShort,
      'old/messages.zst': PACKED.zstdShort,
      'messages-20260119.bz2': PACKED.bzip2Short,
      'bundle.tbz2': PACKED.bzip2Tar,
    });
    const output = `${source}-redacted`;
    const { status, stderr } = cli(['redact', source, '--output', output]);
    assert.equal(status, 0, stderr);
    for (const path of ['messages-20260118', 'old/messages', 'messages-20260119', 'bundle.tbz2/logs/messages']) {
      assert.ok(existsSync(join(output, path)), path);
      assert.match(readFileSync(join(output, path), 'utf8'), /^Mar 17 09:00:00 \S+ zpa-connector-child\[/u);
    }
  });
});
