import type { Rule } from '../../../engine/match/rule';
import { DOCS, JOURNAL, TROUBLESHOOTING } from '../../evidence';
import { certificateEnrollmentFailed } from '../../messages/enrollment';

const rule: Rule = {
  id: 'enrollment/certificate-enrollment-failed',
  title: 'Enrolment ended without a certificate',
  severity: 'error',
  means: 'An enrolment attempt failed.',
  matters: 'Without a certificate the connector cannot connect.',
  doNext: 'Read the whole attempt: the first line that names a reason is the cause.',
  message: 'Certificate enrollment failed.',
  needs: [JOURNAL],
  on: { messages: [certificateEnrollmentFailed] },
  explains: [
    { rule: 'health/process-crash-loop', withinSeconds: 300 },
    { rule: 'health/reverting-to-default', withinSeconds: 300 },
  ],
  runbook: { id: 'enrollment-failure', step: 'read-attempt' },
  documentation: [`${DOCS.troubleshooting}#enrollmentfailure`],
  source: TROUBLESHOOTING,
  fires: [
    {
      files:
        'May 25 14:32:53 edge-vm-3 zpa-connector-child[2040]: Checking Enrollment\nMay 25 14:32:53 edge-vm-3 zpa-connector-child[2040]: No valid certificate. Attempting to enroll\nMay 25 14:32:53 edge-vm-3 zpa-connector-child[2040]: Certificate enrollment failed.\n',
    },
  ],
  silent: ['May 25 14:32:53 edge-vm-3 certmonger[812]: Certificate enrollment failed.\n'],
};

export default rule;
