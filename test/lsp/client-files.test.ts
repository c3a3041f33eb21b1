/** Files that only the editor can reach, as in the browser. */
import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import type { Connection } from 'vscode-languageserver';
import type { BundleWalk } from '../../server/src/lsp/workspace/bundle-files';
import { clientFiles } from '../../server/src/lsp/workspace/client-files';
import { FILES_REQUESTS } from '../../server/src/lsp/files-protocol';
import { PACKED } from '../unit/unpack/packed';
import { storedZstd } from '../unit/unpack/stored';
import { logText } from '../unit/unpack/text';

const SHORT = logText(12);

/** An editor with these files below one root; counts what is read of each. */
function editor(files: Readonly<Record<string, string | Uint8Array>>): { connection: Connection; reads: string[] } {
  const reads: string[] = [];
  const sendRequest = async (method: string, { uri = '' }: { uri?: string }): Promise<unknown> => {
    await Promise.resolve();
    if (method === FILES_REQUESTS.find) {
      return Object.entries(files).map(([path, content]) => ({
        uri: `web:/${path}`,
        path,
        sizeBytes: content.length,
        modifiedMs: 1,
      }));
    }
    const path = uri.slice('web:/'.length);
    reads.push(path);
    return { base64: Buffer.from(files[path] ?? '').toString('base64'), isLast: true };
  };
  return { connection: { sendRequest } as unknown as Connection, reads };
}

const EVERYTHING: BundleWalk = {
  roots: ['web:/'],
  wants: () => true,
  skipsFolder: () => false,
  cancel: { cancelled: false },
};

describe('files behind the editor', () => {
  it('are archives by what they hold, whatever they are called', async () => {
    const { connection, reads } = editor({
      bundle: storedZstd(Buffer.from(SHORT)),
      'logs.bin': PACKED.bzip2Tar,
      'messages.txt': SHORT,
      'messages-20260118': gzipSync(SHORT),
      'cut.xz': PACKED.xzShort.subarray(0, 150),
      'odd.7z': Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c),
    });
    const files = clientFiles(connection);
    for (const round of [1, 2]) {
      reads.length = 0;
      const found: string[] = [];
      for await (const find of files.walk(EVERYTHING)) {
        if (find.kind === 'problem') found.push(`${find.path}: ${find.reason}`);
        if (find.kind !== 'source') continue;
        const parts: Uint8Array[] = [];
        for await (const chunk of find.source.chunks()) parts.push(chunk);
        const text = Buffer.concat(parts).toString();
        found.push(`${find.source.path} ${text === SHORT ? 'whole' : String(text.length)}`);
      }
      assert.deepEqual(
        found,
        [
          'bundle whole',
          'logs.bin!/logs/messages whole',
          'logs.bin!/logs/old 4',
          'messages.txt whole',
          'messages-20260118 whole',
          'cut.xz 425',
          'cut.xz: read only in part: the compressed data ends too early',
          'odd.7z 6',
        ],
        `round ${String(round)}`,
      );
    }
    // The second time nothing is read only to be told apart.
    assert.deepEqual(reads.filter((path) => path === 'messages.txt').length, 1);
  });

  it('that nobody wants are not read', async () => {
    const { connection, reads } = editor({ 'a.txt': SHORT, b: gzipSync(SHORT) });
    const found: string[] = [];
    const wants = (_root: number, path: string): boolean => path === 'b';
    for await (const find of clientFiles(connection).walk({ ...EVERYTHING, wants })) found.push(find.kind);
    assert.deepEqual(found, ['source']);
    assert.ok(!reads.includes('a.txt'));
  });
});
