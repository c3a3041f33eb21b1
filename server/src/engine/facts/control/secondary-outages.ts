import type { Hit } from '../../match/rule';
import { blockTime, isConnected, runsWhere } from '../blocks';
import type { BundleFacts } from '../bundle-facts';

/** Blocks in a row before a secondary connection is news: after a start they come up one by one. */
const BLOCKS = 3;

/** Named connections other than control that stay down while control is up; `NONE` is a connection that is not used. */
export function secondaryOutages(facts: BundleFacts): readonly Hit[] {
  return facts.livesWithBlocks.flatMap((placed): readonly Hit[] => {
    const { blocks } = placed.life;
    const control = blocks.text('control.state') ?? [];
    return blocks.textNames
      .filter((name) => /^connection\..{1,60}\.state$/u.test(name))
      .flatMap((name): readonly Hit[] => {
        const states = blocks.text(name) ?? [];
        const [run] = runsWhere(states, (state, index) =>
          state === undefined ? null : state !== 'NONE' && !isConnected(state) && isConnected(control[index] ?? ''),
        ).filter((one) => one.count >= BLOCKS);
        if (run === undefined) return [];
        return [
          {
            at: { artifact: placed.artifact, line: blocks.lineOfState(run.first, name) },
            evidence: [run.first, run.last].map((index) => ({
              artifact: placed.artifact,
              line: blocks.lineOfState(index, name),
            })),
            count: run.count,
            scope: placed.scope,
            firstMs: blockTime(placed, run.first),
            lastMs: blockTime(placed, run.last),
            data: { channel: name.slice('connection.'.length, -'.state'.length), state: states[run.first] ?? '' },
          },
        ];
      });
  });
}
