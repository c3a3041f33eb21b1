/** The checksums of gzip's kin: CRC-32 and CRC-64 as xz has them, CRC-32 as bzip2 has it. */

const CRC32 = table((byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** Highest bit first. */
const CRC32_BZIP2 = table((byte) => {
  let value = byte << 24;
  for (let bit = 0; bit < 8; bit += 1) value = value < 0 ? (value << 1) ^ 0x04c11db7 : value << 1;
  return value;
});

const [CRC64_LOW, CRC64_HIGH] = crc64Tables();

function table(entry: (byte: number) => number): Int32Array {
  return Int32Array.from({ length: 256 }, (_, byte) => entry(byte));
}

/** Polynomial of ECMA-182, lowest bit first, in two halves. */
function crc64Tables(): readonly [Int32Array, Int32Array] {
  const lows = new Int32Array(256);
  const highs = new Int32Array(256);
  for (let byte = 0; byte < 256; byte += 1) {
    let low = byte;
    let high = 0;
    for (let bit = 0; bit < 8; bit += 1) {
      const isOdd = (low & 1) === 1;
      low = (low >>> 1) | (high << 31);
      high >>>= 1;
      if (isOdd) {
        low ^= 0xd7870f42;
        high ^= 0xc96c5795;
      }
    }
    lows[byte] = low;
    highs[byte] = high;
  }
  return [lows, highs];
}

/** A checksum that grows with what is written. */
export interface Checksum {
  update: (bytes: Uint8Array) => void;
  /** Whether the checksum of all bytes is this, lowest byte first. */
  is: (expected: Uint8Array) => boolean;
}

/** CRC-32 of IEEE 802.3, lowest bit first: of xz's headers, and of its blocks by choice. */
export class Crc32 implements Checksum {
  #value = -1;

  update(bytes: Uint8Array): void {
    let value = this.#value;
    for (const byte of bytes) value = (value >>> 8) ^ (CRC32[(value ^ byte) & 255] ?? 0);
    this.#value = value;
  }

  is(expected: Uint8Array): boolean {
    return hasBytes(expected, ~this.#value, 0);
  }

  static of(bytes: Uint8Array): Crc32 {
    const crc = new Crc32();
    crc.update(bytes);
    return crc;
  }
}

/** CRC-64 of ECMA-182, lowest bit first: what xz checks its blocks by. */
export class Crc64 implements Checksum {
  #low = -1;
  #high = -1;

  update(bytes: Uint8Array): void {
    let low = this.#low;
    let high = this.#high;
    for (const byte of bytes) {
      const index = (low ^ byte) & 255;
      low = ((low >>> 8) | (high << 24)) ^ (CRC64_LOW[index] ?? 0);
      high = (high >>> 8) ^ (CRC64_HIGH[index] ?? 0);
    }
    this.#low = low;
    this.#high = high;
  }

  is(expected: Uint8Array): boolean {
    return hasBytes(expected, ~this.#low, 0) && hasBytes(expected, ~this.#high, 4);
  }
}

/** Whether four bytes, lowest first, are this number. */
function hasBytes(bytes: Uint8Array, value: number, at: number): boolean {
  return [0, 8, 16, 24].every((shift, index) => bytes[at + index] === ((value >>> shift) & 255));
}

/** The CRC of bzip2's blocks, after one more stretch of bytes; it begins with -1 and is inverted at the end. */
export function bzip2Crc(before: number, bytes: Uint8Array): number {
  let value = before;
  for (const byte of bytes) value = (value << 8) ^ (CRC32_BZIP2[((value >>> 24) ^ byte) & 255] ?? 0);
  return value;
}
