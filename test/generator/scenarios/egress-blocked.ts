import { BOOTSTRAP_ADDRESSES, FRANKFURT } from '../cast';
import { digShort } from '../host/dig';
import { curlTimedOut, NC_TIMED_OUT, telnetTimedOut } from '../host/reach';
import { Shell } from '../host/shell';
import type { Scenario } from './scenario';
import { blocksEachMinute, enterConnector, openStage } from './stage';

export const egressBlocked: Scenario = {
  name: 'egress-blocked',
  note: 'The site lets nothing out but through its proxy, and the connector has no proxy file.',
  expected: {
    rootCause: 'tunnel/direct-egress-blocked',
    findings: ['tunnel/direct-egress-blocked', 'tunnel/tcp-connect-failed'],
    tolerated: [
      'tunnel/not-connected-to-cloud',
      'tunnel/control-disconnected',
      'tunnel/backed-off-connections',
      'tunnel/tx-drop',
    ],
  },
  bundle: (seed) => {
    const stage = openStage(seed, FRANKFURT);
    const { timeline, journal, cast } = stage;
    const life = enterConnector(stage);
    life.start();
    timeline.after(1, () => {
      life.prepare(BOOTSTRAP_ADDRESSES);
    });
    timeline.every(31, 30, () => {
      life.notYetConnected();
    });
    blocksEachMinute(stage, life);
    timeline.run(900);
    const { identity, machine } = cast;
    const [first, second] = identity.brokers;
    const file = '/opt/zscaler/var/proxy';
    const checks = new Shell(machine)
      .run(`dig +short co2br.${identity.cloud}`, digShort(cast))
      .run(`curl -sv -m 8 https://${identity.apiHost}`, curlTimedOut(identity, second.ip))
      .run(`telnet ${first.ip} 443`, telnetTimedOut(first.ip))
      .run(`nc -zv -w 5 co2br.${identity.cloud} 443`, NC_TIMED_OUT)
      .run(`ls -l ${file}`, [`ls: cannot access '${file}': No such file or directory`]);
    return new Map([
      ['journal.txt', journal.text],
      ['checks.txt', checks.text],
    ]);
  },
};
