import { groupBy } from '../../basics/group-by';
import type { FlowControlSeries } from '../../formats/fohh-connection/series';
import type { Hit, Place } from '../../match/rule';
import { MAX_EVIDENCE } from '../../match/run-rules';
import type { BundleFacts } from '../bundle-facts';
import { retold } from '../copies';
import { knownTime, risesOf } from '../blocks';

/** A series of flow-control rows and where it stands. */
export interface PlacedFlow {
  readonly artifact: number;
  readonly scope: string;
  readonly flow: FlowControlSeries;
}

/** All series of flow-control rows, in the order of files; of a journal that is there twice only one. */
export function flowsOf(facts: BundleFacts): readonly PlacedFlow[] {
  const flows = facts.journals.flatMap(({ artifact, facts: journal, telling }) =>
    journal.flows.map((flow) => ({
      telling,
      host: journal.hosts[0] ?? null,
      placed: { artifact: artifact.index, scope: journal.hosts[0] ?? artifact.path, flow },
    })),
  );
  const copies = retold(
    flows,
    ({ host, placed: { flow } }) => (host === null ? null : `${host} ${flow.key}`),
    ({ placed: { flow } }) => rowsOf(flow),
  );
  return flows.filter((one) => !copies.has(one)).map(({ placed }) => placed);
}

/** Times and amounts of the rows; null where one has no time. */
function rowsOf({ times, counters }: FlowControlSeries): ReadonlySet<string> | null {
  if (times.some((time) => Number.isNaN(time))) return null;
  const [sent = [], received = []] = [counters.get('tx'), counters.get('rx')];
  return new Set(
    times.map((time, index) => [Math.floor(time / 1000), sent[index] ?? 0, received[index] ?? 0].map(String).join(' ')),
  );
}

/**
 * Rises of a trouble counter of flow-control rows, one hit a connection. A steady figure is history.
 */
export function flowHits(facts: BundleFacts, counter: string): readonly Hit[] {
  return flowsOf(facts).flatMap(({ artifact, scope, flow }): readonly Hit[] => {
    const values = flow.counters.get(counter) ?? [];
    const place = (index: number): Place => ({ artifact, line: flow.lines[index] ?? 0, field: `f_conn.${counter}` });
    const time = (index: number): number | null => knownTime(flow.times[index]);
    const rises = risesOf(values);
    const [first] = rises;
    const last = rises[rises.length - 1];
    if (first !== undefined && last !== undefined) {
      return [
        {
          at: place(first.index),
          evidence: rises.slice(0, MAX_EVIDENCE).map((rise) => place(rise.index)),
          count: rises.length,
          scope,
          firstMs: time(first.index),
          lastMs: time(last.index),
          data: {
            broker: flow.broker,
            change: `rises by ${String(rises.reduce((sum, rise) => sum + rise.after - rise.before, 0))}`,
          },
        },
      ];
    }
    return [];
  });
}

/** Non-zero figures of a trouble counter in connections with one sample only: one hint a file, since none can be judged. */
export function singleSampleHints(facts: BundleFacts, counter: string): readonly Hit[] {
  const found = flowsOf(facts).flatMap((placed) => {
    const values = placed.flow.counters.get(counter) ?? [];
    const [value = 0] = values;
    if (values.length !== 1 || value === 0) return [];
    const place: Place = { artifact: placed.artifact, line: placed.flow.lines[0] ?? 0, field: `f_conn.${counter}` };
    return [{ place, value, flow: placed }];
  });
  return [...groupBy(found, ({ place }) => place.artifact).values()].flatMap((singles): readonly Hit[] => {
    const [first] = singles;
    if (first === undefined) return [];
    return [
      {
        at: first.place,
        evidence: singles.slice(0, MAX_EVIDENCE).map((one) => one.place),
        count: singles.length,
        severity: 'hint',
        confidence: 'low',
        scope: first.flow.scope,
        firstMs: knownTime(first.flow.flow.times[0]),
        data: {
          broker: first.flow.flow.broker,
          change: `is ${String(first.value)} in the only sample: whether it rises cannot be told`,
        },
      },
    ];
  });
}

