import type { Rule } from '../../../engine/match/rule';
import { DOCS, ILLUSTRATION, JOURNAL } from '../../evidence';
import type { Message } from '../../../engine/match/rule';
import { burstHits } from '../../../engine/match/run-rules';
import { keyRejected } from '../../messages/enrollment';

/** The page prints it under the manager's name. */
const keyRejectedByManager: Message = { ...keyRejected, id: 'enrollment.key-rejected-manager', roles: ['parent'] };

const rule: Rule = {
  id: 'enrollment/key-rejected',
  title: 'The provisioning key is invalid or expired',
  severity: 'error',
  confidence: 'low',
  means: 'The cloud refused the key as invalid or expired.',
  matters: 'The connector cannot enrol with it.',
  doNext: 'Look the key up in the portal, then write a valid one.',
  message: 'Enrolment was rejected: provisioning key {reason}.',
  needs: [JOURNAL],
  on: { messages: [keyRejected, keyRejectedByManager] },
  evaluate: (facts) => burstHits(facts, [keyRejected.id, keyRejectedByManager.id], ['reason']),
  explains: [
    { rule: 'enrollment/certificate-enrollment-failed', withinSeconds: 60 },
    { rule: 'health/process-crash-loop', withinSeconds: 300 },
  ],
  runbook: { id: 'login-rejected', step: 'portal' },
  documentation: [DOCS.keys],
  source: ILLUSTRATION,
  fires: [
    {
      files:
        'May 25 10:00:00 edge-vm-3 zpa-connector-child[2040]: enrollment rejected: provisioning key invalid/expired\n',
      says: 'invalid/expired',
    },
  ],
  silent: ['May 25 10:00:00 edge-vm-3 app[7]: enrollment rejected: provisioning key invalid/expired\n'],
};

export default rule;
