/** The two codes of zstd: FSE, a state machine that gives a symbol for each state, and Huffman's. RFC 8878, 4. */
import { damaged } from './packed-bytes';
import { BackwardBits, highestBit } from './zstd-bits';

/** By state: its symbol, and how the next state is made: so many bits of the stream are added to a base. */
export interface FseTable {
  /** Bits of a state. */
  readonly accuracy: number;
  readonly symbols: Uint8Array;
  readonly bits: Uint8Array;
  readonly bases: Uint16Array;
}

/** A table with what it was read from. */
export interface Described<T> {
  readonly table: T;
  /** Bytes of its description. */
  readonly size: number;
}

/** `shares`: states of each symbol; -1 stands for a symbol that has one, and that is read whole anew behind it. */
export function fseTable(accuracy: number, shares: readonly number[]): FseTable {
  const size = 1 << accuracy;
  const symbols = new Uint8Array(size);
  let last = size - 1;
  for (const [symbol, share] of shares.entries()) {
    if (share !== -1) continue;
    symbols[last] = symbol;
    last -= 1;
  }
  const step = (size >> 1) + (size >> 3) + 3;
  let place = 0;
  for (const [symbol, share] of shares.entries()) {
    for (let count = 0; count < share; count += 1) {
      symbols[place] = symbol;
      do place = (place + step) & (size - 1);
      while (place > last);
    }
  }
  const seen = shares.map((share) => Math.abs(share));
  const bits = new Uint8Array(size);
  const bases = new Uint16Array(size);
  for (let state = 0; state < size; state += 1) {
    const symbol = symbols[state] ?? 0;
    const order = seen[symbol] ?? 0;
    seen[symbol] = order + 1;
    const count = accuracy - highestBit(order);
    bits[state] = count;
    bases[state] = (order << count) - size;
  }
  return { accuracy, symbols, bits, bases };
}

/** A table that stands for one symbol. */
export function oneSymbolTable(symbol: number): FseTable {
  return { accuracy: 0, symbols: Uint8Array.of(symbol), bits: new Uint8Array(1), bases: new Uint16Array(1) };
}

/** Reads the description of a table. Throws on damage. */
export function readFseTable(bytes: Uint8Array, maxAccuracy: number, maxSymbol: number): Described<FseTable> {
  const accuracy = ((bytes[0] ?? 0) & 15) + 5;
  if (accuracy > maxAccuracy) throw damaged();
  let at = 4;
  const peek = (count: number): number => {
    const byte = at >>> 3;
    const word = (bytes[byte] ?? 0) | ((bytes[byte + 1] ?? 0) << 8) | ((bytes[byte + 2] ?? 0) << 16);
    return (word >>> (at & 7)) & ((1 << count) - 1);
  };
  const shares: number[] = [];
  let left = 1 << accuracy;
  while (left > 0) {
    // A share lies between -1 and what is left: small ones are a bit shorter.
    const count = highestBit(left + 1);
    const spare = 2 ** (count + 1) - 2 - left;
    const short = peek(count);
    let value = short;
    if (short < spare) at += count;
    else {
      value = peek(count + 1);
      if (value >= 1 << count) value -= spare;
      at += count + 1;
    }
    const share = value - 1;
    shares.push(share);
    left -= Math.abs(share);
    if (share === 0) {
      let zeros: number;
      do {
        zeros = peek(2);
        at += 2;
        for (let zero = 0; zero < zeros; zero += 1) shares.push(0);
      } while (zeros === 3 && shares.length <= maxSymbol);
    }
    if (shares.length > maxSymbol + 1) throw damaged();
  }
  const size = (at + 7) >>> 3;
  if (left !== 0 || size > bytes.length) throw damaged();
  return { table: fseTable(accuracy, shares), size };
}

/** By the next bits: the symbol, and how many of the bits are its code. */
export interface HuffmanTable {
  /** Bits of the longest code. */
  readonly width: number;
  readonly symbols: Uint8Array;
  readonly lengths: Uint8Array;
}

const MAX_CODE_BITS = 11;

/** Reads the description of a Huffman code. Throws on damage. */
export function readHuffmanTable(bytes: Uint8Array): Described<HuffmanTable> {
  const head = bytes[0] ?? 0;
  const packedSize = head < 128 ? head : (head - 126) >>> 1;
  if (packedSize + 1 > bytes.length) throw damaged();
  const packed = bytes.subarray(1, packedSize + 1);
  const weights = head < 128 ? packedWeights(packed) : plainWeights(packed, head - 127);
  return { table: huffmanTable(weights), size: packedSize + 1 };
}

function plainWeights(bytes: Uint8Array, count: number): number[] {
  return Array.from({ length: count }, (_, index) => {
    const byte = bytes[index >>> 1] ?? 0;
    return index % 2 === 0 ? byte >>> 4 : byte & 15;
  });
}

/** Two states take turns until the bits run out. */
function packedWeights(bytes: Uint8Array): number[] {
  const { table, size } = readFseTable(bytes, 6, 255);
  const bits = new BackwardBits(bytes.subarray(size));
  const weights: number[] = [];
  let state = bits.take(table.accuracy);
  let other = bits.take(table.accuracy);
  while (weights.length < 255) {
    weights.push(table.symbols[state] ?? 0);
    const count = table.bits[state] ?? 0;
    if (bits.left < count) {
      weights.push(table.symbols[other] ?? 0);
      return weights;
    }
    [state, other] = [other, (table.bases[state] ?? 0) + bits.take(count)];
  }
  throw damaged();
}

/** A weight is 0 for a symbol that does not occur, else one more for each bit that the code is shorter. */
function huffmanTable(weights: number[]): HuffmanTable {
  let sum = 0;
  for (const weight of weights) {
    if (weight > MAX_CODE_BITS) throw damaged();
    if (weight > 0) sum += 1 << (weight - 1);
  }
  if (sum === 0) throw damaged();
  const width = highestBit(sum) + 1;
  // The weight of the last symbol is what fills the code up.
  const missing = 2 ** width - sum;
  if (width > MAX_CODE_BITS || (missing & (missing - 1)) !== 0 || weights.length > 255) throw damaged();
  weights.push(highestBit(missing) + 1);
  const symbols = new Uint8Array(2 ** width);
  const lengths = new Uint8Array(2 ** width);
  let place = 0;
  for (let weight = 1; weight <= width; weight += 1) {
    for (const [symbol, one] of weights.entries()) {
      if (one !== weight) continue;
      const count = 1 << (weight - 1);
      symbols.fill(symbol, place, place + count);
      lengths.fill(width + 1 - weight, place, place + count);
      place += count;
    }
  }
  return { width, symbols, lengths };
}

/** Fills a part of the output from a stream of codes, which must end with it. */
export function huffmanDecode(bytes: Uint8Array, { width, symbols, lengths }: HuffmanTable, output: Uint8Array): void {
  const bits = new BackwardBits(bytes);
  for (let at = 0; at < output.length; at += 1) {
    const ahead = bits.peek(width);
    output[at] = symbols[ahead] ?? 0;
    bits.left -= lengths[ahead] ?? 0;
    if (bits.left < 0) throw damaged();
  }
  if (bits.left !== 0) throw damaged();
}
