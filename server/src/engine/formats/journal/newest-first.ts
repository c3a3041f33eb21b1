import { TimeOrder } from './time-order';

/** One entry that waits: its own line and the lines that continue it. */
export interface WaitingEntry {
  readonly lines: { readonly text: string; readonly line: number }[];
}

/** Entries held of a journal that was printed newest first. */
const MAX_HELD = 1_000_000;

/** The entries of the modes that print one a line, with the lines that continue them, in the order of time. */
export class EntryOrder {
  readonly #order: TimeOrder<WaitingEntry>;

  constructor(replay: (entry: WaitingEntry) => void) {
    this.#order = new TimeOrder(MAX_HELD, replay);
  }

  /** Whether entries are to be added here; else they can be read at once. */
  get isWaiting(): boolean {
    return this.#order.isWaiting;
  }

  get isNewestFirst(): boolean {
    return this.#order.isNewestFirst;
  }

  /** Adds an entry. `key` grows with its time; NaN where it has none. */
  add(text: string, line: number, key: number): void {
    this.#order.add({ lines: [{ text, line }] }, key);
  }

  /** Adds a line that continues the last entry. */
  continue(text: string, line: number): void {
    const { last } = this.#order;
    if (last === undefined) this.add(text, line, Number.NaN);
    else last.lines.push({ text, line });
  }

  /** Hands everything on that still waits. */
  finish(): void {
    this.#order.finish();
  }
}
