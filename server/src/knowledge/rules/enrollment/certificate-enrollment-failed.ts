import type { Rule } from '../../../engine/match/rule';
import type { Attempt } from '../../enrollment-attempts';
import { causeBursts, enrollmentAttempts, holds } from '../../enrollment-attempts';
import { DOCS, JOURNAL, TROUBLESHOOTING } from '../../evidence';
import * as enrollment from '../../messages/enrollment';

const LINE = 'May 25 14:32:53 edge-vm-3 zpa-connector-child[2040]:';

/** Where one of these stands in the attempt, its own rule tells the story and this line is its evidence. */
const EXPLAINED_BY = [
  enrollment.dnsResolutionFailed,
  enrollment.loginRequestFailed,
  enrollment.keyRejected,
  enrollment.certificateNotYetValid,
  enrollment.certificateNotYetValidElsewhere,
  enrollment.nonceUsageExceeded,
  enrollment.cannotDecryptInstanceId,
  enrollment.cannotGetInstanceId,
  enrollment.badDecrypt,
  enrollment.fingerprintMismatch,
];

const rule: Rule = {
  id: 'enrollment/certificate-enrollment-failed',
  title: 'Enrolment ended without a certificate',
  severity: 'error',
  means: 'An enrolment attempt failed, and no line of the attempt that is known here says why.',
  matters: 'Without a certificate the connector cannot connect and does not appear in the portal.',
  doNext: 'Read the whole attempt from "Checking Enrollment" on: the first line that names a reason is the cause.',
  message: 'The enrolment ended without a certificate, and its journal lines name no cause.',
  needs: [JOURNAL],
  on: { messages: [enrollment.certificateEnrollmentFailed, enrollment.couldNotEnroll] },
  evaluate: (facts) => {
    const open = enrollmentAttempts(facts).filter((attempt) => !holds(attempt, EXPLAINED_BY));
    const endings = [enrollment.certificateEnrollmentFailed, enrollment.couldNotEnroll];
    const isWithoutClient = (attempt: Attempt): boolean => holds(attempt, [enrollment.httpClientFailed]);
    return [
      ...causeBursts(
        open.filter((attempt) => !isWithoutClient(attempt)),
        endings,
      ).map(({ hit }) => hit),
      ...causeBursts(open.filter(isWithoutClient), endings).map(({ hit }) => ({
        ...hit,
        message: 'The enrolment ended without a certificate: no HTTP client could be made for its request.',
      })),
    ];
  },
  explains: [
    { rule: 'health/process-crash-loop', withinSeconds: 300 },
    { rule: 'health/reverting-to-default', withinSeconds: 300 },
  ],
  runbook: { id: 'enrollment-failure', step: 'read-attempt' },
  documentation: [`${DOCS.troubleshooting}#enrollmentfailure`],
  source: TROUBLESHOOTING,
  fires: [
    {
      files: `${LINE} Checking Enrollment\n${LINE} No valid certificate. Attempting to enroll\n${LINE} Certificate enrollment failed.\n`,
      says: 'name no cause',
    },
    {
      files: `${LINE} Checking Enrollment\n${LINE} Could not create HTTP client\n${LINE} Certificate enrollment failed.\n`,
      says: 'no HTTP client',
      also: ['enrollment/http-client-failed'],
    },
  ],
  silent: [
    'May 25 14:32:53 edge-vm-3 certmonger[812]: Certificate enrollment failed.\n',
    `${LINE} DNS resolution failed for api.private.zscaler.com\n${LINE} Could not create HTTP client\n${LINE} Certificate enrollment failed.\n`,
    `${LINE} Login request failed - http status(401) nonce(<3|api.private.zscaler.com|Zz9Zz9Z...>) fingerprint(<Qq1Qq1Qq1Q...>)\n${LINE} Certificate enrollment failed.\n`,
  ],
};

export default rule;
