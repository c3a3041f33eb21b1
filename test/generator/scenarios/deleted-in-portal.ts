import { ROTTERDAM } from '../cast';
import { systemctlRunning } from '../host/service';
import { Shell } from '../host/shell';
import type { Scenario } from './scenario';
import { blocksEachMinute, enterConnector, openStage, startUp } from './stage';

/** Twenty minutes in, somebody deletes the connector in the portal. */
const DELETED = 1_214;
const END = 2_000;

export const deletedInPortal: Scenario = {
  name: 'deleted-in-portal',
  note: 'A working connector is deleted in the portal: every new handshake succeeds and is ended a second later.',
  expected: {
    rootCause: 'tunnel/deleted-in-portal',
    findings: ['tunnel/deleted-in-portal'],
    tolerated: [
      'tunnel/not-connected-to-cloud',
      'tunnel/control-connection-closed',
      'tunnel/control-disconnected',
      'tunnel/backed-off-connections',
      'tunnel/tx-drop',
      'tunnel/redirected',
      'health/secondary-connection-down',
    ],
  },
  bundle: (seed) => {
    const stage = openStage(seed, ROTTERDAM);
    const { timeline, journal, cast } = stage;
    const pids = { parent: 1021, child: 1737 };
    const life = enterConnector(stage, { pid: pids.child, parentPid: pids.parent });
    startUp(stage, life);
    blocksEachMinute(stage, life);
    timeline.at(DELETED, () => {
      life.close('FOHH_CLOSE_REASON_SOCKET_CLOSE');
    });
    const random = stage.random.fork('attempts');
    timeline.every(DELETED + 2, 31, () => {
      const sock = random.integer(58, 69);
      life.handshake(life.otherBroker(), sock);
      timeline.after(1, () => {
        life.handshakeEnds(sock);
        life.notYetConnected();
      });
    });
    timeline.run(END);
    const tail = journal.lines.slice(-10);
    const status = systemctlRunning(pids, timeline.startMs, timeline.nowMs + 21_000, tail);
    return new Map([
      ['journal.txt', journal.text],
      ['systemctl.txt', new Shell(cast.machine).run('systemctl status zpa-connector --no-pager -l', status).text],
    ]);
  },
};
