import { FRANKFURT } from '../cast';
import { healthy } from './scenario';
import type { Scenario } from './scenario';
import { blocksEachMinute, enterWorking, FIRST_BLOCK, openStage, redirectsAt } from './stage';

/** A redirect begins in the second before a block: the block shows the moment between the two connections. */
const ACROSS = FIRST_BLOCK + 20 * 60 - 0.5;

export const redirectAcrossBlock: Scenario = {
  name: 'redirect-across-block',
  note: 'A status block falls into the second of a redirect and shows backoff once: still no outage.',
  expected: healthy('tunnel/redirected'),
  bundle: (seed) => {
    const stage = openStage(seed, FRANKFURT);
    const life = enterWorking(stage);
    blocksEachMinute(stage, life);
    redirectsAt(stage, life, [ACROSS]);
    stage.timeline.run(2_400);
    return new Map([['journal.txt', stage.journal.text]]);
  },
};
