import { ROTTERDAM } from '../cast';
import { MachineState } from '../host/machine-state';
import { hostNoise } from '../journal/host-noise';
import { ALLOCATOR_HABITS } from '../memory/allocators';
import { cpuReport } from '../memory/collection-reports';
import { MemoryLedger } from '../memory/ledger';
import { OBJECT_HABITS } from '../memory/objects';
import { healthy } from './scenario';
import type { Scenario } from './scenario';
import { blocksEachMinute, enterWorking, openStage, redirectsAt } from './stage';

const NINETY_MINUTES = 5_400;
const AGE_MINUTES = 7_200;

export const healthyNewForm: Scenario = {
  name: 'healthy-new-form',
  note: 'A connector at work for days, in the form of versions 2x of early 2025, with host noise and a processor report.',
  expected: healthy('tunnel/redirected'),
  bundle: (seed) => {
    const cast = { ...ROTTERDAM, identity: { ...ROTTERDAM.identity, version: '24.412.2' } };
    const stage = openStage(seed, cast, { mode: 'short-iso' });
    const { timeline, journal, random } = stage;
    const pids = { parent: 1021, child: 40_550 };
    const life = enterWorking(stage, { form: 'classic', pid: pids.child, parentPid: pids.parent });
    life.skewSeconds = 0.0042;
    blocksEachMinute(stage, life);
    redirectsAt(stage, life, [1_930, 4_321]);
    hostNoise(timeline, journal, random.fork('noise'), cast.machine, 40);
    timeline.run(NINETY_MINUTES);
    const books = random.fork('books');
    return new Map([
      ['journal.log', journal.text],
      [
        'cpu_report.txt',
        cpuReport({
          machine: new MachineState(random.fork('machine'), cast.machine),
          pids,
          processStartMs: timeline.startMs - AGE_MINUTES * 60_000,
          firstSampleMs: timeline.nowMs - 1_200_000,
          samples: 6,
          allocators: new MemoryLedger(books.fork('allocators'), ALLOCATOR_HABITS, AGE_MINUTES),
          objects: new MemoryLedger(books.fork('objects'), OBJECT_HABITS, AGE_MINUTES),
        }),
      ],
    ]);
  },
};
