import { setImmediate } from 'node:timers/promises';
import type { Packing } from '../engine/unpack/packings';
import { unpacked } from '../engine/unpack/packings';
import type { Budget } from './limits';

/** Unpacked bytes after which others have their turn: a small file can unpack to much without waiting for the disk. */
const TURN_BYTES = 4 * 2 ** 20;

/** Unpacks xz, zstd and bzip2. Everything that can be unpacked is given before an error is thrown. */
export async function* decompress(
  packing: Packing,
  packed: AsyncIterable<Uint8Array>,
  budget: Budget,
): AsyncGenerator<Uint8Array> {
  let packedBytes = 0;
  let unpackedBytes = 0;
  let turnEnds = TURN_BYTES;
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of packed) {
      packedBytes += chunk.length;
      yield chunk;
    }
  };
  for await (const part of unpacked(packing, counted())) {
    unpackedBytes += part.length;
    budget.take(part.length, unpackedBytes, packedBytes);
    yield part;
    if (unpackedBytes < turnEnds) continue;
    turnEnds = unpackedBytes + TURN_BYTES;
    await setImmediate();
  }
}
