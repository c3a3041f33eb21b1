import { BOOTSTRAP_ADDRESSES, FRANKFURT, INTERCEPTOR } from '../cast';
import { curlSelfSigned } from '../host/reach';
import { Shell } from '../host/shell';
import { interceptFromNow } from './interception';
import type { Scenario } from './scenario';
import { blocksEachMinute, enterConnector, openStage } from './stage';

export const sslInterception: Scenario = {
  name: 'ssl-interception',
  note: 'A connector starts behind a device that inspects TLS and never gets its control connection.',
  expected: {
    rootCause: 'tunnel/ssl-interception',
    findings: ['tunnel/ssl-interception'],
    tolerated: [
      'tunnel/not-connected-to-cloud',
      'tunnel/control-disconnected',
      'tunnel/backed-off-connections',
      'tunnel/tx-drop',
    ],
  },
  bundle: (seed) => {
    const stage = openStage(seed, FRANKFURT, { mode: 'short', colourRemnants: true });
    const { timeline, journal, cast } = stage;
    const life = enterConnector(stage);
    life.start();
    timeline.after(1, () => {
      life.prepare(BOOTSTRAP_ADDRESSES);
      interceptFromNow(stage, life);
    });
    blocksEachMinute(stage, life);
    timeline.run(1_500);
    const { apiHost, brokers } = cast.identity;
    const output = curlSelfSigned(cast.identity, brokers[1].ip, INTERCEPTOR.commas);
    return new Map([
      ['journal.txt', journal.text],
      ['curl.txt', new Shell(cast.machine).run(`curl -sv -m 8 https://${apiHost}`, output).text],
    ]);
  },
};
