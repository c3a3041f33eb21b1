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

/** Collects rows by connection. */
export class FlowControlCollector {
  readonly #byKey = new Map<string, MutableSeries>();

  get series(): readonly FlowControlSeries[] {
    return [...this.#byKey.values()];
  }

  /** Takes the row that begins at `start`; ignores malformed rows. `timeMs` is NaN without a clock. */
  add(text: string, start: number, end: number, line: number, timeMs: number): void {
    const message = text.slice(start, end);
    const row = readFlowControlRow(message);
    if (row === null) return;
    const series = this.#seriesOf(row.key, row.broker, row.local);
    if (series === null) return;
    if (series.times.length >= MAX_ROWS) thin(series);
    const index = series.times.length;
    series.times.push(timeMs);
    series.lines.push(line);
    series.states.push(row.state);
    for (const field of flowControlFields(message, 0)) {
      const name = field.name.slice('f_conn.'.length);
      if (name === 'local' || name === 'broker' || name === 'remote' || name === 'state') continue;
      let values = series.counters.get(name);
      if (values === undefined) {
        values = [];
        series.counters.set(name, values);
      }
      while (values.length < index) values.push(Number.NaN);
      values.push(Number(message.slice(field.valueStart, field.valueEnd)));
    }
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
