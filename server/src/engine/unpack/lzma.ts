import { damaged } from './packed-bytes';
import type { Chances } from './range-decoder';
import { freshChances, RangeDecoder } from './range-decoder';
import type { Window } from './window';

const STATES = 12;
const MAX_POSITIONS = 16;
/** States below this follow a literal. */
const FIRST_AFTER_MATCH = 7;

/** Lengths of matches: short, middle and long ones, the first two by the position. */
class Lengths {
  readonly #choice = freshChances(2);
  readonly #short = freshChances(MAX_POSITIONS * 8);
  readonly #middle = freshChances(MAX_POSITIONS * 8);
  readonly #long = freshChances(256);

  next(range: RangeDecoder, position: number): number {
    if (range.bit(this.#choice, 0) === 0) return 2 + range.tree(this.#short, position * 8, 3);
    if (range.bit(this.#choice, 1) === 0) return 10 + range.tree(this.#middle, position * 8, 3);
    return 18 + range.tree(this.#long, 0, 8);
  }
}

/** Everything that is learnt from the data, fresh. */
class Model {
  readonly isMatch = freshChances(STATES * MAX_POSITIONS);
  readonly isRepeat = freshChances(STATES);
  readonly isRepeat0Longer = freshChances(STATES);
  readonly isOlderThan0 = freshChances(STATES);
  readonly isOlderThan1 = freshChances(STATES);
  readonly isRepeat0Long = freshChances(STATES * MAX_POSITIONS);
  readonly slots = freshChances(4 * 64);
  readonly nearDistances = freshChances(128);
  readonly alignment = freshChances(16);
  readonly matchLengths = new Lengths();
  readonly repeatLengths = new Lengths();
  readonly literals: Chances;
  state = 0;
  /** The last four distances, newest first, less one. */
  repeats: readonly [number, number, number, number] = [0, 0, 0, 0];

  constructor(readonly properties: Properties) {
    this.literals = freshChances(0x300 << (properties.lc + properties.lp));
  }
}

/** How many bits of the byte before (lc) and of the position (lp, pb) tell contexts apart. */
interface Properties {
  readonly lc: number;
  readonly lp: number;
  readonly pb: number;
}

/** Unpacks the chunks of LZMA2 into a window. */
export class LzmaDecoder {
  #model: Model | null = null;
  /** Bytes since the dictionary was reset: contexts count from there. */
  #position = 0;

  constructor(private readonly window: Window) {}

  resetDictionary(): void {
    this.window.forget();
    this.#position = 0;
  }

  /** From the byte that names them. Throws where they are out of range. */
  setProperties(byte: number): void {
    const properties = { lc: byte % 9, lp: Math.floor(byte / 9) % 5, pb: Math.floor(byte / 45) };
    if (properties.pb > 4 || properties.lc + properties.lp > 4) throw damaged();
    this.#model = new Model(properties);
  }

  /** Forgets what was learnt, but not the properties. Throws where there are none yet. */
  resetState(): void {
    if (this.#model === null) throw damaged();
    this.#model = new Model(this.#model.properties);
  }

  /** Bytes that are not packed. */
  copy(bytes: Uint8Array): void {
    this.window.append(bytes);
    this.#position += bytes.length;
  }

  /**
   * Unpacks a chunk of `size` bytes. Gives false where its packed bytes end before: what could be unpacked of it stands
   * in the window. Throws on damage.
   */
  chunk(packed: Uint8Array, size: number): boolean {
    const { window } = this;
    const model = this.#model;
    if (model === null || (packed[0] ?? 0) !== 0) throw damaged();
    const range = new RangeDecoder(packed);
    const begin = window.end;
    const end = begin + size;
    const offset = this.#position - begin;
    while (window.end < end) {
      const before = window.end;
      this.#symbol(model, range, window.end + offset);
      if (range.isBeyond) {
        window.end = before;
        return false;
      }
    }
    if (window.end > end || !range.isAtEnd) throw damaged();
    this.#position += size;
    return true;
  }

  #symbol(model: Model, range: RangeDecoder, position: number): void {
    const place = position & ((1 << model.properties.pb) - 1);
    const { state } = model;
    if (range.bit(model.isMatch, state * MAX_POSITIONS + place) === 0) {
      this.#literal(model, range, position);
      return;
    }
    const isAfterMatch = state >= FIRST_AFTER_MATCH;
    if (range.bit(model.isRepeat, state) === 0) {
      const length = model.matchLengths.next(range, place);
      const distance = distanceOf(model, range, length);
      model.repeats = [distance, model.repeats[0], model.repeats[1], model.repeats[2]];
      model.state = isAfterMatch ? 10 : 7;
      this.window.repeat(distance + 1, length);
      return;
    }
    if (range.bit(model.isRepeat0Longer, state) === 0) {
      if (range.bit(model.isRepeat0Long, state * MAX_POSITIONS + place) === 0) {
        model.state = isAfterMatch ? 11 : 9;
        this.window.repeat(model.repeats[0] + 1, 1);
        return;
      }
    } else {
      model.repeats = repeatsOf(model, range);
    }
    const length = model.repeatLengths.next(range, place);
    model.state = isAfterMatch ? 11 : 8;
    this.window.repeat(model.repeats[0] + 1, length);
  }

  #literal(model: Model, range: RangeDecoder, position: number): void {
    const { window } = this;
    const { lc, lp } = model.properties;
    const { bytes, end } = window;
    const before = end > 0 ? (bytes[end - 1] ?? 0) : 0;
    const context = ((position & ((1 << lp) - 1)) << lc) + (before >> (8 - lc));
    const offset = context * 0x300;
    let node = 1;
    if (model.state >= FIRST_AFTER_MATCH) {
      const distance = model.repeats[0] + 1;
      if (distance > end) throw damaged();
      // The byte that a match would give here: the literal is another, which is told bit by bit until they differ.
      let match = bytes[end - distance] ?? 0;
      while (node < 0x100) {
        const matchBit = (match >> 7) & 1;
        match <<= 1;
        const bit = range.bit(model.literals, offset + ((1 + matchBit) << 8) + node);
        node = (node << 1) | bit;
        if (bit !== matchBit) break;
      }
    }
    while (node < 0x100) node = (node << 1) | range.bit(model.literals, offset + node);
    bytes[end] = node & 0xff;
    window.end = end + 1;
    model.state = model.state < 4 ? 0 : model.state < 10 ? model.state - 3 : model.state - 6;
  }
}

/** Distance of a new match, less one. */
function distanceOf(model: Model, range: RangeDecoder, length: number): number {
  const slot = range.tree(model.slots, Math.min(length - 2, 3) * 64, 6);
  if (slot < 4) return slot;
  const bits = (slot >> 1) - 1;
  const base = ((2 | (slot & 1)) << bits) >>> 0;
  if (slot < 14) return base + range.reverseTree(model.nearDistances, base - slot, bits);
  return base + range.plain(bits - 4) * 16 + range.reverseTree(model.alignment, 0, 4);
}

/** The last distances with an older one brought to the front. */
function repeatsOf(model: Model, range: RangeDecoder): Model['repeats'] {
  const [first, second, third, fourth] = model.repeats;
  if (range.bit(model.isOlderThan0, model.state) === 0) return [second, first, third, fourth];
  if (range.bit(model.isOlderThan1, model.state) === 0) return [third, first, second, fourth];
  return [fourth, first, second, third];
}
