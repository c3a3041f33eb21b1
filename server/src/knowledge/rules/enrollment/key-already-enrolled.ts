import type { Rule } from '../../../engine/match/rule';
import { DOCS, JOURNAL, TROUBLESHOOTING } from '../../evidence';
import { alreadyEnrolled } from '../../messages/enrollment';

const rule: Rule = {
  id: 'enrollment/key-already-enrolled',
  title: 'This machine used the key before',
  severity: 'info',
  means: 'The connector enrols again with a key that it has enrolled with before.',
  matters: 'Normal after a wipe. When it repeats, an earlier step of the enrolment never comes to an end.',
  doNext: 'Nothing when the enrolment goes on; otherwise read how the attempt ends.',
  message: 'This provisioning key has been enrolled from this machine before; the connector enrols again.',
  needs: [JOURNAL],
  on: { messages: [alreadyEnrolled] },
  runbook: { id: 'reprovision-connector', step: 'clean' },
  documentation: [`${DOCS.troubleshooting}#certvalidity`],
  source: TROUBLESHOOTING,
  fires: [
    {
      files:
        'Mar 02 11:49:56 edge-vm-3 zpa-connector-child[10500]: This provisioning key has already been enrolled. Attempting to re-enroll\n',
    },
  ],
  silent: [
    'Mar 02 11:49:56 edge-vm-3 zpa-connector-child[10500]: Checking Enrollment\n',
    'Mar 02 11:49:56 edge-vm-3 mdm[77]: This provisioning key has already been enrolled. Attempting to re-enroll\n',
  ],
};

export default rule;
