import { fileNameOf } from '../basics/path-parts';
import { provisionKey } from '../formats/provision-key';
import { addressesIn } from './addresses';
import { Pieces } from './pieces';
import type { Pseudonyms } from './pseudonyms';
import { isBlackedOut, isPlaceholder, secretSpans } from './secrets';
import { WordFinder } from './word-finder';

export type LeakKind = 'name' | 'address' | 'id' | 'secret';

/** Something that should not be there. The text itself is not told: this is for screens and logs. */
export interface Leak {
  readonly kind: LeakKind;
  /** 0-based line, UTF-16 column. */
  readonly line: number;
  readonly column: number;
}

const MAX_LEAKS = 100;
/** Shorter runs of a secret can be anything. */
const PROBE = 24;

/**
 * Looks through a redacted file for what should be gone: originals of the map, addresses that are no stand-ins, and
 * whatever still looks like a secret.
 */
export class LeakCheck {
  readonly #leaks: Leak[] = [];
  readonly #pieces: Pieces;
  readonly #originals: WordFinder;
  readonly #probes: readonly string[];
  #line = 0;

  constructor(
    private readonly names: Pseudonyms,
    path: string,
    finder: WordFinder = originalsFinder(names),
  ) {
    const isKeyFile = provisionKey.fileName?.test(fileNameOf(path)) === true;
    this.#originals = finder;
    this.#probes = [...names.secrets]
      .filter((secret) => secret.length >= PROBE)
      .map((secret) => secret.slice(0, PROBE));
    this.#pieces = new Pieces(({ text, ending }) => {
      this.#look(text, isKeyFile);
      if (ending !== '') this.#line += 1;
    });
  }

  push(text: string): void {
    this.#pieces.push(text);
  }

  /** What was found, the first hundred of it. */
  end(): readonly Leak[] {
    this.#pieces.end();
    return this.#leaks;
  }

  #look(text: string, isKeyFile: boolean): void {
    for (const { start, text: word } of this.#originals.in(text)) {
      if (!this.names.isIssued(word)) this.#add(/^\d+$/u.test(word) ? 'id' : 'name', start);
    }
    for (const address of addressesIn(text)) {
      if (!this.names.addresses.isFine(address)) this.#add('address', address.start);
    }
    for (const { start, end } of secretSpans(text, isKeyFile)) {
      const secret = text.slice(start, end);
      const isNone = isBlackedOut(secret) || (isKeyFile && isPlaceholder(secret));
      if (!isNone && !this.names.isStandIn(secret)) this.#add('secret', start);
    }
    for (const probe of this.#probes) {
      const at = text.indexOf(probe);
      if (at >= 0) this.#add('secret', at);
    }
  }

  #add(kind: LeakKind, column: number): void {
    if (this.#leaks.length < MAX_LEAKS) this.#leaks.push({ kind, line: this.#line, column });
  }
}

/** Finds every name and id that has a stand-in; made once for all files of a run. */
export function originalsFinder(names: Pseudonyms): WordFinder {
  const { ids } = names.state;
  return new WordFinder([...names.everywhere, ...Object.keys(ids)]);
}
