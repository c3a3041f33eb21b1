import type { Rule } from '../../../engine/match/rule';
import { keyHits } from '../../../engine/facts/files/key-faults';
import { DOCS, inferred, KEY_FILE } from '../../evidence';
import { EXAMPLE_KEY } from '../../example-key';

const rule: Rule = {
  id: 'provision-key/whitespace',
  title: 'Blanks around or in the key',
  severity: 'warning',
  means: 'Blanks, tabs, Windows line ends or blank lines stand around the key or in it. One final line break is fine.',
  matters:
    'The key is compared as it stands in the file: the cloud refuses a changed one, or the connector cannot read it at all.',
  doNext: 'Trim the file to the bare key.',
  message: 'The provisioning key file holds blanks or line ends that do not belong to the key{named}.',
  needs: [KEY_FILE],
  evaluate: (facts) => keyHits(facts, 'whitespace'),
  explains: [
    { rule: 'enrollment/login-rejected' },
    { rule: 'enrollment/key-rejected' },
    { rule: 'enrollment/certificate-enrollment-failed' },
  ],
  runbook: { id: 'provision-key-check', step: 'rewrite' },
  documentation: [DOCS.keys],
  source: inferred('the form of keys in vendor examples and what editors do to pasted text'),
  fires: [
    { files: { provision_key: `  ${EXAMPLE_KEY} \n` }, also: ['provision-key/secret-exposed'] },
    { files: { provision_key: `${EXAMPLE_KEY}\n\n\n` }, also: ['provision-key/secret-exposed'] },
    {
      files: { provision_key: `${EXAMPLE_KEY}\r\n` },
      says: 'Windows line end',
      also: ['provision-key/secret-exposed'],
    },
    { files: { provision_key: EXAMPLE_KEY.replace('b2', 'b 2') }, also: ['provision-key/secret-exposed'] },
  ],
  silent: [{ provision_key: `${EXAMPLE_KEY}\n` }, { provision_key: EXAMPLE_KEY }],
};

export default rule;
