import type { Rule } from '../../../engine/match/rule';
import { DOCS, JOURNAL, TROUBLESHOOTING } from '../../evidence';
import { alreadyEnrolled } from '../../messages/enrollment';

const rule: Rule = {
  id: 'enrollment/key-already-enrolled',
  title: 'The key was used by this machine before',
  severity: 'info',
  means: 'The connector enrols again with a key that it used before.',
  matters: 'Normal after a wipe; each enrolment counts as one use of the key.',
  doNext: 'Nothing, unless it repeats.',
  message: 'This provisioning key has already been enrolled; the connector enrols again.',
  needs: [JOURNAL],
  on: { messages: [alreadyEnrolled] },
  runbook: { id: 'reprovision-connector', step: 'clean' },
  documentation: [`${DOCS.troubleshooting}#certvalidity`],
  source: TROUBLESHOOTING,
  fires: [
    {
      files:
        'May 25 14:32:53 edge-vm-3 zpa-connector-child[2040]: This provisioning key has already been enrolled. Attempting to re-enroll\n',
    },
  ],
  silent: ['May 25 14:32:53 edge-vm-3 zpa-connector-child[2040]: Checking Enrollment\n'],
};

export default rule;
