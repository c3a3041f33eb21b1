import type { Rule } from '../../../engine/match/rule';
import { DOCS, KEY_FILE, inferred } from '../../evidence';
import { keyHits } from '../../../engine/facts/key-faults';

const rule: Rule = {
  id: 'provision-key/placeholder',
  title: 'A placeholder stands where the key should be',
  severity: 'error',
  means: 'The file holds the placeholder of an instruction.',
  matters: 'The connector reads the file at its start and cannot enrol with a damaged key.',
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
  source: inferred('the form of keys in vendor examples'),
  fires: [
    { files: { provision_key: '3|api.private.zscaler.com|VALID-KEY-HEX\n' } },
    { files: { provision_key: '<paste key here>\n' } },
  ],
  silent: [
    {
      provision_key:
        '3|api.private.zscaler.com|A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4-216196257331371001\n',
    },
  ],
};

export default rule;
