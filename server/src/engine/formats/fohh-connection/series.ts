import { ownCopy } from '../../text/own-copy';
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

interface MutableSeries extends FlowControlSeries {
  readonly times: number[];
  readonly lines: number[];
  readonly states: string[];
  readonly counters: Map<string, number[]>;
}

/** Rows kept for one connection and connections kept in all; beyond that only every second old row stays. */
const MAX_ROWS = 20_000;
const MAX_CONNECTIONS = 2_000;

/** Layouts kept; a connector has a dozen connections at a time. */
const MAX_LAYOUTS = 256;

interface Layout {
  readonly template: LineTemplate;
  readonly series: MutableSeries;
  readonly state: string;
}

/** Collects rows by connection. */
export class FlowControlCollector {
  readonly #byKey = new Map<string, MutableSeries>();
  readonly #layouts = new Map<string, Layout>();

  get series(): readonly FlowControlSeries[] {
    return [...this.#byKey.values()];
  }

  /** Takes the row that begins at `start`; ignores malformed rows. `timeMs` is NaN without a clock. */
  add(text: string, start: number, end: number, line: number, timeMs: number): void {
    const layout = this.#layoutOf(text, start, end);
    if (layout === null) return;
    const { template, series, state } = layout;
    if (series.times.length >= MAX_ROWS) thin(series);
    const index = series.times.length;
    series.times.push(timeMs);
    series.lines.push(line);
    series.states.push(state);
    for (let slot = 0; slot < template.slots.length; slot += 1) {
      const name = template.slots[slot]?.name ?? '';
      let values = series.counters.get(name);
      if (values === undefined) {
        values = [];
        series.counters.set(name, values);
      }
      while (values.length < index) values.push(Number.NaN);
      values[index] = template.numbers[slot] ?? Number.NaN;
    }
  }

  /** The layout that the row has; null for a malformed row, or one of a connection too many. */
  #layoutOf(text: string, start: number, end: number): Layout | null {
    // Endpoints and state, up to the first counter: a connection's own.
    const headEnd = text.indexOf(', ', start);
    if (headEnd < 0 || headEnd > end) return null;
    const head = text.slice(start, headEnd);
    const known = this.#layouts.get(head);
    if (known?.template.match(text, start, end) === true) return known;
    const layout = this.#learn(ownCopy(text.slice(start, end)));
    if (layout?.template.match(text, start, end) !== true) return null;
    if (this.#layouts.size >= MAX_LAYOUTS) this.#layouts.clear();
    this.#layouts.set(ownCopy(head), layout);
    return layout;
  }

  #learn(message: string): Layout | null {
    const row = readFlowControlRow(message);
    if (row === null) return null;
    const slots = flowControlFields(message, 0).flatMap(({ name, nameStart, valueStart, valueEnd }): Slot[] =>
      // Endpoints and state are their own names; they are what tells one layout from another.
      nameStart === valueStart
        ? []
        : [{ name: name.slice('f_conn.'.length), kind: 'number', start: valueStart, end: valueEnd }],
    );
    const template = LineTemplate.learn(message, slots);
    const series = this.#seriesOf(row.key, row.broker, row.local);
    return template === null || series === null ? null : { template, series, state: row.state };
  }

  #seriesOf(key: string, broker: string, local: string): MutableSeries | null {
    const found = this.#byKey.get(key);
    if (found !== undefined) return found;
    if (this.#byKey.size >= MAX_CONNECTIONS) return null;
    const series: MutableSeries = { key, broker, local, times: [], lines: [], states: [], counters: new Map() };
    this.#byKey.set(key, series);
    return series;
  }
}

function thin(series: MutableSeries): void {
  const half = series.times.length >> 1;
  const keep = (_: unknown, index: number): boolean => index >= half || index % 2 === 0;
  const lists: unknown[][] = [series.times, series.lines, series.states, ...series.counters.values()];
  for (const list of lists) list.splice(0, list.length, ...list.filter(keep));
}
