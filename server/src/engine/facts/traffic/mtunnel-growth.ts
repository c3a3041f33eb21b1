import type { Hit } from '../../match/rule';
import { blocksHit } from '../blocks';
import type { BundleFacts } from '../bundle-facts';

/** Blocks in a row in which active tunnels must grow, the growth that counts, and the share that may be freed meanwhile. */
const BLOCKS = 10;
const GROWTH = 2;
const FREED_SHARE = 0.1;

/** Stretches in which active Microtunnels only grow because hardly any is freed. */
export function mtunnelGrowth(facts: BundleFacts): readonly Hit[] {
  return facts.livesWithBlocks.flatMap((placed): readonly Hit[] => {
    const { blocks } = placed.life;
    const active = blocks.column('mtunnels.active') ?? [];
    const created = blocks.column('mtunnels.created') ?? [];
    // The newer line has no such counter: created minus active is freed, as the older one shows.
    const freed =
      blocks.column('mtunnels.freed') ?? created.map((total, index) => total - (active[index] ?? Number.NaN));
    let from = 0;
    for (let index = 1; index <= active.length; index += 1) {
      if ((active[index] ?? Number.NaN) > (active[index - 1] ?? Number.NaN)) continue;
      const last = index - 1;
      const before = active[from] ?? 0;
      const after = active[last] ?? 0;
      const released = (freed[last] ?? Number.NaN) - (freed[from] ?? Number.NaN);
      if (last - from >= BLOCKS && after >= before * GROWTH && released <= (after - before) * FREED_SHARE) {
        return [
          {
            ...blocksHit(placed, [from, last], 'mtunnels', 'mtunnels.active'),
            count: last - from + 1,
            data: { before, after },
          },
        ];
      }
      from = index;
    }
    return [];
  });
}
