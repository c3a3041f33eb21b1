import { createGunzip } from 'node:zlib';
import type { Gunzip } from 'node:zlib';
import type { Budget } from './limits';

/** Packed bytes handed over at once; each may unpack to about a thousand times as much. */
const SLICE = 64 * 1024;

/**
 * Unpacks gzip (also of several parts). Everything that can be unpacked is given before an error is thrown:
 * the end of a cut file is where the trouble usually is.
 */
export async function* gunzip(packed: AsyncIterable<Uint8Array>, budget: Budget): AsyncGenerator<Uint8Array> {
  const stream = createGunzip({ chunkSize: 256 * 1024 });
  const ready: Uint8Array[] = [];
  const failure: { error: Error | null } = { error: null };
  stream.on('data', (part: Buffer) => ready.push(part));
  stream.on('error', (error) => {
    failure.error = error;
  });
  let packedBytes = 0;
  let unpackedBytes = 0;
  const drain = function* (): Generator<Uint8Array> {
    for (let part = ready.shift(); part !== undefined; part = ready.shift()) {
      unpackedBytes += part.length;
      budget.take(part.length, unpackedBytes, packedBytes);
      yield part;
    }
  };
  try {
    for await (const chunk of packed) {
      for (let at = 0; at < chunk.length; at += SLICE) {
        const slice = chunk.subarray(at, at + SLICE);
        packedBytes += slice.length;
        await written(stream, slice);
        yield* drain();
        if (failure.error !== null) throw failure.error;
      }
    }
    await ended(stream, failure);
    yield* drain();
    if (failure.error !== null) throw failure.error;
  } finally {
    stream.destroy();
  }
}

function written(stream: Gunzip, chunk: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    stream.write(chunk, () => {
      resolve();
    });
  });
}

function ended(stream: Gunzip, failure: { readonly error: Error | null }): Promise<void> {
  return new Promise((resolve) => {
    if (failure.error !== null || stream.readableEnded) {
      resolve();
      return;
    }
    stream.once('end', resolve);
    stream.once('close', resolve);
    stream.end();
  });
}
