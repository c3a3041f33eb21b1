import type { Rule } from '../../../engine/match/rule';
import { DOCS, KEY_FILE, inferred } from '../../evidence';
import { keyHits } from '../../../engine/facts/key-faults';

const rule: Rule = {
  id: 'provision-key/surrounding-quotes',
  title: 'The key is wrapped in quotes',
  severity: 'warning',
  means: 'The file holds straight quotes around the key; in the echo command the shell would have eaten them.',
  matters: 'The connector reads the file at its start and cannot enrol with a damaged key.',
  doNext: 'Remove the quotes.',
  message: 'The provisioning key is wrapped in quotes.',
  needs: [KEY_FILE],
  evaluate: (facts) => keyHits(facts, 'surrounding-quotes'),
  explains: [
    { rule: 'enrollment/login-rejected' },
    { rule: 'enrollment/key-rejected' },
    { rule: 'enrollment/certificate-enrollment-failed' },
  ],
  runbook: { id: 'provision-key-check', step: 'rewrite' },
  documentation: [DOCS.keys],
  source: inferred('the form of keys in vendor examples'),
  fires: [
    {
      files: {
        provision_key:
          '"3|api.private.zscaler.com|A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4-216196257331371001"\n',
      },
    },
  ],
  silent: [
    {
      provision_key:
        '3|api.private.zscaler.com|A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4-216196257331371001\n',
    },
  ],
};

export default rule;
