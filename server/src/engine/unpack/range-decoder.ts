/** Chances of bits, in 2048ths of a zero, as they were learnt so far. */
export type Chances = Uint16Array;

/** So many bits of which nothing was learnt yet: as likely 0 as 1. */
export function freshChances(count: number): Chances {
  return new Uint16Array(count).fill(1_024);
}

/** Bits of LZMA by their chances. Numbers are 32 bits wide and compared without their sign. */
export class RangeDecoder {
  #range = -1;
  #code = 0;
  #at: number;

  /** The first five bytes are the beginning of the code. */
  constructor(private readonly bytes: Uint8Array) {
    for (let index = 1; index < 5; index += 1) this.#code = (this.#code << 8) | (bytes[index] ?? 0);
    this.#at = 5;
  }

  /** Whether bits were asked for that the bytes do not hold. */
  get isBeyond(): boolean {
    return this.#at > this.bytes.length;
  }

  /** Whether the bytes are used up, as they are at the end of a whole chunk. */
  get isAtEnd(): boolean {
    return this.#at === this.bytes.length;
  }

  bit(chances: Chances, index: number): 0 | 1 {
    const chance = chances[index] ?? 0;
    const bound = Math.imul(this.#range >>> 11, chance);
    if (this.#code >>> 0 < bound >>> 0) {
      this.#range = bound;
      chances[index] = chance + ((2_048 - chance) >> 5);
      this.#normalize();
      return 0;
    }
    this.#range = (this.#range - bound) | 0;
    this.#code = (this.#code - bound) | 0;
    chances[index] = chance - (chance >> 5);
    this.#normalize();
    return 1;
  }

  /** Bits that are as likely zero as one. */
  plain(count: number): number {
    let value = 0;
    for (let bit = 0; bit < count; bit += 1) {
      this.#range >>>= 1;
      const isOne = this.#code >>> 0 >= this.#range >>> 0;
      if (isOne) this.#code = (this.#code - this.#range) | 0;
      value = (value << 1) | (isOne ? 1 : 0);
      this.#normalize();
    }
    return value >>> 0;
  }

  /** A number of so many bits, highest first, each with chances of its own. */
  tree(chances: Chances, offset: number, bits: number): number {
    let node = 1;
    for (let bit = 0; bit < bits; bit += 1) node = (node << 1) | this.bit(chances, offset + node);
    return node - (1 << bits);
  }

  /** The same, lowest bit first. */
  reverseTree(chances: Chances, offset: number, bits: number): number {
    let node = 1;
    let value = 0;
    for (let bit = 0; bit < bits; bit += 1) {
      const next = this.bit(chances, offset + node);
      node = (node << 1) | next;
      value |= next << bit;
    }
    return value;
  }

  #normalize(): void {
    if (this.#range >>> 24 !== 0) return;
    this.#range <<= 8;
    this.#code = (this.#code << 8) | (this.#at < this.bytes.length ? (this.bytes[this.#at] ?? 0) : 0);
    this.#at += 1;
  }
}
