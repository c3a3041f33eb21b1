import type { Hit } from '../../match/rule';
import type { PlacedFlow } from './flow-hits';
import { knownTime } from '../blocks';
import { flowsOf } from './flow-hits';
import type { BundleFacts } from '../bundle-facts';

/** Rows in a row over which the gap must grow: a busy moment is over within two. */
const ROWS = 5;
/** Growth that counts, bytes: less is what a quick connection has on its way anyhow. */
const LEAST_BYTES = 65_536;

/**
 * Connections in which one counter runs away from another (`enq` from `deq`, `tx` from the `r_rx` of the other side),
 * one hit a connection. Data: `broker`, `bytes` of growth.
 */
export function runawayGaps(facts: BundleFacts, ahead: string, behind: string): readonly Hit[] {
  return flowsOf(facts).flatMap((placed): readonly Hit[] => {
    const run = longestGrowth(gapsOf(placed, ahead, behind));
    const { artifact, scope, flow } = placed;
    if (run === null || run.growth < LEAST_BYTES) return [];
    const field = `f_conn.${behind}`;
    return [
      {
        at: { artifact, line: flow.lines[run.first] ?? 0, field },
        evidence: [run.first, run.last].map((index) => ({ artifact, line: flow.lines[index] ?? 0, field })),
        count: run.last - run.first + 1,
        scope,
        firstMs: knownTime(flow.times[run.first]),
        lastMs: knownTime(flow.times[run.last]),
        data: { broker: flow.broker, bytes: run.growth },
      },
    ];
  });
}

function gapsOf({ flow }: PlacedFlow, ahead: string, behind: string): readonly number[] {
  const [far, near] = [flow.counters.get(ahead) ?? [], flow.counters.get(behind) ?? []];
  return far.map((value, index) => value - (near[index] ?? Number.NaN));
}

interface Growth {
  readonly first: number;
  readonly last: number;
  readonly growth: number;
}

/** The stretch of at least ROWS rows in which the gap grows with every row, and by most. */
function longestGrowth(gaps: readonly number[]): Growth | null {
  let best: Growth | null = null;
  let first = 0;
  for (let index = 1; index < gaps.length; index += 1) {
    if (!((gaps[index] ?? Number.NaN) > (gaps[index - 1] ?? Number.NaN))) {
      first = index;
      continue;
    }
    const growth = (gaps[index] ?? 0) - (gaps[first] ?? 0);
    if (index - first + 1 >= ROWS && (best === null || growth > best.growth)) best = { first, last: index, growth };
  }
  return best;
}
