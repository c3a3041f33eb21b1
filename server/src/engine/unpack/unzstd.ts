import { damaged, PackedBytes, PackedError, uint32 } from './packed-bytes';
import { Window } from './window';
import { Xxh64 } from './xxh64';
import { MAX_BLOCK, ZstdBlocks } from './zstd-block';

const FRAME = 0xfd2fb528;
/** Sixteen marks, of frames that hold something else. */
const SKIPPABLE = 0x184d2a50;
/** A window smaller than this is not worth its own bookkeeping. */
const MIN_WINDOW = 1_024;

/** Unpacks Zstandard, also of several frames, as RFC 8878 has it; dictionaries that lie elsewhere are not known. */
export async function* unzstd(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const bytes = new PackedBytes(packed);
  try {
    do {
      const mark = uint32(await bytes.take(4), 0);
      if (mark === FRAME) yield* frame(bytes);
      else if (mark >= SKIPPABLE && mark < SKIPPABLE + 16) await pass(bytes, uint32(await bytes.take(4), 0));
      else throw damaged();
    } while ((await bytes.hold(1)).length > 0);
    bytes.throwFailure();
  } finally {
    await bytes.close();
  }
}

async function pass(bytes: PackedBytes, count: number): Promise<void> {
  for (let left = count; left > 0; ) {
    const { length } = await bytes.hold(1);
    if (length === 0) throw bytes.cut();
    bytes.skip(Math.min(length, left));
    left -= Math.min(length, left);
  }
}

async function* frame(bytes: PackedBytes): AsyncGenerator<Uint8Array> {
  const { windowSize, isChecked } = await header(bytes);
  const window = new Window(Math.max(windowSize, MIN_WINDOW), MAX_BLOCK);
  const blocks = new ZstdBlocks(window);
  const hash = new Xxh64();
  for (let isLast = false; !isLast; ) {
    const [a = 0, b = 0, c = 0] = await bytes.take(3);
    isLast = (a & 1) === 1;
    const kind = (a >>> 1) & 3;
    const size = (a >>> 3) + b * 2 ** 5 + c * 2 ** 13;
    if (size > MAX_BLOCK || kind === 3) throw damaged();
    window.makeRoom(MAX_BLOCK);
    const begin = window.end;
    if (kind === 1) {
      window.bytes.fill(await bytes.byte(), begin, begin + size);
      window.end = begin + size;
    } else {
      const block = await bytes.take(size);
      if (kind === 0) window.append(block);
      else blocks.unpack(block);
    }
    const part = window.bytes.slice(begin, window.end);
    if (isChecked) hash.update(part);
    yield part;
  }
  if (isChecked && !hash.is(await bytes.take(4))) throw damaged();
}

async function header(bytes: PackedBytes): Promise<{ readonly windowSize: number; readonly isChecked: boolean }> {
  const flags = await bytes.byte();
  if ((flags & 8) !== 0) throw damaged();
  const isSingle = (flags & 0x20) !== 0;
  const window = isSingle ? 0 : await bytes.byte();
  const dictionary = await bytes.take([0, 1, 2, 4][flags & 3] ?? 0);
  if (dictionary.some((byte) => byte !== 0))
    throw new PackedError('packed with a dictionary of its own: unpack it first');
  const sizeBytes = await bytes.take([isSingle ? 1 : 0, 2, 4, 8][flags >>> 6] ?? 0);
  const base = 2 ** (10 + (window >>> 3));
  return {
    // A frame of one segment is unpacked whole: its window is its size.
    windowSize: isSingle ? contentSize(sizeBytes) : base + (base / 8) * (window & 7),
    isChecked: (flags & 4) !== 0,
  };
}

function contentSize(bytes: Uint8Array): number {
  const size = bytes.reduceRight((sum, byte) => sum * 256 + byte, 0);
  return bytes.length === 2 ? size + 256 : size;
}
