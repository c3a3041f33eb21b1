import { ROTTERDAM_TWO } from '../cast';
import { exitedTooFast, failByHardware, revertToDefault } from '../connector/enrollment';
import { eachAttempt } from './attempts';
import type { Scenario } from './scenario';
import { openStage } from './stage';

export const hardwareChanged: Scenario = {
  name: 'hardware-changed',
  note: 'An enrolled machine was cloned: the copy cannot open the sealed identity and its child dies at every start.',
  expected: {
    rootCause: 'enrollment/hardware-id-changed',
    findings: ['enrollment/hardware-id-changed', 'health/process-crash-loop', 'health/reverting-to-default'],
    tolerated: ['health/process-restarted'],
  },
  bundle: (seed) => {
    const stage = openStage(seed, ROTTERDAM_TWO);
    const { timeline, journal } = stage;
    eachAttempt(
      stage,
      6,
      (life, end) => {
        failByHardware(life, (message) => {
          journal.line('zpa-connector', null, message);
        });
        timeline.after(1, () => {
          exitedTooFast(life, 1);
          end();
        });
      },
      revertToDefault,
    );
    timeline.run(120);
    return new Map([['journal.txt', journal.text]]);
  },
};
