/** Packs without making anything smaller: enough to build archives of any content in a test. */
import { crc32 } from 'node:zlib';

const CHUNK = 2 ** 16;

/** An .xz whose only block is stored, checked by CRC-32. */
export function storedXz(content: Uint8Array): Uint8Array {
  const flags = Buffer.from([0, 1]);
  const blockHeader = withCrc(Buffer.from([2, 0, 0x21, 1, 0x16, 0, 0, 0]));
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < content.length; at += CHUNK) {
    const part = content.subarray(at, at + CHUNK);
    chunks.push(Uint8Array.of(at === 0 ? 1 : 2, (part.length - 1) >> 8, (part.length - 1) & 255), part);
  }
  const packed = Buffer.concat([...chunks, Uint8Array.of(0)]);
  const sizes = [...grouped(blockHeader.length + packed.length + 4), ...grouped(content.length)];
  const index = withCrc(padded(Buffer.from([0, 1, ...sizes])));
  const footer = Buffer.concat([number(index.length / 4 - 1), flags]);
  return Buffer.concat([
    Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]),
    withCrc(flags),
    blockHeader,
    padded(packed),
    number(crc32(content)),
    index,
    number(crc32(footer)),
    footer,
    Buffer.from('YZ'),
  ]);
}

/** A .zst of raw blocks, of several frames where there are several contents. */
export function storedZstd(...contents: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(
    contents.flatMap((content) => [Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0, 0x40), ...blocks(content)]),
  );
}

/** A .zst of a few bytes that unpacks to as many megabytes. */
export function zstdBomb(megabytes: number): Uint8Array {
  const block = (isLast: boolean): Uint8Array => Uint8Array.of((isLast ? 1 : 0) | 2, 0, 0x10, 0x61);
  const count = megabytes * 8;
  return Buffer.concat([
    Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0, 0x40),
    ...Array.from({ length: count }, (_, index) => block(index === count - 1)),
  ]);
}

function blocks(content: Uint8Array): readonly Uint8Array[] {
  const found: Uint8Array[] = [];
  for (let at = 0; at === 0 || at < content.length; at += CHUNK) {
    const part = content.subarray(at, at + CHUNK);
    const header = part.length * 8 + (at + CHUNK >= content.length ? 1 : 0);
    found.push(Uint8Array.of(header & 255, (header >> 8) & 255, header >> 16), part);
  }
  return found;
}

function withCrc(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, number(crc32(bytes))]);
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function grouped(value: number): readonly number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...grouped(Math.floor(value / 128))];
}
