import { BOOTSTRAP_ADDRESSES, FRANKFURT } from '../cast';
import type { ConnectorLife } from '../connector/connector-life';
import type { Scenario } from './scenario';
import { blocksEachMinute, enterConnector, enterWorking, openStage } from './stage';

/** Seconds into the story: the pause, the restart of the child, the new connection. */
const PAUSE = 1_500;
const RESTART = 1_590;

export const paused: Scenario = {
  name: 'paused',
  note: 'A connector pauses for its upgrade, refuses a probe meanwhile, and comes back in a new version.',
  expected: {
    rootCause: 'health/paused',
    findings: ['health/paused'],
    tolerated: [
      'health/probe-rejected-paused',
      'health/process-restarted',
      'upgrade/version-changed',
      'tunnel/redirected',
      'tunnel/control-connection-closed',
      'health/upgrade-prep-expected',
    ],
  },
  bundle: (seed) => {
    const stage = openStage(seed, FRANKFURT);
    const { timeline, journal, cast } = stage;
    const { id, name, brokers } = cast.identity;
    const old = enterWorking(stage, { pid: 3276 });
    let isOldThere = true;
    blocksEachMinute(stage, old, () => isOldThere);
    timeline.at(PAUSE, () => {
      old.say(`Connector(ID = ${id}) (Name = ${name}) entering PAUSE mode because of - Software upgrade`);
    });
    timeline.at(PAUSE + 41, () => {
      old.say('entity is currently in paused mode, not taking any probe commands');
    });
    timeline.at(RESTART, () => {
      isOldThere = false;
      old.close('FOHH_CLOSE_REASON_OPS');
      old.say('Upgrade prep error for: Connector, err: ZPATH_RESULT_ERR, upgrade_id: 216196257331371402');
    });
    const newer = { ...cast, identity: { ...cast.identity, version: '25.49.4' } };
    let young: ConnectorLife | null = null;
    timeline.at(RESTART + 4, () => {
      const life = enterConnector(stage, { pid: 51_877, cast: newer });
      young = life;
      life.start();
      timeline.after(1, () => {
        life.prepare(BOOTSTRAP_ADDRESSES);
      });
      timeline.after(2, () => {
        life.connect(brokers[1], 61);
      });
    });
    timeline.every(RESTART + 43, 60, () => young?.minute());
    timeline.run(3_000);
    return new Map([['journal.txt', journal.text]]);
  },
};
