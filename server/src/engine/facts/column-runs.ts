import type { StatusLineKind } from '../formats/status-block/kinds';
import type { Hit } from '../match/rule';
import { MAX_EVIDENCE } from '../match/run-rules';
import { blocksHit, blockTime, runsWhere } from './blocks';
import type { BundleFacts, PlacedLife } from './bundle-facts';

export interface ColumnRun {
  /** Ready but for its data; `count` is the number of blocks of the longest run. */
  readonly hit: Hit & { readonly count: number };
  readonly placed: PlacedLife;
  /** Index of the first block. */
  readonly first: number;
  /** Values over which the test held. */
  readonly values: readonly number[];
  /** Values of the blocks before. */
  readonly before: readonly number[];
}

/**
 * Runs of neighbouring status blocks in which the test holds for a column, of every process life; runs of one
 * life are one hit, which stands at the longest.
 */
export function columnRuns(
  facts: BundleFacts,
  column: string,
  kind: StatusLineKind,
  test: (value: number, placed: PlacedLife, index: number) => boolean,
  field: string = column,
): readonly ColumnRun[] {
  return facts.livesWithBlocks.flatMap((placed) => {
    const values = placed.life.blocks.column(column);
    if (values === undefined) return [];
    const runs = runsWhere(values, (value, index) => (Number.isNaN(value) ? null : test(value, placed, index)));
    const longest = runs.reduce<(typeof runs)[number] | null>(
      (best, run) => (best === null || run.count > best.count ? run : best),
      null,
    );
    if (longest === null) return [];
    const { first, last, count } = longest;
    const rest = Array.from({ length: Math.min(MAX_EVIDENCE, last - first + 1) - 1 }, (_, at) => first + 1 + at);
    return [
      {
        placed,
        first,
        values: values.slice(first, last + 1).filter((value) => !Number.isNaN(value)),
        before: values.slice(0, first),
        hit: {
          ...blocksHit(placed, [first, ...rest], kind, field),
          count,
          lastMs: blockTime(placed, last),
        },
      },
    ];
  });
}
