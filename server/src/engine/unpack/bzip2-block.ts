/** One block of bzip2: Huffman codes, move to front, and the Burrows-Wheeler transform, undone. */
import type { HighBits } from './bzip2-bits';
import { bzip2Crc } from './checksums';
import { damaged } from './packed-bytes';

const MAX_CODE_BITS = 20;
/** Symbols that one of the tables codes before the next is named. */
const GROUP = 50;
/** Bytes handed on at once. */
const PIECE = 256 * 1024;

/** A block whose text can be written out. */
export interface Bzip2Block {
  /** Each entry holds a byte, and above it where the next one stands. */
  readonly chain: Uint32Array;
  readonly length: number;
  /** Entry from which the text is followed. */
  readonly start: number;
  readonly crc: number;
}

/** Reads a block behind its mark. Throws on damage, and where the bits end before the block. */
export function readBlock(bits: HighBits, chain: Uint32Array): Bzip2Block {
  const crc = ((bits.take(16) << 16) | bits.take(16)) >>> 0;
  // Blocks that a version of 1996 shuffled at random are not written any more.
  if (bits.bit()) throw damaged();
  const origin = bits.take(24);
  const alphabet = readAlphabet(bits);
  const groups = bits.take(3);
  const selectorCount = bits.take(15);
  if (alphabet.length === 0 || groups < 2 || groups > 6 || selectorCount === 0) throw damaged();
  const selectors = readSelectors(bits, groups, selectorCount);
  const codes = Array.from({ length: groups }, () => new Code(readLengths(bits, alphabet.length + 2)));
  const counts = new Uint32Array(256);
  const length = readSymbols(bits, alphabet, selectors, codes, chain, counts);
  if (origin >= length) throw damaged();
  let sum = 0;
  for (let byte = 0; byte < 256; byte += 1) {
    const count = counts[byte] ?? 0;
    counts[byte] = sum;
    sum += count;
  }
  for (let index = 0; index < length; index += 1) {
    const byte = (chain[index] ?? 0) & 0xff;
    const place = counts[byte] ?? 0;
    counts[byte] = place + 1;
    chain[place] = (chain[place] ?? 0) | (index << 8);
  }
  return { chain, length, start: (chain[origin] ?? 0) >>> 8, crc };
}

/** The text of a block: four equal bytes are followed by how often the byte comes again. Throws where the CRC is another. */
export function* textOf({ chain, length, start, crc }: Bzip2Block): Generator<Uint8Array> {
  let piece = new Uint8Array(PIECE);
  let written = 0;
  let sum = -1;
  let entry = start;
  let run = 0;
  let last = -1;
  for (let index = 0; index < length; index += 1) {
    const value = chain[entry] ?? 0;
    const byte = value & 0xff;
    entry = value >>> 8;
    if (run === 4) {
      piece.fill(last, written, written + byte);
      written += byte;
      run = 0;
      last = -1;
    } else {
      run = byte === last ? run + 1 : 1;
      last = byte;
      piece[written] = byte;
      written += 1;
    }
    if (written > PIECE - 256) {
      const part = piece.subarray(0, written);
      sum = bzip2Crc(sum, part);
      yield part;
      piece = new Uint8Array(PIECE);
      written = 0;
    }
  }
  const part = piece.subarray(0, written);
  if (~bzip2Crc(sum, part) >>> 0 !== crc) throw damaged();
  yield part;
}

/** The bytes that occur, in their order. */
function readAlphabet(bits: HighBits): Uint8Array {
  const rows = bits.take(16);
  const found: number[] = [];
  for (let row = 0; row < 16; row += 1) {
    if ((rows & (0x8000 >> row)) === 0) continue;
    const columns = bits.take(16);
    for (let column = 0; column < 16; column += 1) {
      if ((columns & (0x8000 >> column)) !== 0) found.push(row * 16 + column);
    }
  }
  return Uint8Array.from(found);
}

