/** One line, or a part of a very long one. */
export interface Piece {
  readonly text: string;
  /** The line break behind it as it stands in the file; empty inside of a long line and at the end of the file. */
  readonly ending: '' | '\n' | '\r\n';
  /** Whether it begins a line, and not only goes on with one. */
  readonly isLineStart: boolean;
}

/** Longest piece, in UTF-16 units; longer lines are cut, where they can be behind something that parts words. */
const MAX_PIECE = 65_536;
const SEARCH_BACK = 8_192;

/** Splits text that arrives in chunks into lines, keeping their endings; what it holds is never larger than a piece and a chunk. */
export class Pieces {
  #rest = '';
  #isLineStart = true;

  constructor(private readonly sink: (piece: Piece) => void) {}

  push(chunk: string): void {
    let text = this.#rest + chunk;
    let at = 0;
    for (;;) {
      const end = text.indexOf('\n', at);
      if (end < 0) break;
      this.#line(text.slice(at, end));
      at = end + 1;
    }
    text = text.slice(at);
    this.#rest = text.length > 2 * MAX_PIECE ? this.#cut(text) : text;
  }

  end(): void {
    const rest = this.#cut(this.#rest);
    this.#rest = '';
    if (rest !== '') this.#emit(rest, '');
  }

  #line(line: string): void {
    const isDos = line.endsWith('\r');
    this.#emit(this.#cut(isDos ? line.slice(0, -1) : line), isDos ? '\r\n' : '\n');
  }

  /** Gives out what is more than a piece; gives the rest. */
  #cut(text: string): string {
    let from = 0;
    while (text.length - from > MAX_PIECE) {
      const to = cutBefore(text, from + MAX_PIECE);
      this.#emit(text.slice(from, to), '');
      from = to;
    }
    return from === 0 ? text : text.slice(from);
  }

  #emit(text: string, ending: Piece['ending']): void {
    this.sink({ text, ending, isLineStart: this.#isLineStart });
    this.#isLineStart = ending !== '';
  }
}

function cutBefore(text: string, at: number): number {
  const back = /[\s,;"'<>|][^\s,;"'<>|]{0,8191}$/u.exec(text.slice(at - SEARCH_BACK, at));
  if (back !== null) return at - SEARCH_BACK + back.index + 1;
  const isInPair = text.charCodeAt(at) >= 0xdc00 && text.charCodeAt(at) < 0xe000;
  return isInPair ? at - 1 : at;
}
