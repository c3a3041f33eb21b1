import type { LineWindow } from './line-window';

/** Words that are looked for in a window, compared four bytes at a time. */
export class Literal {
  readonly length: number;
  readonly #fours: Int32Array;
  readonly #rest: Uint8Array;

  private constructor(text: string) {
    this.length = text.length;
    const bytes = new Uint8Array(text.length);
    for (const index of bytes.keys()) bytes[index] = text.charCodeAt(index);
    const view = new DataView(bytes.buffer);
    this.#fours = new Int32Array(text.length >> 2);
    for (const index of this.#fours.keys()) this.#fours[index] = view.getInt32(index * 4, true);
    this.#rest = bytes.subarray(this.#fours.length * 4);
  }

  /** Null where the text is not ASCII: other units are not surely the same in a window. */
  static of(text: string): Literal | null {
    return /^[\u0001-\u007e]*$/u.test(text) ? new Literal(text) : null;
  }

  /** Whether the window has the words at `start`. The caller sees to it that the window is that long. */
  isAt({ view, units }: LineWindow, start: number): boolean {
    const fours = this.#fours;
    const foursEnd = start + fours.length * 4;
    let at = start;
    for (; at < foursEnd; at += 4) if (view.getInt32(at, true) !== fours[(at - start) >> 2]) return false;
    const rest = this.#rest;
    for (let index = 0; index < rest.length; index += 1) if (units[at + index] !== rest[index]) return false;
    return true;
  }
}
