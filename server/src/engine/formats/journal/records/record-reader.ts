import type { Take } from '../../format';
import type { JournalCollector } from '../collector';
import { journalMarker } from '../markers';
import { TimeOrder } from '../time-order';
import { formOf } from './forms';
import type { JournalRecord, RecordForm } from './record';
import type { JournalMode } from '../prefix';

/** Records held of a journal that was printed newest first. */
const MAX_HELD = 200_000;

/** Reads the modes that print each field by its name, and hands their records on in the order of time. */
export class RecordReader {
  #form: { readonly mode: JournalMode; readonly form: RecordForm } | null = null;
  readonly #order: TimeOrder<JournalRecord>;

  constructor(collector: JournalCollector) {
    this.#order = new TimeOrder(MAX_HELD, (record) => {
      if (this.#form !== null) collector.record(this.#form.mode, record);
    });
  }

  get isNewestFirst(): boolean {
    return this.#order.isNewestFirst;
  }

  /** Takes a line; null where the section is of another mode, which its first line that is not blank tells. */
  take(text: string, start: number, end: number, line: number): Take | null {
    if (this.#form === null) {
      if (start === end) return null;
      const begun = formOf(text.slice(start, end), (record) => {
        this.#order.add(record, record.timeMs);
      });
      if (begun === null) return null;
      this.#form = begun;
    }
    if (this.#form.form.feed(text.slice(start, end), line)) return 'taken';
    return journalMarker(text, start, end) === null ? 'refused' : 'taken';
  }

  finish(): void {
    this.#form?.form.end();
    this.#order.finish();
  }
}
