import { clockSkew } from './clock-skew';
import { deletedInPortal } from './deleted-in-portal';
import { dnsFailure } from './dns-failure';
import { egressBlocked } from './egress-blocked';
import { failedConnector } from './failed-connector';
import { flapping } from './flapping';
import { fleetIncident } from './fleet-incident';
import { hardwareChanged } from './hardware-changed';
import { healthyConnector } from './healthy-connector';
import { healthyNewForm } from './healthy-new-form';
import { healthyOldForm } from './healthy-old-form';
import { journalModes } from './journal-modes';
import { loginRejected } from './login-rejected';
import { memoryLeak } from './memory-leak';
import { paused } from './paused';
import { redirectAcrossBlock } from './redirect-across-block';
import { redirectsOnly } from './redirects-only';
import type { Scenario } from './scenario';
import { sslInterception } from './ssl-interception';
import { statusGap } from './status-gap';

/** Every story, healthy ones first. */
export const SCENARIOS: readonly Scenario[] = [
  healthyConnector,
  healthyOldForm,
  healthyNewForm,
  journalModes,
  redirectsOnly,
  redirectAcrossBlock,
  failedConnector,
  sslInterception,
  dnsFailure,
  egressBlocked,
  deletedInPortal,
  flapping,
  fleetIncident,
  clockSkew,
  hardwareChanged,
  loginRejected,
  paused,
  memoryLeak,
  statusGap,
];
