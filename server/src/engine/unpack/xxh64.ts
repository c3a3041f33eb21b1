/** The hash of 64 bits with which zstd checks its content (XXH64 with seed 0). */

const PRIMES = [
  0x9e3779b185ebca87n,
  0xc2b2ae3d27d4eb4fn,
  0x165667b19e3779f9n,
  0x85ebca77c2b2ae63n,
  0x27d4eb2f165667c5n,
] as const;
const [P1, P2, P3, P4, P5] = PRIMES;
const P1_LOW = Number(P1 & 0xffffffffn) | 0;
const P1_HIGH = Number(P1 >> 32n) | 0;
const P2_LOW = Number(P2 & 0xffffffffn) | 0;
const P2_HIGH = Number(P2 >> 32n) | 0;

const STRIPE = 32;

/** Stripes are hashed in halves of 32 bits, which is many times faster than with big integers; those end it. */
export class Xxh64 {
  /** Four lanes, low and high half of each. */
  readonly #lanes = Int32Array.from([P1 + P2, P2, 0n, -P1].flatMap((lane) => halves(lane)));
  readonly #rest = new Uint8Array(STRIPE);
  #restLength = 0;
  #length = 0;

  update(bytes: Uint8Array): void {
    this.#length += bytes.length;
    let at = 0;
    if (this.#restLength > 0) {
      at = Math.min(STRIPE - this.#restLength, bytes.length);
      this.#rest.set(bytes.subarray(0, at), this.#restLength);
      this.#restLength += at;
      if (this.#restLength < STRIPE) return;
      this.#stripes(this.#rest, 0);
    }
    const end = this.#stripes(bytes, at);
    this.#rest.set(bytes.subarray(end));
    this.#restLength = bytes.length - end;
  }

  /** Whether the lower half of the hash of all bytes is this, lowest byte first. */
  is(expected: Uint8Array): boolean {
    const hash = Number(this.#digest() & 0xffffffffn);
    return [0, 8, 16, 24].every((shift, index) => expected[index] === ((hash >>> shift) & 255));
  }

  /** Hashes all whole stripes; gives where the rest begins. */
  #stripes(bytes: Uint8Array, from: number): number {
    let at = from;
    for (; at + STRIPE <= bytes.length; at += STRIPE) {
      for (let lane = 0; lane < 4; lane += 1) this.#round(lane * 2, bytes, at + lane * 8);
    }
    return at;
  }

  /** Lane = rotate(lane + input * P2, 31) * P1. */
  #round(lane: number, bytes: Uint8Array, at: number): void {
    const low = word(bytes, at);
    const high = word(bytes, at + 4);
    const productHigh = upper(low, P2_LOW) + Math.imul(low, P2_HIGH) + Math.imul(high, P2_LOW);
    const sumLow = (Math.imul(low, P2_LOW) >>> 0) + ((this.#lanes[lane] ?? 0) >>> 0);
    const sumHigh = (productHigh + (this.#lanes[lane + 1] ?? 0) + (sumLow > 0xffffffff ? 1 : 0)) | 0;
    const turnedLow = (sumHigh >>> 1) | (sumLow << 31);
    const turnedHigh = ((sumLow | 0) >>> 1) | (sumHigh << 31);
    this.#lanes[lane] = Math.imul(turnedLow, P1_LOW);
    this.#lanes[lane + 1] = upper(turnedLow, P1_LOW) + Math.imul(turnedLow, P1_HIGH) + Math.imul(turnedHigh, P1_LOW);
  }

  #digest(): bigint {
    let hash: bigint = P5;
    if (this.#length >= STRIPE) {
      const lanes = [0, 2, 4, 6].map((lane) => joined(this.#lanes[lane] ?? 0, this.#lanes[lane + 1] ?? 0));
      hash = [1n, 7n, 12n, 18n].reduce((sum, by, index) => sum + turned(lanes[index] ?? 0n, by), 0n);
      for (const lane of lanes) hash = cut((hash ^ mixed(lane)) * P1 + P4);
    }
    hash = cut(hash + BigInt(this.#length));
    let at = 0;
    for (; at + 8 <= this.#restLength; at += 8) {
      hash ^= mixed(joined(word(this.#rest, at), word(this.#rest, at + 4)));
      hash = cut(turned(hash, 27n) * P1 + P4);
    }
    if (at + 4 <= this.#restLength) {
      hash ^= cut(BigInt(word(this.#rest, at) >>> 0) * P1);
      hash = cut(turned(hash, 23n) * P2 + P3);
      at += 4;
    }
    for (; at < this.#restLength; at += 1) {
      hash ^= cut(BigInt(this.#rest[at] ?? 0) * P5);
      hash = cut(turned(hash, 11n) * P1);
    }
    hash = cut((hash ^ (hash >> 33n)) * P2);
    hash = cut((hash ^ (hash >> 29n)) * P3);
    return hash ^ (hash >> 32n);
  }
}

function cut(value: bigint): bigint {
  return BigInt.asUintN(64, value);
}

function turned(value: bigint, by: bigint): bigint {
  const whole = cut(value);
  return cut((whole << by) | (whole >> (64n - by)));
}

function mixed(lane: bigint): bigint {
  return cut(turned(cut(lane * P2), 31n) * P1);
}

function halves(value: bigint): readonly [number, number] {
  return [Number(value & 0xffffffffn) | 0, Number((cut(value) >> 32n) & 0xffffffffn) | 0];
}

function joined(low: number, high: number): bigint {
  return (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
}

function word(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
}

/** The upper 32 bits of a product of two unsigned numbers of 32 bits. */
function upper(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const middle = aHigh * bLow + ((aLow * bLow) >>> 16);
  const other = aLow * bHigh + (middle & 0xffff);
  return (aHigh * bHigh + (middle >>> 16) + (other >>> 16)) | 0;
}
