import type { EventLog, LogEvent } from './facts';

/** Occurrences kept of one message: the first ones and the last ones, so that a burst keeps both its ends. */
const KEEP_FIRST = 4_000;
const KEEP_LAST = 1_000;

class Log implements EventLog {
  count = 0;
  readonly #first: LogEvent[] = [];
  readonly #last: LogEvent[] = [];

  get kept(): readonly LogEvent[] {
    if (this.#last.length === 0) return this.#first;
    const turn = (this.count - KEEP_FIRST) % KEEP_LAST;
    const ordered =
      this.#last.length < KEEP_LAST ? this.#last : [...this.#last.slice(turn), ...this.#last.slice(0, turn)];
    return [...this.#first, ...ordered];
  }

  add(event: LogEvent): void {
    if (this.#first.length < KEEP_FIRST) this.#first.push(event);
    else this.#last[(this.count - KEEP_FIRST) % KEEP_LAST] = event;
    this.count += 1;
  }
}

/** Events of a journal by message id. */
export class EventCollector {
  readonly #logs = new Map<string, Log>();

  get logs(): ReadonlyMap<string, EventLog> {
    return this.#logs;
  }

  add(event: LogEvent): void {
    let log = this.#logs.get(event.message);
    if (log === undefined) {
      log = new Log();
      this.#logs.set(event.message, log);
    }
    log.add(event);
  }
}
