/** xz, zstd and bzip2 where there is no disk: as the web worker unpacks them. */
import assert from 'node:assert/strict';
import { packTar } from 'modern-tar';
import { memberUri } from '../../server/src/lsp/workspace/member-uri';
import { unpack, UnpackError } from '../../server/src/lsp/workspace/unpack';
import { PACKED } from '../unit/unpack/packed';
import { storedXz, storedZstd } from '../unit/unpack/stored';
import { logText } from '../unit/unpack/text';

const SHORT = logText(12);

async function texts(bytes: Uint8Array): Promise<readonly (readonly [string | null, string])[]> {
  const pieces = [bytes.subarray(0, 30), bytes.subarray(30)];
  return (await unpack(pieces)).map(({ member, bytes: parts }) => [member, Buffer.concat(parts).toString()]);
}

describe('archives in memory, packed with xz, zstd and bzip2', () => {
  it('give a file that is packed by itself', async () => {
    for (const packed of [PACKED.xzShort, PACKED.zstdShort, PACKED.bzip2Short]) {
      assert.deepEqual(await texts(packed), [[null, SHORT]]);
    }
  });

  it('give the files of a tar, packed ones unpacked', async () => {
    const cut = PACKED.xzShort.subarray(0, 100);
    const files = { 'a.xz': PACKED.xzShort, 'b.zst': PACKED.zstdShort, 'c.bz2': PACKED.bzip2Short, 'd.xz': cut };
    const tar = await packTar(
      Object.entries(files).map(([name, body]) => ({ header: { name, size: body.length }, body })),
    );
    for (const packed of [storedXz(tar), storedZstd(tar)]) {
      const found = await texts(packed);
      assert.deepEqual(found.slice(0, 3), [
        ['a.xz', SHORT],
        ['b.zst', SHORT],
        ['c.bz2', SHORT],
      ]);
      const [, cutText = ''] = found[3] ?? [];
      assert.ok(cutText.length > 0 && SHORT.startsWith(cutText));
      assert.match((await unpack([packed]))[3]?.failure ?? '', /ends too early/u);
    }
    assert.deepEqual(await texts(PACKED.bzip2Tar), [
      ['logs/messages', SHORT],
      ['logs/old', 'old\n'],
    ]);
  });

  it('say why not', async () => {
    const reason = async (packed: Uint8Array): Promise<string> => {
      const error: unknown = await texts(packed).catch((thrown: unknown) => thrown);
      assert.ok(error instanceof UnpackError);
      return error.message;
    };
    assert.match(await reason(PACKED.bzip2Tar.subarray(0, 100)), /ends too early/u);
    assert.match(await reason(PACKED.xzFilter), /filter of xz for programs: unpack it first/u);
  });

  it('open under the name of what is in them', () => {
    for (const ending of ['gz', 'xz', 'zst', 'bz2']) {
      assert.equal(memberUri('file:///logs', `messages.${ending}`), memberUri('file:///logs', 'messages.gz'), ending);
    }
  });
});
