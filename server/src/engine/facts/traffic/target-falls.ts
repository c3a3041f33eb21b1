import type { Hit } from '../../match/rule';
import { blockPlace, blockTime } from '../blocks';
import type { BundleFacts } from '../bundle-facts';

/** A fall is news when it takes at least this share, and this many, of the targets that were alive so many blocks before. */
const SHARE = 0.2;
const LEAST = 5;
const BLOCKS = 5;

interface Fall {
  readonly from: number;
  readonly to: number;
  /** Targets that went down, without those that are monitored no more. */
  readonly by: number;
}

/** The largest fall of alive targets within a few blocks of each process life. */
export function targetFalls(facts: BundleFacts): readonly Hit[] {
  return facts.livesWithBlocks.flatMap((placed): readonly Hit[] => {
    const alive = placed.life.blocks.column('apps.alive_target') ?? [];
    const worst = largestFall(alive, placed.life.blocks.column('apps.target_count') ?? []);
    if (worst === null) return [];
    return [
      {
        at: blockPlace(placed, worst.to, 'apps', 'apps.alive_target'),
        evidence: [
          blockPlace(placed, worst.from, 'apps', 'apps.alive_target'),
          blockPlace(placed, worst.to, 'apps', 'apps.alive_target'),
        ],
        scope: placed.scope,
        firstMs: blockTime(placed, worst.to),
        data: { before: alive[worst.from] ?? 0, after: alive[worst.to] ?? 0 },
      },
    ];
  });
}

function largestFall(alive: readonly number[], counts: readonly number[]): Fall | null {
  let worst: Fall | null = null;
  for (let to = 1; to < alive.length; to += 1) {
    // The nearest block first: the same fall is told by the blocks that it lies between.
    for (let from = to - 1; from >= Math.max(0, to - BLOCKS); from -= 1) {
      const by = difference(alive, from, to) - Math.max(0, difference(counts, from, to));
      const isNews = by >= LEAST && by >= SHARE * (alive[from] ?? 0);
      if (isNews && by > (worst?.by ?? 0)) worst = { from, to, by };
    }
  }
  return worst;
}

/** How much less the later value is; 0 where one is missing. */
function difference(values: readonly number[], from: number, to: number): number {
  const fall = (values[from] ?? Number.NaN) - (values[to] ?? Number.NaN);
  return Number.isNaN(fall) ? 0 : fall;
}
