/**
 * Streams a journal of about so many megabytes, for benchmarks:
 * `npx tsx test/generator/large.ts --mb 100 [--out FILE] [--seed 1] [--mode short]`. Without --out: to stdout.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { JournalMode } from './journal/journal-writer';
import { LongStory, wholeLines } from './large/long-story';
import { Random } from './random';

const MEGABYTE = 1_000_000;
const MODES: readonly JournalMode[] = [
  'short',
  'short-precise',
  'short-iso',
  'short-full',
  'with-unit',
  'no-host',
  'cat',
];

const { values } = parseArgs({
  options: {
    mb: { type: 'string', default: '100' },
    out: { type: 'string' },
    seed: { type: 'string', default: '1' },
    mode: { type: 'string', default: 'short' },
  },
});
const bytes = Number(values.mb) * MEGABYTE;
const seed = Number(values.seed);
const mode = MODES.find((known) => known === values.mode);
if (!(bytes > 0) || !Number.isInteger(seed) || mode === undefined) {
  console.error(`usage: large.ts --mb N [--out FILE] [--seed N] [--mode ${MODES.join('|')}]`);
  process.exitCode = 2;
} else {
  writeJournal(bytes, seed, mode, values.out);
}

/** Writes whole lines, as many as fit into `total` bytes. */
function writeJournal(total: number, seed: number, mode: JournalMode, out: string | undefined): void {
  // The descriptor itself: process.stdout would make a pipe non-blocking.
  const file = out === undefined ? 1 : openSync(out, 'w');
  const story = new LongStory(new Random(seed), mode);
  for (let written = 0; ; ) {
    const text = story.next(written / total);
    const piece = Buffer.from(wholeLines(text, total - written), 'latin1');
    if (!writeAll(file, piece)) return;
    written += piece.length;
    if (piece.length < text.length) break;
  }
  if (out !== undefined) closeSync(file);
}

/** False when the reader has gone (`large.ts | head`). */
function writeAll(file: number, piece: Buffer): boolean {
  for (let at = 0; at < piece.length; ) {
    try {
      at += writeSync(file, piece, at);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      if (code === 'EPIPE') return false;
      if (code !== 'EAGAIN') throw error;
    }
  }
  return true;
}
