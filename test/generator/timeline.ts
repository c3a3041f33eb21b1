/** Something that tells the log's own time. */
export interface Clock {
  /** Epoch milliseconds, read as the log's clock (UTC). */
  readonly nowMs: number;
}

interface Event {
  readonly atMs: number;
  readonly action: () => void;
}

/**
 * The events of a story in the order of time: scenarios put them in, `run` plays them. Events of the same moment
 * play in the order in which they were put in.
 */
export class Timeline implements Clock {
  readonly #events: Event[] = [];
  #nowMs: number;

  constructor(readonly startMs: number) {
    this.#nowMs = startMs;
  }

  get nowMs(): number {
    return this.#nowMs;
  }

  /** An event at so many seconds after the start. An event of the past plays now. */
  at(seconds: number, action: () => void): void {
    this.#put(this.startMs + Math.round(seconds * 1000), action);
  }

  /** An event so many seconds from now. */
  after(seconds: number, action: () => void): void {
    this.#put(this.#nowMs + Math.round(seconds * 1000), action);
  }

  /** An event every so many seconds, first at `first` seconds after the start, for as long as `goesOn` says so. */
  every(first: number, period: number, action: () => void, goesOn: () => boolean = () => true): void {
    this.at(first, () => {
      if (!goesOn()) return;
      action();
      this.every(first + period, period, action, goesOn);
    });
  }

  /** Plays everything up to so many seconds after the start; the clock then stands there. */
  run(untilSeconds: number): void {
    const untilMs = this.startMs + untilSeconds * 1000;
    for (let next = this.#events[0]; next !== undefined && next.atMs <= untilMs; next = this.#events[0]) {
      this.#events.shift();
      this.#nowMs = Math.max(this.#nowMs, next.atMs);
      next.action();
    }
    this.#nowMs = Math.max(this.#nowMs, untilMs);
  }

  #put(atMs: number, action: () => void): void {
    let index = this.#events.length;
    while (index > 0 && (this.#events[index - 1]?.atMs ?? 0) > atMs) index -= 1;
    this.#events.splice(index, 0, { atMs, action });
  }
}
