import type { Rule } from '../../../engine/match/rule';
import { causeBursts, enrollmentAttempts } from '../../enrollment-attempts';
import { DOCS, ILLUSTRATION, JOURNAL } from '../../evidence';
import { keyRejected } from '../../messages/enrollment';

const rule: Rule = {
  id: 'enrollment/key-rejected',
  title: 'The provisioning key is called invalid or expired',
  severity: 'error',
  confidence: 'low',
  means: 'The cloud refused the key as invalid or expired. The wording is known from a teaching page only.',
  matters: 'The connector cannot enrol with this key.',
  doNext: 'Look the key up in the portal: does it exist, is it enabled, is there room? Then write a valid one.',
  message: 'The enrolment was rejected: provisioning key {reason}.',
  needs: [JOURNAL],
  on: { messages: [keyRejected] },
  evaluate: (facts) =>
    causeBursts(enrollmentAttempts(facts), [keyRejected], ['reason']).map(({ hit, events }) => ({
      ...hit,
      data: { reason: (events[0]?.groups.reason ?? '').trim() },
    })),
  explains: [
    { rule: 'health/process-crash-loop', withinSeconds: 300 },
    { rule: 'health/reverting-to-default', withinSeconds: 300 },
  ],
  runbook: { id: 'login-rejected', step: 'portal' },
  documentation: [DOCS.keys],
  source: ILLUSTRATION,
  fires: [
    {
      files:
        'May 25 10:00:00 edge-vm-3 zpa-connector[2102]: enrollment rejected: provisioning key invalid/expired\nMay 25 10:00:00 edge-vm-3 zpa-connector[2102]: retrying enrollment in 30s\n',
      says: 'invalid/expired',
    },
  ],
  silent: [
    'May 25 10:00:00 edge-vm-3 app[7]: enrollment rejected: provisioning key invalid/expired\n',
    'May 25 10:00:00 edge-vm-3 zpa-connector[2102]: zscaler-update: zpa-connector-child Started from /opt/zscaler/var/image.bin\n',
  ],
};

export default rule;
