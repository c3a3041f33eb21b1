import { FRANKFURT } from '../cast';
import { hostNoise } from '../journal/host-noise';
import type { Scenario } from './scenario';
import { enterWorking, openStage } from './stage';

/** Seconds into the story: a snapshot of the machine begins and ends. */
const FREEZE = 2_431;
const THAW = 3_098;

export const statusGap: Scenario = {
  name: 'status-gap',
  note: 'The hypervisor freezes the machine for eleven minutes: nobody writes a line, then the connection is dead.',
  expected: {
    rootCause: 'health/status-gap',
    findings: ['health/status-gap'],
    tolerated: ['tunnel/control-connection-closed'],
  },
  bundle: (seed) => {
    const stage = openStage(seed, FRANKFURT);
    const { timeline, journal, random, cast } = stage;
    const life = enterWorking(stage);
    const startMs = timeline.nowMs;
    const isAwake = (): boolean => {
      const second = (timeline.nowMs - startMs) / 1000;
      return second < FREEZE || second >= THAW;
    };
    timeline.every(43, 60, () => {
      if (isAwake()) life.minute();
    });
    hostNoise(timeline, journal, random.fork('noise'), cast.machine, 35, isAwake);
    timeline.at(THAW, () => {
      journal.line('kernel', null, 'clocksource: Long readout interval, skipping watchdog check');
      journal.line('chronyd', 698, 'Forward time jump detected!');
      life.close('FOHH_CLOSE_REASON_SOCKET_ERR');
    });
    timeline.at(THAW + 2, () => {
      life.connect(life.otherBroker(), 60);
    });
    timeline.run(4_500);
    return new Map([['journal.txt', journal.text]]);
  },
};
