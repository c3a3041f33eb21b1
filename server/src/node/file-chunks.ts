import { open } from 'node:fs/promises';

/** Read at once: few calls, and the next one is under way while this one is worked on. */
const READ_BYTES = 1024 * 1024;
/** Handed on at once: a text of this size is short-lived memory to V8, larger ones are mapped anew each time. */
const CHUNK_BYTES = 64 * 1024;

/**
 * The bytes of a file in order, for readers that are done with a chunk when they ask for the next: two buffers are
 * used in turn. Errors of the file system are thrown.
 */
export async function* fileChunks(file: string): AsyncGenerator<Uint8Array> {
  const handle = await open(file);
  try {
    let [current, other] = [Buffer.allocUnsafe(READ_BYTES), Buffer.allocUnsafe(READ_BYTES)];
    let { bytesRead } = await handle.read(current, 0, READ_BYTES);
    while (bytesRead > 0) {
      const next = handle.read(other, 0, READ_BYTES);
      for (let at = 0; at < bytesRead; at += CHUNK_BYTES) {
        yield current.subarray(at, Math.min(at + CHUNK_BYTES, bytesRead));
      }
      ({ bytesRead } = await next);
      [current, other] = [other, current];
    }
  } finally {
    await handle.close();
  }
}
