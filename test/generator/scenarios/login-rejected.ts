import { FRANKFURT } from '../cast';
import { keyInLogs, syntheticKey } from '../provisioning-key';
import { BASE64 } from '../random';
import type { Scenario } from './scenario';
import { openStage } from './stage';

export const loginRejected: Scenario = {
  name: 'login-rejected',
  note: 'The key was pasted with one wrong character: the API host answers 401. Messages without prefix, with levels.',
  expected: {
    rootCause: 'enrollment/login-rejected',
    findings: ['enrollment/login-rejected'],
    tolerated: ['provision-key/secret-exposed'],
  },
  bundle: (seed) => {
    const stage = openStage(seed, FRANKFURT, { mode: 'cat' });
    const { cast, timeline, journal, random } = stage;
    const { identity } = cast;
    const key = syntheticKey(random.fork('key'), identity);
    const fingerprint = random.fork('fingerprint').characters(10, BASE64);
    const say = (level: 'notice' | 'error', message: string): void => {
      journal.line('zpa-connector-child', 4110, `${level}:${message}`);
    };
    // One attempt at each of three restarts by hand.
    for (const second of [2, 95, 240]) {
      timeline.at(second, () => {
        say('notice', 'Checking Enrollment');
        say('notice', 'No valid certificate. Attempting to enroll');
        say('notice', `Enroll: Connecting to ${identity.apiHost} via co2br.${identity.cloud}.`);
        say(
          'error',
          `Login request failed - http status(401) nonce(<${keyInLogs(key)}>) fingerprint(<${fingerprint}...>)`,
        );
        say('notice', 'Certificate enrollment failed.');
      });
    }
    timeline.run(300);
    return new Map([
      ['journal.txt', journal.text],
      ['provision_key', `${key}\n`],
    ]);
  },
};
