import { ROTTERDAM, ROTTERDAM_TWO } from '../cast';
import type { Cast } from '../cast';
import type { Scenario } from './scenario';
import { blocksEachMinute, enterWorking, openStage, outageAt } from './stage';

/** The line of the site is cut at 2,512 s of the story; each connector notices at its own moment. */
const LOSSES: readonly (readonly [cast: Cast, at: number, lasts: number])[] = [
  [ROTTERDAM, 2_512, 204],
  [ROTTERDAM_TWO, 2_549, 181],
];

export const fleetIncident: Scenario = {
  name: 'fleet-incident',
  note: 'Two connectors of one site lose their tunnels within the same minute and get them back together.',
  expected: {
    rootCause: 'bundle/fleet-incident',
    findings: ['bundle/fleet-incident'],
    tolerated: [
      'bundle/mixed-connectors',
      'tunnel/control-connection-closed',
      'tunnel/control-disconnected',
      'tunnel/backed-off-connections',
      'tunnel/tx-drop',
      'health/secondary-connection-down',
    ],
  },
  bundle: (seed) =>
    new Map(
      LOSSES.map(([cast, at, lasts], index) => {
        const stage = openStage(seed + index, cast);
        const life = enterWorking(stage, { pid: 2914 + index * 611 });
        blocksEachMinute(stage, life);
        outageAt(stage, life, at, lasts);
        stage.timeline.run(4_200);
        return [`${cast.machine.host}/journal.txt`, stage.journal.text];
      }),
    ),
};
