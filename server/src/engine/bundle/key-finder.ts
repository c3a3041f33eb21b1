import type { KeySpan } from '../formats/provision-key/facts';

/** A whole key: version, host, and a token far longer than the seven characters that logs show of it. */
const KEY = /[1-9]\|[A-Za-z0-9.-]{4,253}\|[A-Za-z0-9+/=_-]{40,2000}/u;
/** Places kept of one file: enough to show and count. */
const MAX_PLACES = 20;
const MAX_TAIL = 65_536;
const LINE_FEED = 10;

/**
 * Finds provisioning keys in text that streams by, with one search for a rare character pair a chunk: keys are
 * the only thing in a bundle that has `|api` or a dotted name between bars before a long token.
 */
export class KeyFinder {
  readonly #places: KeySpan[] = [];
  #tail = '';
  #tailLine = 0;

  /** `firstLine`: 0-based line in which the chunk begins, or continues the one before. */
  push(chunk: string, firstLine: number): void {
    // Both this and the line feed hold the same unfinished line back.
    this.#tailLine = firstLine;
    const complete = chunk.lastIndexOf('\n') + 1;
    if (complete === 0) {
      this.#keep(this.#tail + chunk);
      return;
    }
    // The unfinished line is completed apart: joining it to the chunk would copy the chunk.
    const first = this.#tail === '' ? 0 : chunk.indexOf('\n') + 1;
    if (first > 0) this.#search(this.#tail + chunk.slice(0, first), 0, first + this.#tail.length, firstLine);
    this.#search(chunk, first, complete, first > 0 ? firstLine + 1 : firstLine);
    this.#keep(chunk.slice(complete));
  }

  finish(): readonly KeySpan[] {
    if (this.#tail !== '') this.#search(this.#tail, 0, this.#tail.length, this.#tailLine);
    return this.#places;
  }

  /** A line without end longer than any key's line: nothing of it is kept. */
  #keep(rest: string): void {
    this.#tail = rest.length > MAX_TAIL ? '' : rest;
  }

  /** Searches whole lines at [start, end); `firstLine` is the line at `start`. */
  #search(text: string, start: number, end: number, firstLine: number): void {
    for (
      let at = text.indexOf('|api', start);
      at >= 0 && at < end && this.#places.length < MAX_PLACES;
      at = text.indexOf('|api', at + 1)
    ) {
      const lineStart = Math.max(start, text.lastIndexOf('\n', at) + 1);
      const lineEnd = text.indexOf('\n', at);
      const from = Math.max(lineStart, at - 1);
      const match = KEY.exec(text.slice(from, Math.min(lineEnd < 0 ? end : lineEnd, from + 2_300)));
      if (match?.index !== 0) continue;
      this.#places.push({
        line: firstLine + breaks(text, start, lineStart),
        start: from - lineStart,
        end: from - lineStart + match[0].length,
      });
    }
  }
}

/** Line breaks before an offset; counted only where a key was found. */
function breaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) if (text.charCodeAt(at) === LINE_FEED) count += 1;
  return count;
}
