import { BOOTSTRAP_ADDRESSES, INTERCEPTOR } from '../cast';
import type { ConnectorLife } from '../connector/connector-life';
import type { Stage } from './stage';

/** Seconds between attempts while none succeeds: doubling, then steady. */
const BACKOFF = [1, 2, 4, 8, 16];
const STEADY = 28;

/**
 * From now on every attempt shows the certificate of the device that inspects TLS, until the story ends. Every
 * second attempt the connector complains that it is not connected.
 */
export function interceptFromNow(stage: Stage, life: ConnectorLife): void {
  const random = stage.random.fork('interception');
  let attempt = 0;
  const next = (): void => {
    const wait = BACKOFF[attempt] ?? STEADY + random.integer(-3, 6);
    stage.timeline.after(wait, () => {
      attempt += 1;
      life.intercepted(random.pick(BOOTSTRAP_ADDRESSES), random.integer(48, 71), INTERCEPTOR.slashes);
      if (attempt % 2 === 0) life.notYetConnected();
      next();
    });
  };
  next();
}
