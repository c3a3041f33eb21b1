import type { Hit } from '../../match/rule';
import { blocksHit, risesOf } from '../blocks';
import type { BundleFacts } from '../bundle-facts';

/** One hit a process life in which any TX_DROP counter of the RPC line rose; the largest rise names it. */
export function rpcDropHits(facts: BundleFacts): readonly Hit[] {
  return facts.livesWithBlocks.flatMap((placed): readonly Hit[] => {
    const { blocks } = placed.life;
    const risen = blocks.columnNames
      .filter((name) => name.startsWith('rpc.drop.'))
      .map((name) => ({ name, rises: risesOf(blocks.column(name) ?? []) }))
      .filter(({ rises }) => rises.length > 0)
      .map((one) => ({ ...one, total: one.rises.reduce((sum, rise) => sum + rise.after - rise.before, 0) }))
      .sort((a, b) => b.total - a.total);
    const [largest] = risen;
    const [first, ...rest] = largest?.rises ?? [];
    if (largest === undefined || first === undefined) return [];
    return [
      {
        ...blocksHit(placed, [first.index, ...rest.map(({ index }) => index)], 'rpc', largest.name),
        data: {
          names: risen
            .slice(0, 3)
            .map(({ name }) => name.slice('rpc.drop.'.length))
            .join(', '),
          total: risen.reduce((sum, one) => sum + one.total, 0),
        },
      },
    ];
  });
}
