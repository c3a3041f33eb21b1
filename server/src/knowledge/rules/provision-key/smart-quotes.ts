import type { Rule } from '../../../engine/match/rule';
import { keyHits } from '../../../engine/facts/files/key-faults';
import { DOCS, KEY_FILE } from '../../evidence';
import { EXAMPLE_KEY } from '../../example-key';

const rule: Rule = {
  id: 'provision-key/smart-quotes',
  title: 'Curly quotes in the key file',
  severity: 'error',
  means: 'An editor or a chat program turned straight quotation marks into curly ones. No key holds them.',
  matters:
    'The key is compared as it stands in the file: the cloud refuses a changed one, or the connector cannot read it at all.',
  doNext: 'Take the quick fix, or copy the key again through a plain text editor.',
  message: 'The provisioning key file holds curly quotation marks ({count}); they are no part of a key.',
  needs: [KEY_FILE],
  evaluate: (facts) => keyHits(facts, 'smart-quotes'),
  explains: [
    { rule: 'enrollment/login-rejected' },
    { rule: 'enrollment/key-rejected' },
    { rule: 'enrollment/certificate-enrollment-failed' },
  ],
  runbook: { id: 'provision-key-check', step: 'rewrite' },
  documentation: [DOCS.keys],
  source: { kind: 'illustration', from: 'teaching pages on key files; the form of keys in vendor examples' },
  fires: [
    { files: { provision_key: `\u201c${EXAMPLE_KEY}\u201d\n` }, says: '(2)', also: ['provision-key/secret-exposed'] },
    { files: { provision_key: `${EXAMPLE_KEY}\u2019\n` }, also: ['provision-key/secret-exposed'] },
  ],
  silent: [{ provision_key: `${EXAMPLE_KEY}\n` }, { provision_key: `"${EXAMPLE_KEY}"\n` }],
};

export default rule;