/** A row of the same dump is printed within so many ms. */
const DUMP_MS = 30_000;

/**
 * Rows in which a connection stays in backoff: two in a row, or the last that the log tells of anything. A single one
 * before others is the moment of a redirect.
 */
function backedOffRows({ artifact, flow }: PlacedFlow, all: readonly PlacedFlow[]): readonly number[] {
  const isOff = (index: number): boolean => flow.states[index]?.endsWith('_backoff') === true;
  return [...flow.states.keys()].filter((index) => {
    if (!isOff(index)) return false;
    if (isOff(index - 1) || isOff(index + 1)) return true;
    return !all.some((other) => other.artifact === artifact && goesOnAfter(other.flow, flow, index));
  });
}

/** Whether a connection has rows of a later dump than that row. */
function goesOnAfter(other: FlowControlSeries, flow: FlowControlSeries, index: number): boolean {
  const last = other.lines.length - 1;
  const time = flow.times[index] ?? Number.NaN;
  const later = other.times[last] ?? Number.NaN;
  if (!Number.isNaN(time) && !Number.isNaN(later)) return later - time > DUMP_MS;
  return (other.lines[last] ?? 0) > (flow.lines[index] ?? 0);
}

/** Connections that stay in backoff, one hit a file: its rows say when, the connections which. */
export function backedOffFlows(facts: BundleFacts): readonly Hit[] {
  const flows = flowsOf(facts);
  const backedOff = flows
    .map((placed) => ({ placed, indexes: backedOffRows(placed, flows) }))
    .filter(({ indexes }) => indexes.length > 0);
  return [...groupBy(backedOff, ({ placed }) => placed.artifact)].flatMap(([artifact, all]): readonly Hit[] => {
    const rows = all
      .flatMap(({ placed: { flow }, indexes }) =>
        indexes.map((index) => ({ line: flow.lines[index] ?? 0, timeMs: knownTime(flow.times[index]) })),
      )
      .sort((a, b) => a.line - b.line);
    const [first] = rows;
    if (first === undefined) return [];
    return [
      {
        at: { artifact, line: first.line },
        evidence: rows.slice(0, MAX_EVIDENCE).map(({ line }) => ({ artifact, line })),
        count: rows.length,
        scope: all[0]?.placed.scope ?? null,
        firstMs: first.timeMs,
        lastMs: rows[rows.length - 1]?.timeMs ?? null,
        data: { connections: all.length, broker: all[0]?.placed.flow.broker ?? '' },
      },
    ];
  });
}

/** Samples in a row over which a connection must send and receive nothing. */
const ONE_WAY_SAMPLES = 5;

/** Connected flows that keep sending while nothing arrives. */
export function oneWayHits(facts: BundleFacts): readonly Hit[] {
  return flowsOf(facts).flatMap(({ artifact, scope, flow }): readonly Hit[] => {
    const sent = flow.counters.get('tx') ?? [];
    const received = flow.counters.get('rx') ?? [];
    let from = 0;
    for (let index = 1; index < sent.length; index += 1) {
      const goesOn =
        (sent[index] ?? 0) > (sent[index - 1] ?? 0) &&
        received[index] === received[index - 1] &&
        flow.states[index] === 'fohh_connection_connected';
      if (!goesOn) {
        from = index;
        continue;
      }
      if (index - from < ONE_WAY_SAMPLES) continue;
      return [
        {
          at: { artifact, line: flow.lines[from] ?? 0, field: 'f_conn.rx' },
          evidence: [from, index].map((at) => ({ artifact, line: flow.lines[at] ?? 0, field: 'f_conn.rx' })),
          count: index - from + 1,
          scope,
          firstMs: knownTime(flow.times[from]),
          lastMs: knownTime(flow.times[index]),
          data: { broker: flow.broker },
        },
      ];
    }
    return [];
  });
}
