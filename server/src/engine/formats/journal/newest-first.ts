/** One entry that waits: its own line and the lines that continue it. */
export interface WaitingEntry {
  readonly lines: { readonly text: string; readonly line: number }[];
}

/** Entries looked at before the order is decided. */
const SAMPLE = 64;
/** Steps back in time, with none forward, that make an order: one or two may be a clock that was set. */
const STEPS = 3;
/** Entries held of a journal that was printed newest first; of more than these the rest is read as it stands. */
const MAX_HELD = 1_000_000;

/**
 * Finds out whether a journal was printed newest first (`journalctl -r`), and then turns it round: what follows from
 * the order of events needs the order in which they happened. Everything else passes after 64 entries.
 */
export class EntryOrder {
  #waiting: WaitingEntry[] = [];
  #last = Number.NaN;
  #forward = 0;
  #back = 0;
  #decided: 'as it stands' | 'newest first' | null = null;

  constructor(private readonly replay: (entry: WaitingEntry) => void) {}

  /** Whether entries are to be added here; else they can be read at once. */
  get isWaiting(): boolean {
    return this.#decided !== 'as it stands';
  }

  get isNewestFirst(): boolean {
    return this.#decided === 'newest first';
  }

  /** Adds an entry. `key` grows with its time; NaN where it has none. */
  add(text: string, line: number, key: number): void {
    this.#waiting.push({ lines: [{ text, line }] });
    if (key > this.#last) this.#forward += 1;
    if (key < this.#last) this.#back += 1;
    if (!Number.isNaN(key)) this.#last = key;
    if (this.#decided === null && this.#waiting.length >= SAMPLE) this.#decide();
    if (this.#waiting.length >= MAX_HELD) this.finish();
  }

  /** Adds a line that continues the last entry. */
  continue(text: string, line: number): void {
    const last = this.#waiting.at(-1);
    if (last === undefined) this.#waiting.push({ lines: [{ text, line }] });
    else last.lines.push({ text, line });
  }

  /** Hands everything on that still waits. */
  finish(): void {
    if (this.#decided === null) this.#decide();
    const waiting = this.#decided === 'newest first' ? this.#waiting.reverse() : this.#waiting;
    this.#waiting = [];
    for (const entry of waiting) this.replay(entry);
  }

  #decide(): void {
    this.#decided = this.#back >= STEPS && this.#forward === 0 ? 'newest first' : 'as it stands';
    if (this.#decided === 'as it stands') this.finish();
  }
}
