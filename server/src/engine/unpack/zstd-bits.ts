import { damaged } from './packed-bytes';

/** Bits of a stream that is read from its end; its last byte is marked by its highest bit that is set. */
export class BackwardBits {
  /** Bits that are left. */
  left: number;

  /** Throws where the mark is missing. */
  constructor(private readonly bytes: Uint8Array) {
    const last = bytes[bytes.length - 1] ?? 0;
    if (last === 0) throw damaged();
    this.left = (bytes.length - 1) * 8 + highestBit(last);
  }

  /** The next bits, 0 to 24. Throws where there are not so many. */
  take(count: number): number {
    this.left -= count;
    if (this.left < 0) throw damaged();
    return this.#at(this.left) & ((1 << count) - 1);
  }

  /** The same for more than 24 bits. */
  takeLong(count: number): number {
    if (count <= 24) return this.take(count);
    const high = this.take(count - 24);
    return high * 2 ** 24 + this.take(24);
  }

  /** The next bits, 1 to 24, without taking them; zeros stand before the beginning. */
  peek(count: number): number {
    const from = this.left - count;
    if (from >= 0) return this.#at(from) & ((1 << count) - 1);
    return (this.#at(0) << -from) & ((1 << count) - 1);
  }

  #at(bit: number): number {
    const { bytes } = this;
    const byte = bit >>> 3;
    return (
      ((bytes[byte] ?? 0) |
        ((bytes[byte + 1] ?? 0) << 8) |
        ((bytes[byte + 2] ?? 0) << 16) |
        ((bytes[byte + 3] ?? 0) << 24)) >>>
      (bit & 7)
    );
  }
}

/** Place of the highest bit that is set, 0 for the lowest; the number is not 0. */
export function highestBit(value: number): number {
  return 31 - Math.clz32(value);
}
