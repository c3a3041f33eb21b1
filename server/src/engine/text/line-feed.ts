import type { CopyAscii } from '../ports';
import type { LineSkimmer } from './line-window';
import { LineWindow } from './line-window';

/**
 * Takes one line as a window onto a larger string, so that scanners need not slice.
 * `start` and `end` are UTF-16 offsets into `text`, without the line break; `line` is 0-based.
 */
export type LineSink = (text: string, start: number, end: number, line: number) => void;

const CARRIAGE_RETURN = 13;
/** With less than this left a window is shown anew: longer lines are not skimmed. */
const SHORT_WINDOW = 2_048;

/**
 * Splits text that arrives in chunks of any size into lines (LF or CRLF).
 * Gives the same lines for every way of cutting the same text into chunks, but for those that the skimmer takes.
 */
export class LineFeed {
  readonly #window: LineWindow;
  #pending = '';
  #line = 0;
  #endedInMidLine = false;

  constructor(
    private readonly sink: LineSink,
    private readonly skimmer: LineSkimmer | null = null,
    copyAscii: CopyAscii | null = null,
  ) {
    this.#window = new LineWindow(copyAscii);
  }

  /** Number of lines handed out so far. */
  get lineCount(): number {
    return this.#line;
  }

  /** Whether the text ended without a line break. Known after `end`. */
  get endedInMidLine(): boolean {
    return this.#endedInMidLine;
  }

  /** `bytes`: the same chunk, where each of its bytes is one unit of the text. */
  push(chunk: string, bytes: Uint8Array | null = null): void {
    let from = 0;
    if (this.#pending !== '') {
      const first = chunk.indexOf('\n');
      if (first < 0) {
        this.#pending += chunk;
        return;
      }
      this.#emit(this.#pending + chunk.slice(0, first + 1), 0, this.#pending.length + first);
      this.#pending = '';
      from = first + 1;
    }
    const window = this.#window;
    window.end = 0;
    if (bytes !== null) window.show(bytes);
    for (;;) {
      if (this.skimmer?.skims === true) from = this.#skim(this.skimmer, chunk, bytes, from);
      const at = chunk.indexOf('\n', from);
      if (at < 0) break;
      this.#emit(chunk, from, at);
      from = at + 1;
    }
    if (from < chunk.length) this.#pending = chunk.slice(from);
  }

  /** Hands out the last line where the text does not end with a line break. */
  end(): void {
    if (this.#pending === '') return;
    this.#endedInMidLine = true;
    const rest = this.#pending;
    this.#pending = '';
    this.#emit(rest, 0, rest.length);
  }

  /** Lets the skimmer take the lines it knows; gives where the next line begins. */
  #skim(skimmer: LineSkimmer, chunk: string, bytes: Uint8Array | null, from: number): number {
    const window = this.#window;
    let at = from;
    for (;;) {
      const shownEnd = window.base + window.end;
      const isShort = bytes === null && shownEnd < at + SHORT_WINDOW && shownEnd < chunk.length;
      if (isShort || window.end === 0) window.copy(chunk, at);
      window.at = at - window.base;
      window.line = this.#line;
      skimmer.skim(window);
      this.#line = window.line;
      at = window.base + window.at;
      // A window that was read through to its end goes on behind it.
      const readThrough =
        bytes === null && window.base + window.end < chunk.length && window.end - window.at < SHORT_WINDOW;
      if (!readThrough || window.at === 0) return at;
    }
  }

  #emit(text: string, start: number, end: number): void {
    this.sink(text, start, lineEnd(text, start, end), this.#line);
    this.#line += 1;
  }
}

/** All lines of a text that is held as a whole; breaks as in LineFeed. */
export function splitLines(text: string): string[] {
  const lines: string[] = [];
  let from = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
    lines.push(text.slice(from, lineEnd(text, from, at)));
    from = at + 1;
  }
  if (from < text.length) lines.push(text.slice(from, lineEnd(text, from, text.length)));
  return lines;
}

/** Where a line ends before its break: a terminal that is recorded writes more than one carriage return. */
function lineEnd(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && text.charCodeAt(last - 1) === CARRIAGE_RETURN) last -= 1;
  return last;
}
