/** The compressed blocks of zstd: literals, and sequences that say where they go and what is repeated. RFC 8878, 3.1.1.3. */
import { damaged } from './packed-bytes';
import type { Window } from './window';
import { BackwardBits } from './zstd-bits';
import type { FseTable, HuffmanTable } from './zstd-tables';
import { fseTable, huffmanDecode, oneSymbolTable, readFseTable, readHuffmanTable } from './zstd-tables';

/** Most that a block unpacks to. */
export const MAX_BLOCK = 2 ** 17;

/** One of the three things that a sequence says. */
interface Field {
  readonly maxAccuracy: number;
  readonly maxSymbol: number;
  /** The table that needs no description. */
  readonly usual: FseTable;
}

const LITERAL_BITS = [...zeros(16), 1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];
const LITERAL_BASES = bases(0, LITERAL_BITS);
const MATCH_BITS = [...zeros(32), 1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];
const MATCH_BASES = bases(3, MATCH_BITS);

const LITERAL_LENGTH: Field = {
  maxAccuracy: 9,
  maxSymbol: 35,
  usual: fseTable(6, [4, 3, ...times(11, 2), 1, 1, 1, ...times(9, 2), 3, 2, ...times(5, 1), ...times(4, -1)]),
};
const OFFSET: Field = {
  maxAccuracy: 8,
  maxSymbol: 31,
  usual: fseTable(5, [...times(6, 1), 2, 2, 2, ...times(15, 1), ...times(5, -1)]),
};
const MATCH_LENGTH: Field = {
  maxAccuracy: 9,
  maxSymbol: 52,
  usual: fseTable(6, [1, 4, 3, ...times(6, 2), ...times(37, 1), ...times(7, -1)]),
};

function times(count: number, value: number): readonly number[] {
  return Array.from({ length: count }, () => value);
}

function zeros(count: number): readonly number[] {
  return times(count, 0);
}

/** Where the values of each code begin, by how many bits its values take. */
function bases(first: number, bits: readonly number[]): readonly number[] {
  let next = first;
  return bits.map((count) => {
    const base = next;
    next += 2 ** count;
    return base;
  });
}

type Tables = readonly [literal: FseTable, offset: FseTable, match: FseTable];

/** Unpacks the blocks of one frame: tables and distances are used again by later blocks. */
export class ZstdBlocks {
  #huffman: HuffmanTable | null = null;
  #tables: Tables | null = null;
  /** The last three distances, newest first. */
  #repeats: readonly [number, number, number] = [1, 4, 8];
  readonly #literals = new Uint8Array(MAX_BLOCK);

  constructor(private readonly window: Window) {}

  /** Writes what a block holds into the window, which has room for MAX_BLOCK. Throws on damage. */
  unpack(block: Uint8Array): void {
    const { literals, size } = this.#readLiterals(block);
    this.#sequences(block.subarray(size), literals);
  }