/** Which code is used for each group of symbols, moved to front. */
function readSelectors(bits: HighBits, groups: number, count: number): Uint8Array {
  const selectors = new Uint8Array(count);
  const order = Array.from({ length: groups }, (_, index) => index);
  for (let index = 0; index < count; index += 1) {
    let place = 0;
    while (bits.bit()) {
      place += 1;
      if (place >= groups) throw damaged();
    }
    const [code = 0] = order.splice(place, 1);
    order.unshift(code);
    selectors[index] = code;
  }
  return selectors;
}

/** Lengths of the codes of all symbols, each told by its difference from the one before. */
function readLengths(bits: HighBits, symbols: number): Uint8Array {
  const lengths = new Uint8Array(symbols);
  let length = bits.take(5);
  for (let symbol = 0; symbol < symbols; symbol += 1) {
    while (bits.bit()) {
      length += bits.bit() ? -1 : 1;
      if (length < 1 || length > MAX_CODE_BITS) throw damaged();
    }
    if (length < 1 || length > MAX_CODE_BITS) throw damaged();
    lengths[symbol] = length;
  }
  return lengths;
}

/** A canonical Huffman code. */
class Code {
  readonly #shortest: number;
  /** By length: the first code, 20 bits wide, that is longer. */
  readonly #ends = new Uint32Array(MAX_CODE_BITS + 2);
  /** By length: what makes of a code its place among the symbols. */
  readonly #offsets = new Int32Array(MAX_CODE_BITS + 2);
  readonly #symbols: Uint16Array;

  constructor(lengths: Uint8Array) {
    const order = Array.from(lengths, (_, symbol) => symbol).sort(
      (a, b) => (lengths[a] ?? 0) - (lengths[b] ?? 0) || a - b,
    );
    this.#symbols = Uint16Array.from(order);
    this.#shortest = lengths[order[0] ?? 0] ?? 1;
    let code = 0;
    let place = 0;
    for (let length = this.#shortest; length <= MAX_CODE_BITS; length += 1) {
      this.#offsets[length] = place - code;
      const count = lengths.filter((one) => one === length).length;
      code += count;
      place += count;
      this.#ends[length] = code * 2 ** (MAX_CODE_BITS - length);
      code *= 2;
    }
  }

  next(bits: HighBits): number {
    const ahead = bits.peek(MAX_CODE_BITS);
    let length = this.#shortest;
    while (ahead >= (this.#ends[length] ?? 0)) {
      length += 1;
      if (length > MAX_CODE_BITS) throw damaged();
    }
    bits.at += length;
    return this.#symbols[(ahead >>> (MAX_CODE_BITS - length)) + (this.#offsets[length] ?? 0)] ?? 0;
  }
}

/** Undoes the codes and the runs; gives the number of bytes, and counts each. */
function readSymbols(
  bits: HighBits,
  alphabet: Uint8Array,
  selectors: Uint8Array,
  codes: readonly Code[],
  chain: Uint32Array,
  counts: Uint32Array,
): number {
  const order = alphabet.slice();
  const end = alphabet.length + 1;
  let length = 0;
  let run = 0;
  let weight = 1;
  for (const selector of selectors) {
    const code = codes[selector];
    if (code === undefined || bits.isBeyond) throw damaged();
    for (let index = 0; index < GROUP; index += 1) {
      const symbol = code.next(bits);
      if (symbol < 2) {
        // Digits 1 and 2 of a number with base two: how often the foremost byte comes.
        run += weight * (symbol + 1);
        weight *= 2;
        if (run > chain.length) throw damaged();
        continue;
      }
      const front = order[0] ?? 0;
      if (length + run > chain.length) throw damaged();
      chain.fill(front, length, length + run);
      counts[front] = (counts[front] ?? 0) + run;
      length += run;
      run = 0;
      weight = 1;
      if (symbol === end) return length;
      if (length >= chain.length) throw damaged();
      const byte = order[symbol - 1] ?? 0;
      order.copyWithin(1, 0, symbol - 1);
      order[0] = byte;
      chain[length] = byte;
      counts[byte] = (counts[byte] ?? 0) + 1;
      length += 1;
    }
  }
  throw damaged();
}
