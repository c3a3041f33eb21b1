/** Lines looked up from checkpoints are those that a reading from the beginning finds. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collectLines } from '../../server/src/engine/bundle/text-lookup';
import { formats } from '../../server/src/engine/formats/generated';
import type { ByteSource } from '../../server/src/engine/ports';
import { DEFAULT_SETTINGS, Triage } from '../../server/src/engine/triage';
import { catalogue } from '../../server/src/knowledge/generated/catalogue';
import { ports } from '../../server/src/node/ports';
import { walk } from '../../server/src/node/walk';
import { Random } from '../generator/random';

const folder = mkdtempSync(join(tmpdir(), 'zpa-checkpoints-'));
after(() => {
  rmSync(folder, { recursive: true });
});

/** Works with a file as a walk finds it: its bytes last until the walk goes on. */
async function withSource<T>(file: string, work: (source: ByteSource) => Promise<T>): Promise<T> {
  for await (const { find } of walk([file], { configName: '.zpa-triage.json' })) {
    if (find.kind === 'source') return await work(find.source);
  }
  throw new Error('not found');
}

/** Lines of all lengths, with characters of more than one byte, so that chunks end within them. */
function textOf(seed: number, eol: string): string {
  const random = new Random(seed);
  const lines = Array.from({ length: 60_000 }, (_, index) => {
    const filler = random.integer(0, 3) === 0 ? 'ä€💡' : 'x';
    return `line ${String(index)} ${filler.repeat(random.integer(0, 60))}`;
  });
  return lines.join(eol);
}

describe('line look-up', () => {
  for (const [name, encode] of [
    ['UTF-8', (text: string) => Buffer.from(text, 'utf8')],
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\ufeff${text}`, 'utf8')],
    ['Latin-1', (text: string) => Buffer.from(text.replace(/[^\u0000-\u00ff]/gu, '?'), 'latin1')],
    ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ] as const) {
    for (const eol of ['\n', '\r\n']) {
      it(`finds the lines of ${name} with ${JSON.stringify(eol)}`, async () => {
        const file = join(folder, `${name}${String(eol.length)}.txt`);
        writeFileSync(file, encode(textOf(3, eol)));
        const engine = new Triage(catalogue, formats, ports, DEFAULT_SETTINGS);
        await withSource(file, (source) => engine.addSource(source));
        const checkpoints = engine.artifacts[0]?.checkpoints ?? null;
        assert.equal(checkpoints === null, name === 'UTF-16');
        assert.ok(checkpoints === null || checkpoints.bytes.length > 1);
        const random = new Random(4);
        const edges = (checkpoints?.lines ?? []).flatMap((line) => [line - 1, line, line + 1]);
        const wanted = [0, 59_999, 60_001, ...edges, ...Array.from({ length: 50 }, () => random.integer(0, 59_999))];
        const seek = await withSource(file, (source) => collectLines(source, ports.createDecoder, wanted, checkpoints));
        const plain = await withSource(file, (source) => collectLines(source, ports.createDecoder, wanted));
        assert.deepEqual(new Map([...seek].sort(([a], [b]) => a - b)), new Map([...plain].sort(([a], [b]) => a - b)));
        for (const [line, text] of seek) assert.match(text, new RegExp(`^line ${String(line)} `, 'u'));
        assert.ok(seek.size >= 50);
      });
    }
  }
});
