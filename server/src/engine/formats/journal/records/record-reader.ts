import type { Take } from '../../format';
import type { JournalCollector } from '../reader';
import { journalMarker } from '../markers';
import { formOf } from './forms';
import type { JournalRecord, RecordForm } from './record';
import type { JournalMode } from '../prefix';

/** Records held until the order of the journal is known; of more than these the order is taken as it stands. */
const MAX_HELD = 200_000;
/** Steps back in time, with none forward, that make an order. */
const STEPS = 3;

/** Reads the modes that print each field by its name, and hands their records on in the order of time. */
export class RecordReader {
  #form: { readonly mode: JournalMode; readonly form: RecordForm } | null = null;
  #held: JournalRecord[] = [];
  #forward = 0;
  #back = 0;
  #isOrdered = false;
  isNewestFirst = false;

  constructor(private readonly collector: JournalCollector) {}

  /** Takes a line; null where the section is of another mode, which its first line that is not blank tells. */
  take(text: string, start: number, end: number, line: number): Take | null {
    if (this.#form === null) {
      const unit = text.charCodeAt(start);
      // The first characters of no mode of records: nearly every journal ends here.
      if (start === end || !(unit === 95 || unit === 91 || unit === 123 || unit === 30 || isHead(unit))) return null;
      const begun = formOf(text.slice(start, end), (record) => {
        this.#add(record);
      });
      if (begun === null) return null;
      this.#form = begun;
    }
    if (this.#form.form.feed(text.slice(start, end), line)) return 'taken';
    return journalMarker(text, start, end) === null ? 'refused' : 'taken';
  }

  finish(): void {
    this.#form?.form.end();
    this.isNewestFirst = this.#back >= STEPS && this.#forward === 0;
    this.#flush();
  }

  #add(record: JournalRecord): void {
    if (this.#isOrdered) {
      this.#hand(record);
      return;
    }
    const last = this.#held.at(-1)?.timeMs ?? Number.NaN;
    if (record.timeMs > last) this.#forward += 1;
    if (record.timeMs < last) this.#back += 1;
    this.#held.push(record);
    if (this.#forward > 0 || this.#held.length >= MAX_HELD) this.#flush();
  }

  #flush(): void {
    this.#isOrdered = true;
    const held = this.isNewestFirst ? this.#held.reverse() : this.#held;
    this.#held = [];
    for (const record of held) this.#hand(record);
  }

  #hand(record: JournalRecord): void {
    if (this.#form !== null) this.collector.record(this.#form.mode, record);
  }
}

/** `data: {` of json-sse, and the week day of verbose. */
function isHead(unit: number): boolean {
  return unit === 100 || (unit >= 65 && unit <= 90);
}
