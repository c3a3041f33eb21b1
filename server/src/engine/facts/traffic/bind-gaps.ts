import type { Hit } from '../../match/rule';
import { blocksHit } from '../blocks';
import type { BundleFacts } from '../bundle-facts';

/** Blocks over which the gap must grow, and the share of the new requests that it must exceed (catalogue E2). */
const BLOCKS = 4;
const SHARE = 0.01;

/** Stretches in which binds outrun their acknowledgements in every block. */
export function bindGaps(facts: BundleFacts): readonly Hit[] {
  return facts.livesWithBlocks.flatMap((placed): readonly Hit[] => {
    const { blocks } = placed.life;
    const requests = blocks.column('rpc.tx.BindReq') ?? blocks.column('rpc.BindReq') ?? [];
    const acks = blocks.column('rpc.rx.BindAck') ?? blocks.column('rpc.BindReqAck') ?? [];
    const gap = (index: number): number => (requests[index] ?? Number.NaN) - (acks[index] ?? Number.NaN);
    let from = 0;
    for (let index = 1; index < requests.length; index += 1) {
      if (!(gap(index) > gap(index - 1))) {
        from = index;
        continue;
      }
      const grown = gap(index) - gap(from);
      const asked = (requests[index] ?? 0) - (requests[from] ?? 0);
      if (index - from < BLOCKS || grown <= asked * SHARE) continue;
      return [
        {
          ...blocksHit(placed, [from, index], 'rpc', 'rpc.tx.BindReq'),
          count: index - from + 1,
          data: { missing: grown },
        },
      ];
    }
    return [];
  });
}
