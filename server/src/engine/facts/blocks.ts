import type { StatusLineKind } from '../formats/status-block/kinds';
import type { Hit, Place } from '../match/rule';
import { MAX_EVIDENCE } from '../match/run-rules';
import type { PlacedLife } from './bundle-facts';

/** Where a value of block `index` stands. */
export function blockPlace(placed: PlacedLife, index: number, kind: StatusLineKind, field?: string): Place {
  const { artifact, life } = placed;
  const line = life.blocks.lineOf(index, kind);
  return field === undefined ? { artifact, line } : { artifact, line, field };
}

/** Log-clock time of a block, or null. */
export function blockTime(placed: PlacedLife, index: number): number | null {
  return knownTime(placed.life.blocks.times[index]);
}

/** An entry of a column of times, epoch ms: null where there is none, or the log has none. */
export function knownTime(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

/** A hit that stands for blocks of a life (their indexes, in order), ready but for its data: at the first of them. */
export function blocksHit(
  placed: PlacedLife,
  indexes: readonly [number, ...number[]],
  kind: StatusLineKind,
  field: string,
): Hit & { readonly count: number } {
  const [first] = indexes;
  return {
    at: blockPlace(placed, first, kind, field),
    evidence: indexes.slice(0, MAX_EVIDENCE).map((index) => blockPlace(placed, index, kind, field)),
    count: indexes.length,
    scope: placed.scope,
    firstMs: blockTime(placed, first),
    lastMs: blockTime(placed, indexes[indexes.length - 1] ?? first),
  };
}

/** Runs of consecutive blocks (those without the value are passed over) in which the test holds. */
export function runsWhere<T>(
  values: readonly T[],
  test: (value: T, index: number) => boolean | null,
): readonly { readonly first: number; readonly last: number; readonly count: number }[] {
  const runs: { first: number; last: number; count: number }[] = [];
  let open: { first: number; last: number; count: number } | null = null;
  for (const [index, value] of values.entries()) {
    const holds = test(value, index);
    if (holds === null) continue;
    if (!holds) {
      open = null;
      continue;
    }
    if (open === null) {
      open = { first: index, last: index, count: 0 };
      runs.push(open);
    }
    open.last = index;
    open.count += 1;
  }
  return runs;
}

/** A rise of a counter between two blocks of one process. */
export interface Rise {
  readonly index: number;
  readonly before: number;
  readonly after: number;
}

/** Every rise of a counter; NaN (missing) and falls (a restart) are passed over. */
export function risesOf(values: readonly number[]): readonly Rise[] {
  const rises: Rise[] = [];
  let before = Number.NaN;
  for (const [index, after] of values.entries()) {
    if (Number.isNaN(after)) continue;
    if (after > before) rises.push({ index, before, after });
    before = after;
  }
  return rises;
}

/**
 * Whether a connection state means connected: `fohh_connection_connected`, or `CONNECTED` in an illustration. The
 * word cut off at the end of a file counts as one.
 */
export function isConnected(state: string): boolean {
  if (/(?:^|_)connected$/iu.test(state)) return true;
  return state !== '' && 'fohh_connection_connected'.startsWith(state);
}
