import type { Hit } from '../match/rule';
import { blockPlace, blockTime } from './blocks';
import type { BundleFacts } from './bundle-facts';

/** A fall is news when it takes at least this share, and this many, of the alive targets at once. */
const SHARE = 0.2;
const LEAST = 5;

/** The largest fall of alive targets between neighbouring blocks of each process life. */
export function targetFalls(facts: BundleFacts): readonly Hit[] {
  return facts.livesWithBlocks.flatMap((placed): readonly Hit[] => {
    const values = placed.life.blocks.column('apps.alive_target') ?? [];
    let worst = -1;
    for (let index = 1; index < values.length; index += 1) {
      const fall = fallAt(values, index);
      if (fall >= LEAST && fall >= SHARE * (values[index - 1] ?? 0) && (worst < 0 || fall > fallAt(values, worst)))
        worst = index;
    }
    if (worst < 0) return [];
    return [
      {
        at: blockPlace(placed, worst, 'apps', 'apps.alive_target'),
        evidence: [
          blockPlace(placed, worst - 1, 'apps', 'apps.alive_target'),
          blockPlace(placed, worst, 'apps', 'apps.alive_target'),
        ],
        scope: placed.scope,
        firstMs: blockTime(placed, worst),
        data: { before: values[worst - 1] ?? 0, after: values[worst] ?? 0 },
      },
    ];
  });
}

function fallAt(values: readonly number[], index: number): number {
  const fall = (values[index - 1] ?? Number.NaN) - (values[index] ?? Number.NaN);
  return Number.isNaN(fall) ? 0 : fall;
}
