import type { Checksum } from './checksums';
import { Crc32, Crc64 } from './checksums';
import { LzmaDecoder } from './lzma';
import { damaged, PackedBytes, PackedError } from './packed-bytes';
import { Window } from './window';

/** Most that a chunk of LZMA2 unpacks to. */
const MAX_CHUNK = 2 ** 21;
const LZMA2 = 0x21;
/** Bytes of a check by its type. */
const CHECK_BYTES = [0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64];

/** Unpacks the .xz format (LZMA2, streams of several blocks, several streams), as its specification 1.2.1 has it. */
export async function* unxz(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const bytes = new PackedBytes(packed);
  try {
    do yield* stream(bytes);
    while (await goesOn(bytes));
    bytes.throwFailure();
  } finally {
    await bytes.close();
  }
}

/** Passes the zeros between streams; whether another stream follows. */
async function goesOn(bytes: PackedBytes): Promise<boolean> {
  for (;;) {
    const held = await bytes.hold(4);
    if (held.length === 0) return false;
    if (held[0] !== 0) return true;
    if ((await bytes.take(4)).some((byte) => byte !== 0)) throw damaged();
  }
}

async function* stream(bytes: PackedBytes): AsyncGenerator<Uint8Array> {
  const header = await bytes.take(12);
  const isMarked = [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0].every((byte, index) => header[index] === byte);
  const checkType = header[7] ?? 0;
  const isIntact = Crc32.of(header.subarray(6, 8)).is(header.subarray(8));
  if (!isMarked || header[6] !== 0 || checkType > 15 || !isIntact) throw damaged();
  for (let size = await bytes.byte(); size !== 0; size = await bytes.byte()) yield* block(bytes, size, checkType);
  await passIndex(bytes);
  const footer = await bytes.take(12);
  if (footer[10] !== 0x59 || footer[11] !== 0x5a || footer[9] !== checkType) throw damaged();
}

async function* block(bytes: PackedBytes, sizeByte: number, checkType: number): AsyncGenerator<Uint8Array> {
  const dictionary = dictionaryOf(Uint8Array.of(sizeByte, ...(await bytes.take(sizeByte * 4 + 3))));
  const check: Checksum | null = checkType === 1 ? new Crc32() : checkType === 4 ? new Crc64() : null;
  const begin = bytes.position;
  for await (const part of lzma2(bytes, dictionary)) {
    check?.update(part);
    yield part;
  }
  const padding = await bytes.take((4 - ((bytes.position - begin) % 4)) % 4);
  if (padding.some((byte) => byte !== 0)) throw damaged();
  const expected = await bytes.take(CHECK_BYTES[checkType] ?? 0);
  if (check?.is(expected) === false) throw damaged();
}

/** Size of the dictionary that a block header asks for. Throws where the block uses anything but LZMA2. */
function dictionaryOf(header: Uint8Array): number {
  const body = header.subarray(0, -4);
  if (!Crc32.of(body).is(header.subarray(-4))) throw damaged();
  const flags = body[1] ?? 0;
  const fields = new Fields(body.subarray(2));
  // Sizes of the block, packed and unpacked: the chunks say where they end.
  if ((flags & 0x40) !== 0) fields.number();
  if ((flags & 0x80) !== 0) fields.number();
  if ((flags & 0x3f) !== 0 || fields.number() !== LZMA2) {
    throw new PackedError('packed with a filter of xz for programs: unpack it first');
  }
  const bits = fields.number() === 1 ? fields.byte() : 41;
  if (bits > 40) throw damaged();
  return bits === 40 ? 2 ** 32 - 1 : (2 | (bits & 1)) * 2 ** (Math.floor(bits / 2) + 11);
}

async function* lzma2(bytes: PackedBytes, dictionary: number): AsyncGenerator<Uint8Array> {
  const window = new Window(dictionary, MAX_CHUNK);
  const decoder = new LzmaDecoder(window);
  let isFirst = true;
  for (let control = await bytes.byte(); control !== 0; control = await bytes.byte()) {
    const isReset = control === 1 || control >= 0xe0;
    if ((isFirst && !isReset) || (control > 2 && control < 0x80)) throw damaged();
    isFirst = false;
    if (isReset) decoder.resetDictionary();
    yield* control < 0x80 ? plainChunk(bytes, window, decoder) : packedChunk(bytes, window, decoder, control);
  }
}

async function* plainChunk(bytes: PackedBytes, window: Window, decoder: LzmaDecoder): AsyncGenerator<Uint8Array> {
  const [high = 0, low = 0] = await bytes.take(2);
  const size = high * 256 + low + 1;
  const held = (await bytes.hold(size)).subarray(0, size);
  bytes.skip(held.length);
  window.makeRoom(held.length);
  decoder.copy(held);
  yield held.slice();
  if (held.length < size) throw bytes.cut();
}

async function* packedChunk(
  bytes: PackedBytes,
  window: Window,
  decoder: LzmaDecoder,
  control: number,
): AsyncGenerator<Uint8Array> {
  const [a = 0, b = 0, c = 0, d = 0] = await bytes.take(4);
  const size = (control & 0x1f) * 2 ** 16 + a * 256 + b + 1;
  const packedSize = c * 256 + d + 1;
  if (control >= 0xc0) decoder.setProperties(await bytes.byte());
  else if (control >= 0xa0) decoder.resetState();
  const held = (await bytes.hold(packedSize)).subarray(0, packedSize);
  bytes.skip(held.length);
  window.makeRoom(size);
  const begin = window.end;
  const isWhole = decoder.chunk(held, size);
  // Of a chunk that is cut, too, everything is given that could be unpacked.
  if (window.end > begin) yield window.bytes.slice(begin, window.end);
  if (!isWhole) throw held.length < packedSize ? bytes.cut() : damaged();
}

/** The blocks are checked by themselves: the list of their sizes is passed over. */
async function passIndex(bytes: PackedBytes): Promise<void> {
  // The zero that told it from a block belongs to it.
  const begin = bytes.position - 1;
  const records = await numberOf(bytes);
  for (let record = 0; record < records * 2; record += 1) await numberOf(bytes);
  await bytes.take((4 - ((bytes.position - begin) % 4)) % 4);
  await bytes.take(4);
}

/** A number in groups of seven bits, lowest first. */
async function numberOf(bytes: PackedBytes): Promise<number> {
  const held = await bytes.hold(9);
  const fields = new Fields(held);
  const value = fields.number();
  if (fields.at > held.length) throw bytes.cut();
  bytes.skip(fields.at);
  return value;
}

/** Fields of a header that is held as a whole; behind its end they are zero. */
class Fields {
  at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  byte(): number {
    const byte = this.bytes[this.at] ?? 0;
    this.at += 1;
    return byte;
  }

  number(): number {
    let value = 0;
    for (let group = 0; group < 9; group += 1) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** (7 * group);
      if (byte < 0x80) return value;
    }
    throw damaged();
  }
}
