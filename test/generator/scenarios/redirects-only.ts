import { FRANKFURT } from '../cast';
import { healthy } from './scenario';
import type { Scenario } from './scenario';
import { blocksEachMinute, enterWorking, openStage, redirectsAt } from './stage';

export const redirectsOnly: Scenario = {
  name: 'redirects-only',
  note: 'Seven redirects within half an hour while Service Edges are drained: normal, however many they are.',
  expected: healthy('tunnel/redirected'),
  bundle: (seed) => {
    const stage = openStage(seed, FRANKFURT);
    const life = enterWorking(stage);
    blocksEachMinute(stage, life);
    redirectsAt(stage, life, [310, 555, 817, 1_090, 1_331, 1_629, 1_984]);
    stage.timeline.run(2_700);
    return new Map([['journal.txt', stage.journal.text]]);
  },
};
