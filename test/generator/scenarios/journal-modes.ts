import { ROTTERDAM } from '../cast';
import { hostNoise } from '../journal/host-noise';
import type { JournalOptions } from '../journal/journal-writer';
import { healthy } from './scenario';
import type { Scenario } from './scenario';
import { blocksEachMinute, enterConnector, openStage, startUp } from './stage';

const MODES: readonly (readonly [path: string, options: JournalOptions])[] = [
  ['short.txt', { mode: 'short' }],
  ['short-precise.txt', { mode: 'short-precise' }],
  ['short-iso.txt', { mode: 'short-iso' }],
  ['short-full.txt', { mode: 'short-full' }],
  ['short-unix.txt', { mode: 'short-unix' }],
  ['with-unit.txt', { mode: 'with-unit' }],
  ['no-host.txt', { mode: 'no-host' }],
  ['cat.txt', { mode: 'cat' }],
  ['messages', { mode: 'rfc3164' }],
  ['colour-remnants.txt', { mode: 'short', colourRemnants: true }],
];

export const journalModes: Scenario = {
  name: 'journal-modes',
  note: 'The same ten healthy minutes printed in every mode: each file tells the same.',
  expected: healthy('tunnel/redirected'),
  bundle: (seed) =>
    new Map(
      MODES.map(([path, options]) => {
        const stage = openStage(seed, ROTTERDAM, options);
        const life = enterConnector(stage);
        startUp(stage, life);
        blocksEachMinute(stage, life);
        // Without identifiers the other processes could not be told from the connector.
        if (options.mode !== 'cat') {
          hostNoise(stage.timeline, stage.journal, stage.random.fork('noise'), ROTTERDAM.machine, 60);
        }
        stage.timeline.run(600);
        return [path, stage.journal.text];
      }),
    ),
};
