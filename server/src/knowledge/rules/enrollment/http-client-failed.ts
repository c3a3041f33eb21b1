import type { Rule } from '../../../engine/match/rule';
import { causeBursts, enrollmentAttempts, holds } from '../../enrollment-attempts';
import { DOCS, JOURNAL, TROUBLESHOOTING } from '../../evidence';
import { dnsResolutionFailed, httpClientFailed } from '../../messages/enrollment';

const LINE = 'May 25 14:32:53 edge-vm-3 zpa-connector-child[2040]:';

const rule: Rule = {
  id: 'enrollment/http-client-failed',
  title: 'No HTTP client for the enrolment',
  severity: 'warning',
  means:
    'The connector could not prepare the connection for its enrolment request, and no DNS failure in the same attempt says why.',
  matters: 'The attempt ends here: no request ever leaves the machine.',
  doNext: 'Read the lines before it, then test DNS, TCP and TLS to the API host as the user zscaler.',
  message: 'The HTTP client for the enrolment could not be created, and no DNS failure in the attempt explains it.',
  needs: [JOURNAL],
  on: { messages: [httpClientFailed] },
  evaluate: (facts) =>
    causeBursts(
      enrollmentAttempts(facts).filter((attempt) => !holds(attempt, [dnsResolutionFailed])),
      [httpClientFailed],
    ).map(({ hit }) => hit),
  explains: [
    { rule: 'enrollment/certificate-enrollment-failed', withinSeconds: 60 },
    { rule: 'health/process-crash-loop', withinSeconds: 300 },
    { rule: 'health/reverting-to-default', withinSeconds: 300 },
  ],
  runbook: { id: 'enrollment-failure', step: 'read-attempt' },
  documentation: [`${DOCS.troubleshooting}#dnsfailure`],
  source: TROUBLESHOOTING,
  fires: [
    {
      files: `${LINE} Checking Enrollment\n${LINE} Could not create HTTP client\n${LINE} Certificate enrollment failed.\n`,
      also: ['enrollment/certificate-enrollment-failed'],
    },
  ],
  silent: [
    `${LINE} DNS resolution failed for api.private.zscaler.com\n${LINE} Could not create HTTP client\n`,
    'May 25 14:32:53 edge-vm-3 node[812]: Could not create HTTP client\n',
  ],
};

export default rule;
