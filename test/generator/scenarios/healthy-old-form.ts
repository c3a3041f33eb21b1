import { MILAN } from '../cast';
import { activityAt } from '../connector/traffic';
import { MachineState } from '../host/machine-state';
import { meminfoOutput, vmstatOutput } from '../host/memory-and-disk';
import { Shell } from '../host/shell';
import { hostNoise } from '../journal/host-noise';
import { healthy } from './scenario';
import type { Scenario } from './scenario';
import { blocksEachMinute, enterWorking, openStage } from './stage';

const NINETY_MINUTES = 5_400;

export const healthyOldForm: Scenario = {
  name: 'healthy-old-form',
  note: 'A connector of version 18 at work, with the other processes of its host; blocks in the old form.',
  expected: healthy(),
  bundle: (seed) => {
    const stage = openStage(seed, MILAN);
    const { timeline, journal, random, cast } = stage;
    const life = enterWorking(stage, { form: 'old', pid: 6123, parentPid: 988, flowRows: 0 });
    life.skewSeconds = -0.0127;
    blocksEachMinute(stage, life);
    hostNoise(timeline, journal, random.fork('noise'), cast.machine, 50);
    timeline.run(NINETY_MINUTES);
    const moment = new MachineState(random.fork('machine'), cast.machine).moment(activityAt(timeline.nowMs));
    const shell = (): Shell => new Shell(cast.machine);
    return new Map([
      ['dump-of-journalctl.txt', journal.text],
      ['meminfo.txt', shell().run('cat /proc/meminfo', meminfoOutput(cast.machine, moment)).text],
      ['vmstat.txt', shell().run('vmstat', vmstatOutput(moment)).text],
    ]);
  },
};
