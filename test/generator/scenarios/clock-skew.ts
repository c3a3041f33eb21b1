import { FRANKFURT } from '../cast';
import { syntheticPem } from '../certificate';
import { beginEnrollment, exitedTooFast, failByClock, revertToDefault } from '../connector/enrollment';
import { chronycUnsynchronised, timedatectlOutput } from '../host/clock-state';
import { Shell } from '../host/shell';
import { eachAttempt } from './attempts';
import type { Scenario } from './scenario';
import { openStage } from './stage';

/** The system clock is so far behind the hardware clock and the world, seconds. */
const BEHIND = 737;

export const clockSkew: Scenario = {
  name: 'clock-skew',
  note: 'A restored machine is twelve minutes late and hears no time server: its new certificate is not yet valid.',
  expected: {
    rootCause: 'health/clock-unsynchronized',
    findings: [
      'health/clock-unsynchronized',
      'enrollment/certificate-not-yet-valid',
      'health/process-crash-loop',
      'health/reverting-to-default',
    ],
    tolerated: ['enrollment/key-already-enrolled', 'health/process-restarted', 'health/time-skew'],
  },
  bundle: (seed) => {
    const stage = openStage(seed, FRANKFURT);
    const { cast, timeline, journal, random } = stage;
    const pem = syntheticPem(random.fork('certificate'));
    eachAttempt(
      stage,
      5,
      (life, end) => {
        beginEnrollment(life, cast.identity);
        failByClock(life, cast.identity, pem, (lines) => {
          journal.continued(lines);
        });
        timeline.after(2, () => {
          exitedTooFast(life, 2);
          end();
        });
      },
      revertToDefault,
    );
    timeline.run(120);
    const shell = (): Shell => new Shell(cast.machine);
    const { nowMs } = timeline;
    return new Map([
      ['journal.txt', journal.text],
      ['chronyc.txt', shell().run('chronyc tracking', chronycUnsynchronised()).text],
      ['timedatectl.txt', shell().run('timedatectl status', timedatectlOutput(nowMs, false, BEHIND)).text],
    ]);
  },
};
