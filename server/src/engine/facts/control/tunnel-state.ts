import type { Hit } from '../../match/rule';
import { isConnected } from '../blocks';
import type { BundleFacts, PlacedLife } from '../bundle-facts';

/**
 * Whether a connector of the bundle had its tunnel when it was last looked at; null where nothing tells.
 * `lives`: those of the machine in question, all of the bundle where left out.
 */
export function tunnelState(
  facts: BundleFacts,
  lives: readonly PlacedLife[] = facts.livesWithBlocks,
): 'up' | 'down' | null {
  const tests = facts
    .sections('connection-test')
    .flatMap(({ facts: { tunnel } }) => (tunnel === null ? [] : tunnel.up));
  const blocks = lives.flatMap(({ life }) => {
    const last = life.blocks.text('control.state')?.findLast((state) => state !== undefined);
    return last === undefined ? [] : isConnected(last);
  });
  const told = [...tests.slice(-1), ...blocks.slice(-1)];
  if (told.includes(true)) return 'up';
  return told.length > 0 ? 'down' : null;
}

/** Connection tests that found no tunnel, one hit each. Data: `state`. */
export function lostInTest(facts: BundleFacts): readonly Hit[] {
  return facts.sections('connection-test').flatMap(({ artifact, facts: { tunnel } }) => {
    if (tunnel === null || tunnel.up) return [];
    const { line, start, end, state } = tunnel;
    return [{ at: { artifact: artifact.index, line, start, end }, data: { state } }];
  });
}
