import { ownCopy } from '../../text/own-copy';
import { NumberColumn, thin } from '../shared/columns';
import type { Figure } from '../shared/figure-layout';
import { FigureLayout } from '../shared/figure-layout';
import type { KnownLine } from '../shared/known-line';
import type { Slot } from '../shared/line-template';
import { LineTemplate } from '../shared/line-template';
import { flowControlFields, readFlowControlRow } from './fields';

/** The flow-control rows of one connection (local port and broker) in order. */
export interface FlowControlSeries {
  /** `local:port;broker`. */
  readonly key: string;
  readonly broker: string;
  readonly local: string;
  readonly times: readonly number[];
  readonly lines: readonly number[];
  readonly states: readonly string[];
  /** Counter name (`tx_drop`, `enq` …) -> value per row; NaN where a row lacks it. */
  readonly counters: ReadonlyMap<string, readonly number[]>;
}

/** Rows kept of one connection, and of all: beyond that only every second old row of the longest stays. */
const MAX_ROWS = 20_000;
const MAX_ROWS_IN_ALL = 100_000;
/** Rows of connections beyond these are not kept. A reconnection is another connection: these are months of a bad line. */
const MAX_CONNECTIONS = 20_000;
/** Digits a counter may have. */
const MAX_DIGITS = 20;

/** Layouts kept; a connector has a dozen connections at a time. */
const MAX_LAYOUTS = 256;

/** A connection whose rows are still coming. */
class OpenSeries implements FlowControlSeries {
  readonly times: number[] = [];
  readonly lines: number[] = [];
  readonly states: string[] = [];
  readonly #counters = new Map<string, NumberColumn>();

  constructor(
    readonly key: string,
    readonly broker: string,
    readonly local: string,
    private readonly all: OpenSeriesList,
  ) {}

