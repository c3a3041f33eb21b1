import type { ConnectorLife } from '../connector/connector-life';
import { enterConnector } from './stage';
import type { Stage } from './stage';

/**
 * A child that dies at every start: the parent starts the next one, with a pid of its own. `play` tells one attempt
 * and calls `end` when it is over; `afterAll` follows the last one.
 */
export function eachAttempt(
  stage: Stage,
  attempts: number,
  play: (life: ConnectorLife, end: () => void) => void,
  afterAll: (last: ConnectorLife) => void = () => undefined,
): void {
  const pids = stage.random.fork('pids');
  let pid = 2040;
  let left = attempts;
  const next = (): void => {
    const life = enterConnector(stage, { pid, parentPid: 1971 });
    life.start();
    play(life, () => {
      left -= 1;
      pid += pids.integer(3, 60);
      if (left > 0) stage.timeline.after(pids.integer(4, 9), next);
      else afterAll(life);
    });
  };
  stage.timeline.at(5, next);
}
