import type { Hit, Rule } from '../../../engine/match/rule';
import { keyHits } from '../../../engine/facts/files/key-faults';
import { DOCS, inferred, KEY_FILE } from '../../evidence';
import { EXAMPLE_KEY } from '../../example-key';

const rule: Rule = {
  id: 'provision-key/malformed',
  title: 'Not a provisioning key',
  severity: 'error',
  means:
    'The content does not have the form version|API host|token, or (as a warning) has it with a token of unusual length, as a key has that was cut while copying.',
  matters: 'The connector cannot enrol with it.',
  doNext: 'Copy the key from the portal again, whole.',
  message: 'The provisioning key is malformed: {detail}.',
  needs: [KEY_FILE],
  evaluate: (facts) => [
    ...keyHits(facts, 'malformed'),
    ...keyHits(facts, 'unusual-length').map(
      (hit): Hit => ({
        ...hit,
        severity: 'warning',
        confidence: 'medium',
        message: 'The token of the provisioning key has an unusual length: {detail}. It may have been cut.',
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
  source: inferred('the form of keys in vendor examples and recorded API answers'),
  fires: [
    { files: { provision_key: 'not-a-key-at-all-but-some-text\n' }, says: 'no | in it', severity: 'error' },
    { files: { provision_key: '3|api.private.zscaler.com\n' }, says: 'two parts', severity: 'error' },
    {
      files: { provision_key: EXAMPLE_KEY.slice(0, 220) },
      says: 'unusual length',
      severity: 'warning',
      also: ['provision-key/secret-exposed'],
    },
  ],
  silent: [
    { provision_key: `${EXAMPLE_KEY}\n` },
    { provision_key: '3|api.private.zscaler.com|REUSABLE-KEY\n' },
    { provision_key: '3|api.private.zscaler.com|[redacted]\n' },
  ],
};

export default rule;
