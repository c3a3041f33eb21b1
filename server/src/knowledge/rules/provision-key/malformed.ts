import type { Rule } from '../../../engine/match/rule';
import { DOCS, KEY_FILE, inferred } from '../../evidence';
import type { Hit } from '../../../engine/match/rule';
import { keyHits } from '../../../engine/facts/key-faults';

const rule: Rule = {
  id: 'provision-key/malformed',
  title: 'Not a provisioning key',
  severity: 'error',
  means: 'The content is not of the form version|API host|token.',
  matters: 'The connector reads the file at its start and cannot enrol with a damaged key.',
  doNext: 'Copy the key from the portal again.',
  message: 'The provisioning key is malformed: {detail}.',
  needs: [KEY_FILE],
  evaluate: (facts) => [
    ...keyHits(facts, 'malformed'),
    ...keyHits(facts, 'unusual-length').map(
      (hit): Hit => ({
        ...hit,
        severity: 'warning',
        message: 'The token of the provisioning key has an unusual length: {detail}.',
      }),
    ),
  ],
  explains: [
    { rule: 'enrollment/login-rejected' },
    { rule: 'enrollment/key-rejected' },
    { rule: 'enrollment/certificate-enrollment-failed' },
  ],
  runbook: { id: 'provision-key-check', step: 'rewrite' },
  documentation: [DOCS.keys],
  source: inferred('the form of keys in vendor examples'),
  fires: [
    { files: { provision_key: 'not-a-key-at-all-but-some-text\n' } },
    { files: { provision_key: '3|api.private.zscaler.com\n' } },
  ],
  silent: [
    {
      provision_key:
        '3|api.private.zscaler.com|A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4-216196257331371001\n',
    },
    { provision_key: '3|api.private.zscaler.com|REUSABLE-KEY\n' },
  ],
};

export default rule;
