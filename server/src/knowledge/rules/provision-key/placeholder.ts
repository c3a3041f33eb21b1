import type { Rule } from '../../../engine/match/rule';
import { keyHits } from '../../../engine/facts/files/key-faults';
import { DOCS, inferred, KEY_FILE } from '../../evidence';
import { EXAMPLE_KEY } from '../../example-key';

const rule: Rule = {
  id: 'provision-key/placeholder',
  title: 'A placeholder where the key should be',
  severity: 'error',
  means: 'The file holds the placeholder of an instruction instead of a key.',
  matters: 'A placeholder enrols nothing.',
  doNext: 'Put the key of the portal in its place.',
  message: 'The provisioning key file holds a placeholder instead of a key.',
  needs: [KEY_FILE],
  evaluate: (facts) => keyHits(facts, 'placeholder'),
  explains: [
    { rule: 'enrollment/login-rejected' },
    { rule: 'enrollment/key-rejected' },
    { rule: 'enrollment/certificate-enrollment-failed' },
  ],
  runbook: { id: 'provision-key-check', step: 'rewrite' },
  documentation: [DOCS.keys],
  source: inferred('the form of keys in vendor examples and what editors do to pasted text'),
  fires: [
    { files: { provision_key: '3|api.private.zscaler.com|VALID-KEY-HEX\n' } },
    { files: { provision_key: '3|api.private.zscaler.com|REUSABLE-KEY\n' } },
    { files: { provision_key: '<paste key here>\n' } },
    { files: { provision_key: 'paste your provisioning key here\n' } },
  ],
  silent: [{ provision_key: `${EXAMPLE_KEY}\n` }, { provision_key: '3|api.private.zscaler.com|REDACTED\n' }],
};

export default rule;
