import type { Rule } from '../../../engine/match/rule';
import { DOCS, KEY_FILE, inferred } from '../../evidence';
import { oauthStarted } from '../../messages/enrollment';

const rule: Rule = {
  id: 'provision-key/empty',
  title: 'The key file is empty',
  severity: 'error',
  means: 'The file is there and holds nothing.',
  matters: 'The connector reads the file at its start and cannot enrol with a damaged key.',
  doNext: 'Write the key of the portal into it.',
  message: 'The provisioning key file is empty.',
  needs: [KEY_FILE],
  on: { messages: [oauthStarted] },
  evaluate: (facts) => {
    // Enrolment by OAuth needs no key.
    if (facts.events(oauthStarted.id).length > 0) return [];
    return facts
      .sections('provision-key')
      .filter(({ facts: key }) => key.empty)
      .map(({ artifact }) => ({ at: { artifact: artifact.index, line: 0 } }));
  },
  explains: [
    { rule: 'enrollment/login-rejected' },
    { rule: 'enrollment/key-rejected' },
    { rule: 'enrollment/certificate-enrollment-failed' },
  ],
  runbook: { id: 'provision-key-check', step: 'rewrite' },
  documentation: [DOCS.keys],
  source: inferred('the form of keys in vendor examples'),
  fires: [{ files: { provision_key: '' } }, { files: { provision_key: '\n\n' } }],
  silent: [
    {
      provision_key:
        '3|api.private.zscaler.com|A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4-216196257331371001\n',
    },
  ],
};

export default rule;