  #readLiterals(block: Uint8Array): { readonly literals: Uint8Array; readonly size: number } {
    const { kind, streams, count, packedSize, size } = literalsHeader(block);
    if (count > MAX_BLOCK || size + packedSize > block.length) throw damaged();
    const packed = block.subarray(size, size + packedSize);
    if (kind === 'raw') return { literals: packed, size: size + packedSize };
    const literals = this.#literals.subarray(0, count);
    if (kind === 'same') {
      literals.fill(packed[0] ?? 0);
      return { literals, size: size + packedSize };
    }
    let codes = packed;
    if (kind === 'coded') {
      const described = readHuffmanTable(packed);
      this.#huffman = described.table;
      codes = packed.subarray(described.size);
    }
    if (this.#huffman === null) throw damaged();
    if (streams === 1) huffmanDecode(codes, this.#huffman, literals);
    else fourStreams(codes, this.#huffman, literals);
    return { literals, size: size + packedSize };
  }

  #sequences(bytes: Uint8Array, literals: Uint8Array): void {
    const { count, size } = sequenceCount(bytes);
    let used = 0;
    if (count > 0) {
      const { tables, size: tablesSize } = this.#readTables(bytes.subarray(size));
      used = this.#execute(new BackwardBits(bytes.subarray(size + tablesSize)), tables, count, literals);
    } else if (bytes.length !== size) throw damaged();
    this.window.append(literals.subarray(used));
  }

  #readTables(bytes: Uint8Array): { readonly tables: Tables; readonly size: number } {
    const modes = bytes[0] ?? 0;
    if ((modes & 3) !== 0) throw damaged();
    let size = 1;
    const table = (mode: number, field: Field, before: FseTable | undefined): FseTable => {
      if (mode === 0) return field.usual;
      if (mode === 1) {
        const symbol = bytes[size] ?? 255;
        if (symbol > field.maxSymbol) throw damaged();
        size += 1;
        return oneSymbolTable(symbol);
      }
      if (mode === 2) {
        const described = readFseTable(bytes.subarray(size), field.maxAccuracy, field.maxSymbol);
        size += described.size;
        return described.table;
      }
      if (before === undefined) throw damaged();
      return before;
    };
    const tables: Tables = [
      table(modes >>> 6, LITERAL_LENGTH, this.#tables?.[0]),
      table((modes >>> 4) & 3, OFFSET, this.#tables?.[1]),
      table((modes >>> 2) & 3, MATCH_LENGTH, this.#tables?.[2]),
    ];
    this.#tables = tables;
    return { tables, size };
  }

  /** Gives how many of the literals were used. */
  #execute(bits: BackwardBits, tables: Tables, count: number, literals: Uint8Array): number {
    const [literalTable, offsetTable, matchTable] = tables;
    const { window } = this;
    const end = window.end + MAX_BLOCK;
    let used = 0;
    let literalState = bits.take(literalTable.accuracy);
    let offsetState = bits.take(offsetTable.accuracy);
    let matchState = bits.take(matchTable.accuracy);
    for (let index = 0; index < count; index += 1) {
      const offsetCode = offsetTable.symbols[offsetState] ?? 0;
      const offset = 2 ** offsetCode + bits.takeLong(offsetCode);
      const matchCode = matchTable.symbols[matchState] ?? 0;
      const matchLength = (MATCH_BASES[matchCode] ?? 0) + bits.take(MATCH_BITS[matchCode] ?? 0);
      const literalCode = literalTable.symbols[literalState] ?? 0;
      const literalLength = (LITERAL_BASES[literalCode] ?? 0) + bits.take(LITERAL_BITS[literalCode] ?? 0);
      if (used + literalLength > literals.length || window.end + literalLength + matchLength > end) throw damaged();
      copy(literals, used, literalLength, window);
      used += literalLength;
      window.repeat(this.#distance(offset, literalLength), matchLength);
      if (index < count - 1) {
        literalState = (literalTable.bases[literalState] ?? 0) + bits.take(literalTable.bits[literalState] ?? 0);
        matchState = (matchTable.bases[matchState] ?? 0) + bits.take(matchTable.bits[matchState] ?? 0);
        offsetState = (offsetTable.bases[offsetState] ?? 0) + bits.take(offsetTable.bits[offsetState] ?? 0);
      }
    }
    if (bits.left !== 0 || window.end + literals.length - used > end) throw damaged();
    return used;
  }

  /** Values up to 3 name one of the last distances. */
  #distance(value: number, literalLength: number): number {
    const [first, second, third] = this.#repeats;
    if (value > 3) {
      this.#repeats = [value - 3, first, second];
      return value - 3;
    }
    const which = value + (literalLength === 0 ? 1 : 0);
    if (which === 1) return first;
    if (which === 2) this.#repeats = [second, first, third];
    else this.#repeats = [which === 3 ? third : first - 1, first, second];
    if (this.#repeats[0] === 0) throw damaged();
    return this.#repeats[0];
  }
}

interface LiteralsHeader {
  /** As they are; one byte that comes again and again; in a code that is described here, or by an earlier block. */
  readonly kind: 'raw' | 'same' | 'coded' | 'coded as before';
  readonly streams: 1 | 4;
  readonly count: number;
  readonly packedSize: number;
  /** Bytes of the header. */
  readonly size: number;
}

function literalsHeader(bytes: Uint8Array): LiteralsHeader {
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = bytes;
  const kind = (['raw', 'same', 'coded', 'coded as before'] as const)[a & 3] ?? 'raw';
  const form = (a >>> 2) & 3;
  if (kind === 'raw' || kind === 'same') {
    const size = form === 1 ? 2 : form === 3 ? 3 : 1;
    const count = size === 1 ? a >>> 3 : (a >>> 4) + b * 16 + (size === 3 ? c * 4_096 : 0);
    return { kind, streams: 1, count, packedSize: kind === 'raw' ? count : 1, size };
  }
  const word = (a | (b << 8) | (c << 16) | (d << 24)) >>> 4;
  const streams = form === 0 ? 1 : 4;
  if (form === 2) return { kind, streams, count: word & 0x3fff, packedSize: word >>> 14, size: 4 };
  if (form === 3) return { kind, streams, count: word & 0x3ffff, packedSize: (word >>> 18) | (e << 10), size: 5 };
  return { kind, streams, count: word & 0x3ff, packedSize: (word >>> 10) & 0x3ff, size: 3 };
}

function fourStreams(bytes: Uint8Array, table: HuffmanTable, output: Uint8Array): void {
  const part = (output.length + 3) >>> 2;
  let at = 6;
  for (let stream = 0; stream < 4; stream += 1) {
    const size = stream < 3 ? (bytes[stream * 2] ?? 0) + (bytes[stream * 2 + 1] ?? 0) * 256 : bytes.length - at;
    if (size < 1 || at + size > bytes.length || stream * part > output.length) throw damaged();
    const end = stream < 3 ? (stream + 1) * part : output.length;
    huffmanDecode(bytes.subarray(at, at + size), table, output.subarray(stream * part, end));
    at += size;
  }
}

function sequenceCount(bytes: Uint8Array): { readonly count: number; readonly size: number } {
  const [a, b = 0, c = 0] = bytes;
  if (a === undefined) throw damaged();
  if (a < 128) return { count: a, size: 1 };
  if (a < 255) return { count: (a - 128) * 256 + b, size: 2 };
  return { count: b + c * 256 + 0x7f00, size: 3 };
}

function copy(from: Uint8Array, at: number, length: number, window: Window): void {
  const { bytes, end } = window;
  if (length > 32) bytes.set(from.subarray(at, at + length), end);
  else for (let index = 0; index < length; index += 1) bytes[end + index] = from[at + index] ?? 0;
  window.end = end + length;
}
