/** Bits of a buffer, highest first. Behind its end they are zero. */
export class HighBits {
  /** Bits taken so far. */
  at = 0;

  constructor(readonly bytes: Uint8Array) {}

  /** Whether bits were taken that the buffer does not hold. */
  get isBeyond(): boolean {
    return this.at > this.bytes.length * 8;
  }

  /** Whether the bits that are looked at next lie at the end: what is wrong with them may be that they are missing. */
  get isAtEnd(): boolean {
    return this.at + 24 > this.bytes.length * 8;
  }

  /** The next bits, 1 to 24, without taking them. */
  peek(count: number): number {
    const { bytes, at } = this;
    const byte = at >>> 3;
    const word =
      byte + 4 <= bytes.length
        ? ((bytes[byte] ?? 0) << 24) |
          ((bytes[byte + 1] ?? 0) << 16) |
          ((bytes[byte + 2] ?? 0) << 8) |
          (bytes[byte + 3] ?? 0)
        : this.#lastWord(byte);
    return (word << (at & 7)) >>> (32 - count);
  }

  take(count: number): number {
    const value = this.peek(count);
    this.at += count;
    return value;
  }

  bit(): boolean {
    return this.take(1) === 1;
  }

  #lastWord(byte: number): number {
    let word = 0;
    for (let index = 0; index < 4; index += 1) {
      const at = byte + index;
      word = (word << 8) | (at < this.bytes.length ? (this.bytes[at] ?? 0) : 0);
    }
    return word;
  }
}
