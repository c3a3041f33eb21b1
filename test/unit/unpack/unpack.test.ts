/** xz, zstd and bzip2, unpacked: whole, cut, damaged and hostile. */
import assert from 'node:assert/strict';
import { CUT_SHORT, DAMAGED, PackedError } from '../../../server/src/engine/unpack/packed-bytes';
import { packingOf, unpacked } from '../../../server/src/engine/unpack/packings';
import { PACKED } from './packed';
import { storedXz, storedZstd, zstdBomb } from './stored';
import { logText, longText, noise } from './text';

interface Result {
  readonly bytes: Uint8Array;
  readonly error: string | null;
}

/** Unpacks what comes in pieces of a size; the kind is told by the first bytes. */
async function unpack(packed: Uint8Array, size = 64 * 1024): Promise<Result> {
  const pieces = async function* (): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < packed.length; at += size) yield await Promise.resolve(packed.subarray(at, at + size));
  };
  const packing = packingOf(packed);
  assert.ok(packing !== null);
  const parts: Uint8Array[] = [];
  let error: string | null = null;
  try {
    for await (const part of unpacked(packing, pieces())) parts.push(part);
  } catch (thrown) {
    assert.ok(thrown instanceof PackedError, String(thrown));
    error = thrown.message;
  }
  return { bytes: Buffer.concat(parts), error };
}

function text({ bytes, error }: Result): string {
  assert.equal(error, null);
  return Buffer.from(bytes).toString();
}

const SHORT = logText(12);
const CHECKED = ['xzShort', 'zstdShort', 'bzip2Short'] as const;

describe('unpacking xz, zstd and bzip2', () => {
  it('gives what was packed, whatever the level and the blocks', async () => {
    for (const name of ['xzShort', 'xzBlocks', 'zstdShort', 'zstdUnchecked', 'bzip2Short'] as const) {
      assert.equal(text(await unpack(PACKED[name])), SHORT, name);
    }
    for (const name of ['xzLong', 'zstdLong', 'bzip2Long'] as const) {
      assert.equal(text(await unpack(PACKED[name])), longText(), name);
    }
    assert.equal(text(await unpack(PACKED.zstdFast)), logText(40));
    assert.equal(text(await unpack(PACKED.bzip2Runs)), 'a'.repeat(70_000));
    for (const name of ['xzEmpty', 'zstdEmpty', 'bzip2Empty'] as const)
      assert.equal(text(await unpack(PACKED[name])), '');
  });

  it('gives the same in whatever pieces it comes', async () => {
    for (const size of [1, 2, 7, 100]) {
      for (const name of CHECKED)
        assert.equal(text(await unpack(PACKED[name], size)), SHORT, `${name} by ${String(size)}`);
    }
  });

  it('gives what could not be packed smaller', async () => {
    const content = noise(200_000);
    for (const packed of [storedXz(content), storedZstd(content)]) {
      assert.deepEqual(Buffer.from((await unpack(packed, 10_000)).bytes), Buffer.from(content));
    }
  });

  it('goes on with what was appended', async () => {
    const padding = new Uint8Array(8);
    const skippable = Uint8Array.of(0x53, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3);
    for (const packed of [
      [PACKED.xzShort, padding, PACKED.xzBlocks],
      [skippable, PACKED.zstdShort, skippable, PACKED.zstdUnchecked],
      [PACKED.bzip2Short, PACKED.bzip2Short],
    ]) {
      assert.equal(text(await unpack(Buffer.concat(packed), 50)), SHORT + SHORT);
    }
  });

  it('gives what came before the cut, and says that it is cut', async () => {
    for (const name of [...CHECKED, 'xzBlocks'] as const) {
      const packed = PACKED[name];
      for (let length = 12; length < packed.length; length += 1) {
        const { bytes, error } = await unpack(packed.subarray(0, length));
        // Between two streams or frames nobody can know that there was more.
        assert.equal(error, CUT_SHORT, `${name} at ${String(length)}`);
        assert.ok(SHORT.startsWith(Buffer.from(bytes).toString()), `${name} at ${String(length)}`);
      }
    }
    const { bytes } = await unpack(PACKED.xzLong.subarray(0, 700));
    assert.ok(bytes.length > 1_000 && longText().startsWith(Buffer.from(bytes).toString()));
  });

  it('notices every changed byte', async () => {
    for (const name of CHECKED) {
      for (let at = 0; at < PACKED[name].length; at += 1) {
        const packed = PACKED[name].slice();
        packed[at] = (packed[at] ?? 0) ^ 0x11;
        if (packingOf(packed) === null) continue;
        const { bytes, error } = await unpack(packed);
        // Sizes that are only repeated for other readers are not looked at.
        if (error === null) assert.equal(Buffer.from(bytes).toString(), SHORT, `${name} at ${String(at)}`);
      }
    }
    for (const packed of [PACKED.xzShort, PACKED.zstdShort, PACKED.bzip2Short]) {
      assert.equal((await unpack(Buffer.concat([packed, Buffer.from('what is this?')]))).error, DAMAGED);
    }
  });

  it('says what it does not unpack', async () => {
    assert.match((await unpack(PACKED.xzFilter)).error ?? '', /filter of xz for programs/u);
    const wide = Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0, 0xa0, 1, 0, 0);
    assert.match((await unpack(wide)).error ?? '', /takes 1024 MB of memory/u);
    const dictionary = Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 1, 0x40, 7, 1, 0, 0);
    assert.match((await unpack(dictionary)).error ?? '', /a dictionary of its own/u);
  });

  it('does not work longer than what comes out is worth', async () => {
    // One block of 98,000 matches of 65 kB each, said in nine bytes.
    const body = [0x00, 0xff, 0xff, 0xff, 0x54, 0, 0, 52, 1];
    const hostile = Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0, 0x38, (body.length << 3) | 5, 0, 0, ...body);
    const began = Date.now();
    assert.deepEqual(await unpack(hostile), { bytes: Buffer.alloc(0), error: DAMAGED });
    assert.ok(Date.now() - began < 1_000);
    assert.equal((await unpack(zstdBomb(3))).bytes.length, 3 * 2 ** 20);
  });

  it('passes on why the packed bytes could not be read, after what came before', async () => {
    const broken = async function* (): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(PACKED.xzLong.subarray(0, 700));
      throw new Error('the disk reports an error');
    };
    let length = 0;
    await assert.rejects(async () => {
      for await (const part of unpacked('xz', broken())) length += part.length;
    }, /the disk reports an error/u);
    assert.ok(length > 1_000);
  });

  it('ends what it reads from when it is left', async () => {
    const state = { isEnded: false };
    const endless = async function* (): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield await Promise.resolve(PACKED.bzip2Short);
      } finally {
        state.isEnded = true;
      }
    };
    for await (const part of unpacked('bzip2', endless())) if (part.length > 0) break;
    assert.ok(state.isEnded);
  });

  it('takes nothing else for packed', () => {
    for (const head of ['BZh9 is how it begins', 'BZh', 'P*M', '(/7zXZ', '', 'Mar 17 09:14:03 host']) {
      assert.equal(packingOf(Buffer.from(head)), null, head);
    }
  });
});
