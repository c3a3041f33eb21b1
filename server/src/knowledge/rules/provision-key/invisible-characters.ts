import type { Rule } from '../../../engine/match/rule';
import { keyHits } from '../../../engine/facts/files/key-faults';
import { DOCS, inferred, KEY_FILE } from '../../evidence';
import { EXAMPLE_KEY } from '../../example-key';

const rule: Rule = {
  id: 'provision-key/invisible-characters',
  title: 'Characters in the key that no key has',
  severity: 'error',
  means:
    'The file holds characters outside plain ASCII: a byte order mark, zero-width or non-breaking blanks, typographic dashes. Most of them no editor shows.',
  matters:
    'The key is compared as it stands in the file: the cloud refuses a changed one, or the connector cannot read it at all.',
  doNext: 'Take the quick fix, or copy the key again through a plain text editor.',
  message: 'The provisioning key file holds characters that no key has ({count}): {detail}.',
  needs: [KEY_FILE],
  evaluate: (facts) => keyHits(facts, 'invisible-characters'),
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
      files: { provision_key: `\ufeff${EXAMPLE_KEY}\n` },
      says: 'byte order mark',
      also: ['provision-key/secret-exposed'],
    },
    {
      files: { provision_key: EXAMPLE_KEY.replace('|api', '|\u200bapi') },
      says: 'zero-width',
      also: ['provision-key/secret-exposed'],
    },
    {
      files: { provision_key: `\u00a0${EXAMPLE_KEY}\n` },
      says: 'non-breaking',
      also: ['provision-key/secret-exposed'],
    },
    {
      files: { provision_key: EXAMPLE_KEY.replace('-', '\u2013') },
      says: 'typographic dash',
      also: ['provision-key/secret-exposed'],
    },
  ],
  silent: [{ provision_key: `${EXAMPLE_KEY}\n` }, { provision_key: `\u201c${EXAMPLE_KEY}\u201d\n` }],
};

export default rule;
