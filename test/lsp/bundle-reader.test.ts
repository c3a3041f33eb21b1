/** The bundle on a disk, read as the language server reads it. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { formats } from '../../server/src/engine/formats/generated';
import { DEFAULT_SETTINGS } from '../../server/src/engine/triage';
import { catalogue } from '../../server/src/knowledge/generated/catalogue';
import { BundleReader } from '../../server/src/lsp/workspace/bundle-reader';
import type { ReadRequest } from '../../server/src/lsp/workspace/bundle-reader';
import { DEFAULT_SCAN } from '../../server/src/lsp/workspace/scan-filter';
import { ports } from '../../server/src/node/ports';
import { diskFiles } from '../../server/src/node/workspace-files';
import { PACKED } from '../unit/unpack/packed';
import { logText } from '../unit/unpack/text';

const home = mkdtempSync(join(tmpdir(), 'zpa-triage-reader-'));

/** Writes a folder; gives its URI. */
function folder(name: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  mkdirSync(join(home, name));
  for (const [file, content] of Object.entries(files)) writeFileSync(join(home, name, file), content);
  return pathToFileURL(join(home, name)).toString();
}

function request(roots: readonly string[]): ReadRequest {
  return {
    roots,
    catalogue,
    formats,
    ports,
    settings: DEFAULT_SETTINGS,
    scan: DEFAULT_SCAN,
    cancel: { cancelled: false },
    offload: null,
    givesUp: false,
    onFile: () => undefined,
  };
}

describe('the reader of the workspace', () => {
  after(() => {
    rmSync(home, { recursive: true });
  });

  it('names what could not be read below its root, and notes it at the file', async () => {
    const cut = PACKED.xzShort.subarray(0, 150);
    const roots = [folder('one', { 'a.log': logText(3), core: new Uint8Array(3_000) }), folder('two', { 'a.xz': cut })];
    const reading = await new BundleReader(diskFiles).read(request(roots));
    assert.deepEqual(
      reading.files.map(({ path }) => path),
      ['one/a.log', 'two/a.xz'],
    );
    const partly = 'read only in part: the compressed data ends too early';
    assert.deepEqual(reading.leftOut, [
      { path: 'one/core', reason: 'binary, not text' },
      { path: 'two/a.xz', reason: partly },
    ]);
    assert.deepEqual([...reading.notes], [['two/a.xz', { notes: [partly], truncated: true }]]);
  });

  it('finds lines of packed files again, and reads what has not changed only once', async () => {
    const roots = [folder('three', { 'messages.zst': PACKED.zstdShort, 'bundle.tbz2': PACKED.bzip2Tar })];
    const reader = new BundleReader(diskFiles);
    const first = await reader.read(request(roots));
    const wanted = new Map([
      ['bundle.tbz2!/logs/messages', [0, 11]],
      ['messages.zst', [5]],
    ]);
    const lines = logText(12).split('\n');
    const found = await reader.lines(request(roots), wanted, () => null);
    assert.equal(found.get('bundle.tbz2!/logs/messages')?.get(11), lines[11]);
    assert.equal(found.get('messages.zst')?.get(5), lines[5]);
    const second = await reader.read(request(roots));
    assert.deepEqual(
      second.files.map(({ artifact }, index) => artifact === first.files[index]?.artifact),
      [true, true, true],
    );
    assert.deepEqual(
      first.files.map(({ path, isMember }) => [path, isMember]),
      [
        ['bundle.tbz2!/logs/messages', true],
        ['bundle.tbz2!/logs/old', true],
        ['messages.zst', true],
      ],
    );
  });
});