  get counters(): ReadonlyMap<string, readonly number[]> {
    return new Map([...this.#counters].map(([name, column]) => [name, column.filled(this.times.length)]));
  }

  counter(name: string): NumberColumn {
    let column = this.#counters.get(name);
    if (column === undefined) {
      column = new NumberColumn();
      this.#counters.set(name, column);
    }
    return column;
  }

  /** Begins a row; gives its index. */
  open(line: number, timeMs: number, state: string): number {
    if (this.times.length >= MAX_ROWS) this.thin();
    this.all.makeRoom();
    this.times.push(timeMs);
    this.lines.push(line);
    this.states.push(state);
    return this.times.length - 1;
  }

  /** Drops every second old row. */
  thin(): void {
    const kept = this.times.length;
    for (const column of this.#counters.values()) column.thin(kept);
    for (const list of [this.times, this.lines, this.states]) thin(list);
    this.all.rows -= kept - this.times.length;
  }
}

/** All connections, and the rows kept of them. */
class OpenSeriesList {
  readonly byKey = new Map<string, OpenSeries>();
  rows = 0;

  /** Counts a row to come, and thins the longest connection where there is no room for it. */
  makeRoom(): void {
    this.rows += 1;
    if (this.rows <= MAX_ROWS_IN_ALL) return;
    let longest: OpenSeries | null = null;
    for (const one of this.byKey.values()) {
      if (one.times.length > (longest?.times.length ?? 0)) longest = one;
    }
    longest?.thin();
  }
}

/** What rows with the same endpoints and state look like. */
class RowLayout {
  readonly known: KnownLine | null;
  readonly #columns: readonly NumberColumn[];

  /** `figures`: null where such rows are not skimmed. */
  constructor(
    readonly template: LineTemplate,
    figures: FigureLayout | null,
    /** Null where the connection is one too many: its rows are known, and passed over. */
    private readonly series: OpenSeries | null,
    private readonly state: string,
  ) {
    this.#columns = series === null ? [] : template.slots.map(({ name }) => series.counter(name));
    this.known = figures === null ? null : new KnownRow(figures, this);
  }

  /** Keeps one row; `values` by slot. */
  keep(line: number, timeMs: number, values: Float64Array): void {
    const index = this.series?.open(line, timeMs, this.state) ?? 0;
    const columns = this.#columns;
    for (let slot = 0; slot < columns.length; slot += 1) columns[slot]?.put(index, values[slot] ?? Number.NaN);
  }
}

/** How rows of a layout are skimmed. */
class KnownRow implements KnownLine {
  next: KnownLine | null = null;
  beforeNext: KnownLine | null = null;

  constructor(
    readonly layout: FigureLayout,
    private readonly row: RowLayout,
  ) {}

  keep(line: number, timeMs: number): boolean {
    this.row.keep(line, timeMs, this.layout.values);
    return false;
  }
}

/** Collects rows by connection. */
export class FlowControlCollector {
  readonly #all = new OpenSeriesList();
  readonly #layouts = new Map<string, RowLayout>();
  #recent: KnownLine | null = null;

  get series(): readonly FlowControlSeries[] {
    return [...this.#all.byKey.values()].map(
      // Plain data: threads hand it on.
      ({ key, broker, local, times, lines, states, counters }) => ({
        key,
        broker,
        local,
        times,
        lines,
        states,
        counters,
      }),
    );
  }

  /** How the row added last is skimmed when it comes again; null where it was none. */
  get recent(): KnownLine | null {
    return this.#recent;
  }

  /**
   * Takes the row of a process that begins at `start`; ignores malformed rows. `timeMs` is NaN without a clock; `lead` is
   * where the text behind the prefix begins.
   */
  add(
    process: number,
    text: string,
    start: number,
    end: number,
    line: number,
    timeMs: number,
    lead: number = start,
  ): void {
    const layout = this.#layoutOf(process, text, start, end, lead);
    this.#recent = layout?.known ?? null;
    layout?.keep(line, timeMs, layout.template.numbers);
  }

  /** The layout that the row has; null for a malformed row. */
  #layoutOf(process: number, text: string, start: number, end: number, lead: number): RowLayout | null {
    // Endpoints and state, up to the first counter: a connection's own. Known lines lead to those of the same process, so
    // each process has layouts of its own.
    const headEnd = text.indexOf(', ', start);
    if (headEnd < 0 || headEnd > end) return null;
    const head = `${String(process)} ${text.slice(start, headEnd)}`;
    const known = this.#layouts.get(head);
    if (known?.template.match(text, start, end) === true) return known;
    const layout = this.#learn(ownCopy(text.slice(lead, end)), start - lead);
    if (layout?.template.match(text, start, end) !== true) return null;
    if (this.#layouts.size >= MAX_LAYOUTS) this.#layouts.clear();
    this.#layouts.set(ownCopy(head), layout);
    return layout;
  }

  /** Learns a row that begins at `start` of the line. */
  #learn(line: string, start: number): RowLayout | null {
    const message = line.slice(start);
    const row = readFlowControlRow(message);
    if (row === null) return null;
    const slots = flowControlFields(message, 0).flatMap(({ name, nameStart, valueStart, valueEnd }): Slot[] =>
      // Endpoints and state are their own names; they are what tells one layout from another.
      nameStart === valueStart
        ? []
        : [{ name: name.slice('f_conn.'.length), kind: 'number', start: valueStart, end: valueEnd }],
    );
    const template = LineTemplate.learn(message, slots);
    const figures = slots.map(
      (slot): Figure => ({ start: start + slot.start, end: start + slot.end, maxDigits: MAX_DIGITS }),
    );
    const layout = FigureLayout.of(line, figures);
    const series = this.#seriesOf(row.key, row.broker, row.local);
    return template === null ? null : new RowLayout(template, layout, series, row.state);
  }

  #seriesOf(key: string, broker: string, local: string): OpenSeries | null {
    const found = this.#all.byKey.get(key);
    if (found !== undefined) return found;
    if (this.#all.byKey.size >= MAX_CONNECTIONS) return null;
    const series = new OpenSeries(key, broker, local, this.#all);
    this.#all.byKey.set(key, series);
    return series;
  }
}
