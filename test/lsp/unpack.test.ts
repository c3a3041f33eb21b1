/** Archives where there is no disk: as the web worker unpacks them. */
import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { packTar } from 'modern-tar';
import { unpack, UnpackError } from '../../server/src/lsp/workspace/unpack';

/** In pieces, as they come over the wire. */
function pieces(bytes: Uint8Array): readonly Uint8Array[] {
  const middle = Math.ceil(bytes.length / 2);
  return [bytes.subarray(0, middle), bytes.subarray(middle)];
}

async function texts(bytes: Uint8Array): Promise<readonly (readonly [string | null, string])[]> {
  return (await unpack(pieces(bytes))).map(({ member, bytes: parts }) => [
    member,
    parts.map((part) => new TextDecoder().decode(part)).join(''),
  ]);
}

const LONG = 'Mar 17 09:14:03 host zpa-connector[1]: line\n'.repeat(20_000);

describe('archives in memory', () => {
  it('give the files of a zip, compressed ones unpacked', async () => {
    const zip = zipSync({ 'var/log/messages': strToU8(LONG), 'old.gz': gzipSync('old'), '../out': strToU8('x') });
    assert.deepEqual(await texts(zip), [
      ['var/log/messages', LONG],
      ['old.gz', 'old'],
      ['__/out', 'x'],
    ]);
  });

  it('give the files of a tar, also compressed', async () => {
    const tar = await packTar([
      { header: { name: './logs/', type: 'directory', size: 0 } },
      { header: { name: './logs/journal.txt', size: LONG.length }, body: LONG },
    ]);
    for (const bytes of [tar, gzipSync(tar)]) assert.deepEqual(await texts(bytes), [['logs/journal.txt', LONG]]);
  });

  it('give a file that is compressed by itself', async () => {
    assert.deepEqual(await texts(gzipSync(LONG)), [[null, LONG]]);
  });

  it('say why not', async () => {
    for (const bytes of [strToU8('\ufd37zXZ'), gzipSync(LONG).subarray(0, 200), new Uint8Array(0)]) {
      await assert.rejects(unpack(pieces(bytes)), UnpackError);
    }
  });
});
