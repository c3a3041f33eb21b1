import type { Rule } from '../../../engine/match/rule';
import type { Attempt } from '../../enrollment-attempts';
import { causeBursts, enrollmentAttempts, holds } from '../../enrollment-attempts';
import { DOCS, JOURNAL, TROUBLESHOOTING } from '../../evidence';
import * as enrollment from '../../messages/enrollment';

const LINE = 'May 25 14:32:53 edge-vm-3 zpa-connector-child[2040]:';
const REFUSED = `${LINE} Send CSR from api.private.zscaler.com/shift/api/v1/admin/assistant/onboard/csr failed: Expected HTTP 204, got HTTP 400\n`;
const HARMLESS = `${LINE} Send CSR failed, but that may be because we posted it in the past, so it is ok.\n`;

/** The connector says that the refusal does not matter, and the attempt goes on or fails for another reason. */
function isHarmless(attempt: Attempt): boolean {
  if (!holds(attempt, [enrollment.sendCsrHarmless])) return false;
  const later = [enrollment.certificateNotYetValid, enrollment.certificateNotYetValidElsewhere];
  return !holds(attempt, [enrollment.certificateEnrollmentFailed]) || holds(attempt, later);
}

const rule: Rule = {
  id: 'enrollment/csr-rejected',
  title: 'The certificate request was refused',
  severity: 'warning',
  means:
    'The API host did not accept the certificate request of the enrolment, and enrolment did not go on as it does when the request was merely posted before.',
  matters: 'No certificate is issued in this attempt.',
  doNext:
    'Read the HTTP status in the line; check the key and the clock, and whether the machine is in the portal already.',
  message: 'The certificate request was refused by {host}: HTTP {got} instead of {expected}.',
  needs: [JOURNAL],
  on: { messages: [enrollment.sendCsrFailed, enrollment.sendCsrHarmless, enrollment.fetchCsrFieldsFailed] },
  evaluate: (facts) =>
    causeBursts(
      enrollmentAttempts(facts).filter(
        (attempt) => !isHarmless(attempt) && !holds(attempt, [enrollment.nonceUsageExceeded]),
      ),
      [enrollment.sendCsrFailed, enrollment.fetchCsrFieldsFailed],
      ['host', 'got'],
    ).map(({ hit }) => hit),
  explains: [{ rule: 'enrollment/certificate-enrollment-failed', withinSeconds: 60 }],
  runbook: { id: 'enrollment-failure', step: 'read-attempt' },
  documentation: [`${DOCS.troubleshooting}#certvalidity`],
  source: TROUBLESHOOTING,
  fires: [
    {
      files: `${LINE} Checking Enrollment\n${REFUSED.replace('got HTTP 400', 'got HTTP 500')}`,
      says: 'HTTP 500 instead of 204',
    },
    {
      files: `${REFUSED}${HARMLESS}${LINE} Certificate enrollment failed.\n`,
      says: 'HTTP 400',
      also: ['enrollment/certificate-enrollment-failed'],
    },
  ],
  silent: [
    `${REFUSED}${HARMLESS}${LINE} Waiting for connector to retrieve configuration\n`,
    `${REFUSED}${HARMLESS}${LINE} Certificates retrieved do not successfully verify: depth 0:certificate is not yet valid, cert=\n${LINE} Certificate enrollment failed.\n`,
    'May 25 14:32:53 edge-vm-3 certbot[90]: Send CSR from acme.example.com/new failed: Expected HTTP 204, got HTTP 400\n',
  ],
};

export default rule;
