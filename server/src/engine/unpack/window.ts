import { damaged, PackedError } from './packed-bytes';

/** What a stream may ask for to look back on: as much as xz -9 and zstd --long want, and twice of it. */
const MAX_WINDOW = 128 * 2 ** 20;
/** Bytes that are unpacked before the window is moved. */
const ROOM = 32 * 2 ** 20;

/** What is allocated at first: most files ask for much more than they fill. */
const FIRST = 2 ** 18;

/** The last bytes unpacked, to which the packed data refers. */
export class Window {
  /** Written up to `end`; what stands there may be changed, or be elsewhere, after the next `makeRoom`. */
  bytes: Uint8Array = new Uint8Array(FIRST);
  end = 0;
  /** The most that is allocated, so that the window is seldom moved. */
  readonly #most: number;

  /** `size`: bytes that can be referred to; `piece`: the most that is written between two calls of `makeRoom`. */
  constructor(
    readonly size: number,
    piece: number,
  ) {
    if (size > MAX_WINDOW) {
      const megabytes = String(Math.ceil(size / 2 ** 20));
      throw new PackedError(`unpacking it takes ${megabytes} MB of memory for its window alone: unpack it first`);
    }
    this.#most = size + Math.max(piece, Math.min(size, ROOM));
  }

  /** Makes room behind the end, keeping what can be referred to. */
  makeRoom(count: number): void {
    const { bytes, end } = this;
    if (end + count <= bytes.length) return;
    const kept = end + count <= this.#most ? end : Math.min(end, this.size);
    if (kept + count > bytes.length) {
      this.bytes = new Uint8Array(Math.min(this.#most, Math.max(2 * bytes.length, kept + count)));
      this.bytes.set(bytes.subarray(end - kept, end));
    } else {
      bytes.copyWithin(0, end - kept, end);
    }
    this.end = kept;
  }

  append(part: Uint8Array): void {
    this.bytes.set(part, this.end);
    this.end += part.length;
  }

  /** Writes again what stands `distance` bytes back; the two may overlap. */
  repeat(distance: number, length: number): void {
    const { bytes, end } = this;
    if (distance > end || distance > this.size || end + length > bytes.length) throw damaged();
    if (distance >= length && length > 16) bytes.copyWithin(end, end - distance, end - distance + length);
    else for (let at = end; at < end + length; at += 1) bytes[at] = bytes[at - distance] ?? 0;
    this.end = end + length;
  }

  /** Nothing that was written can be referred to any more. */
  forget(): void {
    this.end = 0;
  }
}
