import type { Rule } from '../../../engine/match/rule';
import { keyHits } from '../../../engine/facts/files/key-faults';
import { DOCS, inferred, KEY_FILE } from '../../evidence';
import { EXAMPLE_KEY } from '../../example-key';

const rule: Rule = {
  id: 'provision-key/shell-remnant',
  title: 'A shell command in the key file',
  severity: 'warning',
  means: 'The command that should have written the key, or the prompt before it, was saved with the key.',
  matters:
    'The key is compared as it stands in the file: the cloud refuses a changed one, or the connector cannot read it at all.',
  doNext: 'Keep the bare key only.',
  message: 'The provisioning key file holds shell text ({count} line(s)) around or instead of the key.',
  needs: [KEY_FILE],
  evaluate: (facts) => keyHits(facts, 'shell-remnant'),
  explains: [
    { rule: 'enrollment/login-rejected' },
    { rule: 'enrollment/key-rejected' },
    { rule: 'enrollment/certificate-enrollment-failed' },
  ],
  runbook: { id: 'provision-key-check', step: 'rewrite' },
  documentation: [DOCS.keys],
  source: inferred('the form of keys in vendor examples and what editors do to pasted text'),
  fires: [
    {
      files: { provision_key: `echo "${EXAMPLE_KEY}" | sudo tee /opt/zscaler/var/provision_key\n` },
      also: ['provision-key/secret-exposed'],
    },
    {
      files: { provision_key: `[admin@edge-vm-3 ~]$ cat provision_key\n${EXAMPLE_KEY}\n` },
      also: ['provision-key/secret-exposed'],
    },
  ],
  silent: [{ provision_key: `${EXAMPLE_KEY}\n` }],
};

export default rule;
