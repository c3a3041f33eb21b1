import type { BundleFacts, PlacedEvent } from '../../../engine/facts/bundle-facts';
import { isZscalerIssuer } from '../../../engine/facts/network/certificate-names';
import type { Confidence, Hit, Rule } from '../../../engine/match/rule';
import { burstHitsOf } from '../../../engine/match/run-rules';
import { causeBursts, enrollmentAttempts } from '../../enrollment-attempts';
import { DOCS, JOURNAL, TROUBLESHOOTING } from '../../evidence';
import { eventTlsError } from '../../messages/control-connection';
import { certificateNotYetValid, certificateNotYetValidElsewhere } from '../../messages/enrollment';

const LINE = 'Mar 02 11:49:56 edge-vm-3 zpa-connector-child[10500]:';

/** The same complaint on a connection to a broker; with a foreign issuer it is an inspecting device's business. */
function onConnections(facts: BundleFacts): readonly PlacedEvent[] {
  return facts
    .events(eventTlsError.id)
    .filter(({ groups }) => groups.error === 'certificate is not yet valid' && isZscalerIssuer(groups.names ?? ''));
}

function confidenceOf(events: readonly PlacedEvent[]): Confidence {
  return events.every((event) => event.message === certificateNotYetValidElsewhere.id) ? 'low' : 'high';
}

const rule: Rule = {
  id: 'enrollment/certificate-not-yet-valid',
  title: 'The certificate begins later than the clock',
  severity: 'error',
  means: 'A certificate of the cloud is not valid yet by the clock of this machine: the clock is behind.',
  matters: 'The connector refuses the certificate and stays disconnected until the clock is right.',
  doNext: 'Compare the clock with timedatectl and chronyc tracking, mend the time source, restart the connector.',
  message: 'A certificate from the cloud is not yet valid: the clock of this machine is behind.',
  needs: [JOURNAL],
  on: { messages: [certificateNotYetValid, certificateNotYetValidElsewhere, eventTlsError] },
  evaluate: (facts) => [
    ...causeBursts(enrollmentAttempts(facts), [certificateNotYetValid, certificateNotYetValidElsewhere]).map(
      ({ hit, events }): Hit => ({ ...hit, data: {}, confidence: confidenceOf(events) }),
    ),
    ...burstHitsOf(onConnections(facts), ['broker']).map((hit): Hit => ({ ...hit, data: {} })),
  ],
  explains: [
    { rule: 'health/process-crash-loop', withinSeconds: 300 },
    { rule: 'health/reverting-to-default', withinSeconds: 300 },
    { rule: 'tunnel/not-connected-to-cloud', withinSeconds: 300 },
  ],
  runbook: { id: 'clock-and-certificate', step: 'look' },
  documentation: [`${DOCS.troubleshooting}#certvalidity`],
  source: TROUBLESHOOTING,
  fires: [
    {
      files: `${LINE} Certificates retrieved do not successfully verify: depth 0:certificate is not yet valid, cert=\n-----BEGIN CERTIFICATE-----\nRVhBTVBMRSBPTkxZ...\n-----END CERTIFICATE-----\n${LINE} Certificate enrollment failed.\n`,
      says: 'not yet valid',
    },
    {
      files: `${LINE} Received event from [10.20.4.17]:38864;broker2.sha1.prod.zpath.net:[203.0.113.89]:443: BEV_EVENT_READING BEV_EVENT_ERROR, sock=54 certificate is not yet valid /C=US/O=Zscaler Inc./CN=broker2.sha1.prod.zpath.net /C=US/O=Zscaler Inc./CN=Zscaler Example CA\n`,
    },
  ],
  silent: [
    'Mar 02 11:49:56 edge-vm-3 curl[812]: certificate is not yet valid\n',
    `${LINE} This provisioning key has already been enrolled. Attempting to re-enroll\n`,
  ],
};

export default rule;
