/** Entries looked at, at most, before the order is decided: one step forward decides it at once. */
const SAMPLE = 64;
/** Steps back in time, with none forward, that make an order: one or two may be a clock that was set. */
const STEPS = 3;
/** So many steps back make an order even though one forward follows them: two journals were joined there. */
const CLEAR_STEPS = 10;

/**
 * Finds out whether a journal was printed newest first (`journalctl -r`), and then turns it round: what follows from
 * the order of events needs the order in which they happened. Of any other journal all is handed on after few entries.
 */
export class TimeOrder<Entry> {
  #waiting: Entry[] = [];
  #last = Number.NaN;
  #forward = 0;
  #back = 0;
  #decided: 'as it stands' | 'newest first' | null = null;

  /** `mostHeld`: a journal printed newest first that has more entries is turned round in pieces of so many. */
  constructor(
    private readonly mostHeld: number,
    private readonly hand: (entry: Entry) => void,
  ) {}

  /** Whether entries that are added are held; else they are handed on at once. */
  get isWaiting(): boolean {
    return this.#decided !== 'as it stands';
  }

  get isNewestFirst(): boolean {
    return this.#decided === 'newest first';
  }

  /** The last entry that is held, if any. */
  get last(): Entry | undefined {
    return this.#waiting.at(-1);
  }

  /** Adds an entry. `key` grows with its time; NaN where it has none. */
  add(entry: Entry, key: number): void {
    if (!this.isWaiting) {
      this.hand(entry);
      return;
    }
    this.#waiting.push(entry);
    if (key > this.#last) this.#forward += 1;
    if (key < this.#last) this.#back += 1;
    if (!Number.isNaN(key)) this.#last = key;
    if (this.#decided === null && (this.#forward > 0 || this.#waiting.length >= SAMPLE)) this.#decide();
    if (this.#waiting.length >= this.mostHeld) this.#release();
  }

  /** Hands everything on that is still held. */
  finish(): void {
    if (this.#decided === null) this.#decide();
    this.#release();
  }

  #decide(): void {
    const enough = this.#forward === 0 ? STEPS : CLEAR_STEPS;
    this.#decided = this.#back >= enough ? 'newest first' : 'as it stands';
    if (this.#decided === 'as it stands') this.#release();
  }

  #release(): void {
    const waiting = this.isNewestFirst ? this.#waiting.reverse() : this.#waiting;
    this.#waiting = [];
    for (const entry of waiting) this.hand(entry);
  }
}
