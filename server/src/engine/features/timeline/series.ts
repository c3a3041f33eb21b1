import { isConnected } from '../../facts/blocks';
import type { PlacedLife } from '../../facts/bundle-facts';
import type { TimelineUnit } from './model';

/** One row of a chart: a block or a dump, with a value a series. */
export interface Sample {
  readonly timeMs: number;
  readonly artifact: number;
  /** 0-based. */
  readonly line: number;
  readonly values: readonly (number | null)[];
}

export interface ChartSpec {
  readonly id: string;
  readonly title: string;
  readonly unit: TimelineUnit;
  readonly series: readonly { readonly label: string; readonly values: (placed: PlacedLife) => Values | undefined }[];
}

type Values = readonly (number | null)[];

/** The charts of a connector, in the order in which they are shown. */
export const CHARTS: readonly ChartSpec[] = [
  {
    id: 'rtt',
    title: 'RTT of the control connection',
    unit: 'ms',
    series: [
      { label: 'tcp', values: (one) => rtt(one, 'tcp') },
      { label: 'app', values: (one) => rtt(one, 'app') },
    ],
  },
  {
    id: 'throughput',
    title: 'Throughput',
    unit: 'bytes/s',
    series: [
      { label: 'to broker', values: (one) => rate(one, 'transfer.ToBroker') },
      { label: 'from broker', values: (one) => rate(one, 'transfer.FromBroker') },
    ],
  },
  {
    id: 'mtunnels',
    title: 'Mtunnels and data connections',
    unit: 'count',
    series: [
      { label: 'Mtunnels active', values: (one) => scaled(one, 'mtunnels.active') },
      { label: 'data connections', values: (one) => scaled(one, 'data.connections') },
      { label: 'backed off', values: (one) => scaled(one, 'data.backed_off') },
    ],
  },
  {
    id: 'drops',
    title: 'RPC messages dropped since the block before',
    unit: 'count',
    series: [{ label: 'dropped', values: drops }],
  },
  {
    id: 'apps',
    title: 'Applications',
    unit: 'count',
    series: [
      { label: 'registered', values: (one) => scaled(one, 'apps.registered') },
      { label: 'alive', values: (one) => scaled(one, 'apps.alive') },
      { label: 'targets', values: (one) => scaled(one, 'apps.target_count') },
      { label: 'targets alive', values: (one) => scaled(one, 'apps.alive_target') },
    ],
  },
  {
    id: 'cpu',
    title: 'CPU',
    unit: 'percent',
    series: [
      { label: 'used', values: (one) => scaled(one, 'CPU.Util') },
      { label: 'stolen', values: (one) => scaled(one, 'CPU.Steal') },
    ],
  },
  {
    id: 'memory',
    title: 'Memory',
    unit: 'percent',
    series: [
      { label: 'system', values: (one) => scaled(one, 'Mem.System') },
      { label: 'process', values: (one) => scaled(one, 'Mem.Process') },
    ],
  },
];

/** Samples of a chart over the lives of one connector, in order of time; empty where no block has a value. */
export function samplesOf(spec: ChartSpec, lives: readonly PlacedLife[]): readonly Sample[] {
  const samples: Sample[] = [];
  let any = false;
  for (const placed of lives) {
    const { times, lines } = placed.life.blocks;
    const columns = spec.series.map((one) => one.values(placed));
    const last = samples[samples.length - 1];
    // A gap between two process lives: a line drawn across it would tell of values that nobody measured.
    if (last !== undefined) samples.push({ ...last, timeMs: last.timeMs + 1, values: last.values.map(() => null) });
    for (const [index, timeMs] of times.entries()) {
      if (Number.isNaN(timeMs)) continue;
      const values = columns.map((column) => column?.[index] ?? null);
      any ||= values.some((value) => value !== null);
      samples.push({ timeMs, artifact: placed.artifact, line: lines[index] ?? 0, values });
    }
  }
  return any ? samples.sort((a, b) => a.timeMs - b.timeMs) : [];
}

function scaled({ life }: PlacedLife, name: string, factor = 1): Values | undefined {
  return life.blocks.column(name)?.map((value) => (Number.isNaN(value) ? null : value * factor));
}

/** In milliseconds; nothing while there is no connection, whatever the block prints then. */
function rtt(placed: PlacedLife, kind: 'tcp' | 'app'): Values | undefined {
  const states = placed.life.blocks.text('control.state');
  return scaled(placed, `control.rtt.${kind}`, 0.001)?.map((value, index) => {
    const state = states?.[index];
    return state === undefined || isConnected(state) ? value : null;
  });
}

/** Change per second of a growing counter; nothing where it fell. */
function rate({ life }: PlacedLife, name: string): Values | undefined {
  const values = life.blocks.column(name);
  if (values === undefined) return undefined;
  let before: { readonly value: number; readonly timeMs: number } | null = null;
  return values.map((value, index) => {
    const timeMs = life.blocks.times[index] ?? Number.NaN;
    if (Number.isNaN(value) || Number.isNaN(timeMs)) return null;
    const last = before;
    before = { value, timeMs };
    if (last === null || value < last.value || timeMs <= last.timeMs) return null;
    return ((value - last.value) * 1000) / (timeMs - last.timeMs);
  });
}

/** What all `rpc.drop` counters together rose by; a counter that fell counts as nothing. */
function drops({ life }: PlacedLife): Values | undefined {
  const { blocks } = life;
  const columns = blocks.columnNames.filter((name) => name.startsWith('rpc.drop.')).map((name) => blocks.column(name));
  if (columns.length === 0) return undefined;
  const before = columns.map(() => Number.NaN);
  return blocks.times.map((_, index) => {
    let sum: number | null = null;
    for (const [at, column] of columns.entries()) {
      const value = column?.[index] ?? Number.NaN;
      const last = before[at] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      before[at] = value;
      if (!Number.isNaN(last)) sum = (sum ?? 0) + Math.max(0, value - last);
    }
    return sum;
  });
}
