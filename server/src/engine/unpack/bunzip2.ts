import { HighBits } from './bzip2-bits';
import type { Bzip2Block } from './bzip2-block';
import { readBlock, textOf } from './bzip2-block';
import { damaged, PackedBytes } from './packed-bytes';

/** A block says nowhere how long it is; at first it is tried with so many bytes. None is packed into more than `MOST`. */
const USUAL = 2 ** 20;
const MOST = 3 * 2 ** 20;
/** Marks of a block and of the end of a stream, in halves of 24 bits. */
const BLOCK = [0x314159, 0x265359] as const;
const END = [0x177245, 0x385090] as const;

/** Unpacks bzip2, also of several streams, as pbzip2 and lbzip2 write them. */
export async function* bunzip2(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const bytes = new PackedBytes(packed);
  try {
    do yield* stream(bytes);
    while ((await bytes.hold(1)).length > 0);
    bytes.throwFailure();
  } finally {
    await bytes.close();
  }
}

async function* stream(bytes: PackedBytes): AsyncGenerator<Uint8Array> {
  const [b, z, h, level = 0] = await bytes.take(4);
  if (b !== 0x42 || z !== 0x5a || h !== 0x68 || level < 0x31 || level > 0x39) throw damaged();
  const chain = new Uint32Array((level - 0x30) * 100_000);
  let crc = 0;
  // A stream begins at a byte, a block at any bit of one.
  let offset = 0;
  for (;;) {
    const { block, endsAt } = await nextPart(bytes, offset, chain, crc);
    if (block === null) {
      bytes.skip(Math.ceil(endsAt / 8));
      return;
    }
    bytes.skip(endsAt >>> 3);
    offset = endsAt & 7;
    crc = ((crc << 1) | (crc >>> 31)) ^ block.crc;
    yield* textOf(block);
  }
}

interface Part {
  /** Null at the end of the stream. */
  readonly block: Bzip2Block | null;
  /** The bit behind it, counted in what is held. */
  readonly endsAt: number;
}

/** The next block, or the end of the stream, read with more and more bytes until it is whole. */
async function nextPart(bytes: PackedBytes, offset: number, chain: Uint32Array, crc: number): Promise<Part> {
  for (let count = USUAL; ; count = MOST) {
    const held = await bytes.hold(count);
    const bits = new HighBits(held);
    bits.at = offset;
    try {
      const block = readPart(bits, chain, crc);
      if (!bits.isBeyond) return { block, endsAt: bits.at };
    } catch (error) {
      if (!bits.isAtEnd) throw error;
    }
    if (held.length < count) throw bytes.cut();
    if (count === MOST) throw damaged();
  }
}

function readPart(bits: HighBits, chain: Uint32Array, crc: number): Bzip2Block | null {
  const high = bits.take(24);
  const low = bits.take(24);
  if (high === BLOCK[0] && low === BLOCK[1]) return readBlock(bits, chain);
  if (high !== END[0] || low !== END[1]) throw damaged();
  if (((bits.take(16) << 16) | bits.take(16)) !== (crc | 0)) throw damaged();
  return null;
}
