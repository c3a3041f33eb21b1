import type { Rule } from '../../../engine/match/rule';
import { keyHits } from '../../../engine/facts/files/key-faults';
import { DOCS, inferred, KEY_FILE } from '../../evidence';
import { EXAMPLE_KEY } from '../../example-key';

const rule: Rule = {
  id: 'provision-key/surrounding-quotes',
  title: 'Straight quotes around the key',
  severity: 'warning',
  means:
    'The file holds straight quotation marks around the key. In an echo command the shell takes them away; in the file they are too many.',
  matters:
    'The key is compared as it stands in the file: the cloud refuses a changed one, or the connector cannot read it at all.',
  doNext: 'Remove the quotation marks.',
  message: 'The provisioning key stands in quotation marks, which are no part of it.',
  needs: [KEY_FILE],
  evaluate: (facts) => keyHits(facts, 'surrounding-quotes'),
  explains: [
    { rule: 'enrollment/login-rejected' },
    { rule: 'enrollment/key-rejected' },
    { rule: 'enrollment/certificate-enrollment-failed' },
  ],
  runbook: { id: 'provision-key-check', step: 'rewrite' },
  documentation: [DOCS.keys],
  source: inferred('the form of keys in vendor examples and what editors do to pasted text'),
  fires: [
    { files: { provision_key: `"${EXAMPLE_KEY}"\n` }, also: ['provision-key/secret-exposed'] },
    { files: { provision_key: `'${EXAMPLE_KEY}'` }, also: ['provision-key/secret-exposed'] },
  ],
  silent: [{ provision_key: `${EXAMPLE_KEY}\n` }, { provision_key: `\u201c${EXAMPLE_KEY}\u201d\n` }],
};

export default rule;
