import type { Rule } from '../../../engine/match/rule';
import { DOCS, KEY_FILE, inferred } from '../../evidence';
import { keyHits } from '../../../engine/facts/key-faults';

const rule: Rule = {
  id: 'provision-key/shell-remnant',
  title: 'A shell command stands in the key file',
  severity: 'warning',
  means: 'The command that should have written the key was saved with it.',
  matters: 'The connector reads the file at its start and cannot enrol with a damaged key.',
  doNext: 'Leave only the key.',
  message: 'The provisioning key file holds a command or prompt beside the key.',
  needs: [KEY_FILE],
  evaluate: (facts) => keyHits(facts, 'shell-remnant'),
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
          'echo "3|api.private.zscaler.com|A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4-216196257331371001" | sudo tee /opt/zscaler/var/provision_key\n',
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
