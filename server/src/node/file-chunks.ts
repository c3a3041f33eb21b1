import { open } from 'node:fs/promises';
import type { DiskPath } from './folder-entries';

/** Handed on at once: a text of up to 128 KiB is short-lived memory to V8, larger ones are mapped anew each time. */
const CHUNK_BYTES = 120 * 1024;
/** Read at once: few calls, and the next one is under way while this one is worked on. */
const READ_BYTES = 8 * CHUNK_BYTES;
/** Read at least: files that tell no size, and the look whether a file has grown. */
const LEAST_BYTES = 4_096;

/**
 * The bytes of a file in order, from `start` on. With `reuses` two buffers are used in turn: for readers that are done with
 * a chunk when they ask for the next. Errors of the file system are thrown.
 */
export async function* fileChunks(
  file: DiskPath,
  { start = 0, reuses = false }: { readonly start?: number; readonly reuses?: boolean } = {},
): AsyncGenerator<Uint8Array> {
  const handle = await open(file);
  let spare: Buffer | null = null;
  let pending: Promise<{ readonly bytesRead: number; readonly buffer: Buffer }> | null = null;
  const read = (at: number, size: number): typeof pending => {
    const buffer = spare ?? Buffer.allocUnsafeSlow(Math.min(READ_BYTES, Math.max(size - at, LEAST_BYTES)));
    spare = null;
    const reading = handle.read(buffer, 0, buffer.length, at);
    // Awaited later, or never where the reader has had enough.
    reading.catch(() => undefined);
    return reading;
  };
  try {
    const { size } = await handle.stat();
    pending = read(start, size);
    for (let at = start; pending !== null; ) {
      const { bytesRead, buffer } = await pending;
      if (bytesRead === 0) return;
      at += bytesRead;
      pending = read(at, size);
      for (let from = 0; from < bytesRead; from += CHUNK_BYTES) {
        yield buffer.subarray(from, Math.min(from + CHUNK_BYTES, bytesRead));
      }
      if (reuses) spare = buffer;
    }
  } finally {
    await pending?.catch(() => undefined);
    await handle.close();
  }
}
