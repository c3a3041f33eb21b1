import type { Rule } from '../../../engine/match/rule';
import { keyHits } from '../../../engine/facts/files/key-faults';
import { DOCS, inferred, KEY_FILE } from '../../evidence';
import { EXAMPLE_KEY } from '../../example-key';

const rule: Rule = {
  id: 'provision-key/multiple-lines',
  title: 'The key file holds several lines',
  severity: 'error',
  means:
    'The file holds more than one line of content: a key that was wrapped on the way, a second key, or added text.',
  matters:
    'The key is compared as it stands in the file: the cloud refuses a changed one, or the connector cannot read it at all.',
  doNext: 'Join a wrapped key into one line; remove everything else.',
  message: 'The provisioning key file holds more than the one line of the key ({count} further).',
  needs: [KEY_FILE],
  evaluate: (facts) => keyHits(facts, 'multiple-lines'),
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
      files: { provision_key: `${EXAMPLE_KEY.slice(0, 200)}\n${EXAMPLE_KEY.slice(200)}\n` },
      says: '1 further',
      also: ['provision-key/secret-exposed'],
    },
    {
      files: { provision_key: `${EXAMPLE_KEY}\n${EXAMPLE_KEY}\n` },
      says: '1 further',
      also: ['provision-key/secret-exposed'],
    },
  ],
  silent: [{ provision_key: `${EXAMPLE_KEY}\n` }, { provision_key: `${EXAMPLE_KEY}\n\n` }],
};

export default rule;
