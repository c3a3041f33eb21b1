import { FRANKFURT } from '../cast';
import type { Scenario } from './scenario';
import { blocksEachMinute, enterWorking, openStage, outageAt, redirectsAt } from './stage';

/** When the connection breaks, and for how long, seconds: no period in it. One outage lasts over two blocks. */
const OUTAGES: readonly (readonly [at: number, lasts: number])[] = [
  [1_214, 11],
  [1_390, 34],
  [1_877, 8],
  [2_011, 27],
  [2_349, 128],
  [2_598, 14],
];

export const flapping: Scenario = {
  name: 'flapping',
  note: 'The control connection breaks six times within 25 minutes, at no fixed interval, with redirects between.',
  expected: {
    rootCause: 'tunnel/flapping',
    findings: ['tunnel/flapping'],
    tolerated: ['tunnel/redirected', 'tunnel/control-disconnected', 'tunnel/tx-drop'],
  },
  bundle: (seed) => {
    const stage = openStage(seed, FRANKFURT);
    const life = enterWorking(stage);
    blocksEachMinute(stage, life);
    for (const [at, lasts] of OUTAGES) outageAt(stage, life, at, lasts, { controlOnly: true });
    redirectsAt(stage, life, [640, 1_429, 2_130, 3_055]);
    stage.timeline.run(3_900);
    return new Map([['journal.txt', stage.journal.text]]);
  },
};
