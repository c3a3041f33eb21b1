/** The stretch of time that is shown, shared by all charts and bars. */

/** No closer than this. */
const LEAST_MS = 10_000;

export class View {
  readonly #watchers: (() => void)[] = [];
  #start: number;
  #end: number;

  constructor(
    private readonly first: number,
    private readonly last: number,
  ) {
    this.#start = first;
    this.#end = last;
  }

  get start(): number {
    return this.#start;
  }

  get end(): number {
    return this.#end;
  }

  get zoomed(): boolean {
    return this.#start > this.first || this.#end < this.last;
  }

  onChange(watcher: () => void): void {
    this.#watchers.push(watcher);
  }

  /** Shows a stretch, kept within what there is. */
  show(start: number, end: number): void {
    const length = Math.min(Math.max(end - start, LEAST_MS), this.last - this.first);
    const from = Math.min(Math.max(start, this.first), this.last - length);
    if (from === this.#start && from + length === this.#end) return;
    this.#start = from;
    this.#end = from + length;
    for (const watcher of this.#watchers) watcher();
  }

  all(): void {
    this.show(this.first, this.last);
  }

  /** Makes the stretch so many times as long, around its middle. */
  zoom(factor: number): void {
    const middle = (this.#start + this.#end) / 2;
    const half = ((this.#end - this.#start) * factor) / 2;
    this.show(middle - half, middle + half);
  }

  /** Moves by a share of what is shown. */
  pan(share: number): void {
    const by = (this.#end - this.#start) * share;
    this.show(this.#start + by, this.#end + by);
  }

  /** Where a moment lies, 0 at the left edge and 1 at the right one; beyond them outside. */
  place(ms: number): number {
    return (ms - this.#start) / (this.#end - this.#start);
  }
}
