import type { ConfigSpot } from './config-reader';

/** Curly quotation marks in a configuration file. */
export interface QuoteFacts {
  /** The first ones; comments are left out. */
  readonly quotes: readonly ConfigSpot[];
  readonly quoteCount: number;
}

const CURLY = /[\u2018-\u201f]/gu;
const MAX_PLACES = 20;

/** Collects the curly quotes of the lines it is shown. */
export class QuoteCollector {
  readonly #quotes: ConfigSpot[] = [];
  #count = 0;

  add(content: string, line: number): void {
    for (const { index } of curlyQuotesOf(content)) {
      this.#count += 1;
      if (this.#quotes.length < MAX_PLACES) this.#quotes.push({ line, start: index, end: index + 1 });
    }
  }

  get facts(): QuoteFacts {
    return { quotes: this.#quotes, quoteCount: this.#count };
  }
}

/** Curly quotes of a line, up to its comment. */
export function curlyQuotesOf(content: string): readonly { readonly index: number; readonly mark: string }[] {
  const comment = /(?:^|\s)#/u.exec(content);
  const code = comment === null ? content : content.slice(0, comment.index);
  return [...code.matchAll(CURLY)].map((match) => ({ index: match.index, mark: match[0] }));
}
