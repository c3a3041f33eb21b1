import { ROTTERDAM } from '../cast';
import { beginEnrollment, exitedTooFast, failByName, revertToDefault } from '../connector/enrollment';
import { digShort, NSLOOKUP_TIMED_OUT } from '../host/dig';
import { connectorFiles, lsOutput, resolvConf } from '../host/files';
import { Shell } from '../host/shell';
import { hostNoise } from '../journal/host-noise';
import { eachAttempt } from './attempts';
import type { Scenario } from './scenario';
import { openStage } from './stage';

export const dnsFailure: Scenario = {
  name: 'dns-failure',
  note: 'A hardened image leaves resolv.conf to root alone: user zscaler cannot resolve a name and cannot enrol.',
  expected: {
    rootCause: 'config/resolv-conf-unreadable',
    findings: [
      'config/resolv-conf-unreadable',
      'enrollment/dns-resolution-failed',
      'health/process-crash-loop',
      'health/reverting-to-default',
    ],
    tolerated: ['tunnel/dns-lookup-failed', 'health/process-restarted'],
  },
  bundle: (seed) => {
    const stage = openStage(seed, ROTTERDAM);
    const { cast, timeline, journal, random } = stage;
    hostNoise(timeline, journal, random.fork('noise'), cast.machine, 45);
    eachAttempt(
      stage,
      6,
      (life, end) => {
        beginEnrollment(life, cast.identity);
        failByName(life, cast.identity);
        timeline.after(2, () => {
          exitedTooFast(life, 2);
          end();
        });
      },
      revertToDefault,
    );
    timeline.run(240);
    const listed = connectorFiles(430, timeline.nowMs, '-rw-------').filter(({ path }) => path === '/etc/resolv.conf');
    const { apiHost, cloud } = cast.identity;
    return new Map([
      ['journal.txt', journal.text],
      ['ls.txt', new Shell(cast.machine).run('ls -l /etc/resolv.conf', lsOutput(listed)).text],
      ['resolv.conf', resolvConf(cast.machine)],
      [
        'names.txt',
        new Shell(cast.machine)
          .run(`dig +short co2br.${cloud}`, digShort(cast))
          .run(`sudo -u zscaler nslookup ${apiHost}`, NSLOOKUP_TIMED_OUT).text,
      ],
    ]);
  },
};
