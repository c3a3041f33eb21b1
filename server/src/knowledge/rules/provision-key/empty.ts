import type { BundleFacts } from '../../../engine/facts/bundle-facts';
import type { Hit, Rule } from '../../../engine/match/rule';
import { DOCS, inferred, KEY_FILE } from '../../evidence';
import { EXAMPLE_KEY } from '../../example-key';
import { oauthStarted } from '../../messages/enrollment';

const OAUTH = '[OAuth] Started provisioning this device using OAuth2.0 method';

function hitsOf(facts: BundleFacts): readonly Hit[] {
  // Enrolment by OAuth needs no key.
  if (facts.events(oauthStarted.id).length > 0) return [];
  const sections = facts.sections('provision-key');
  return sections.flatMap(({ artifact, section, facts: key }): Hit[] => {
    const at = { artifact: artifact.index, line: section.startLine };
    // A host can have the file of another component: one that is there answers for those that are not.
    const isAbsent = key.outcome === 'absent' && sections.every((one) => one.facts.key === null);
    if (isAbsent) return [{ at, message: 'There is no provisioning key file.', confidence: 'medium' }];
    if (!key.empty) return [];
    // People cut the key out of a transcript before they share it: no output proves little.
    return section.command === null ? [{ at }] : [{ at, severity: 'warning', confidence: 'low' }];
  });
}

const rule: Rule = {
  id: 'provision-key/empty',
  title: 'The key file is empty or missing',
  severity: 'error',
  means: 'The provisioning key file holds nothing, or is not there, and nothing shows an enrolment by OAuth.',
  matters: 'Without a key the connector cannot enrol; it looks for one at its start and then only once a day.',
  doNext: 'Stop the service, write the key of the portal into the file, start the service.',
  message: 'The provisioning key file is empty.',
  needs: [KEY_FILE],
  on: { messages: [oauthStarted] },
  evaluate: hitsOf,
  explains: [
    { rule: 'enrollment/login-rejected' },
    { rule: 'enrollment/key-rejected' },
    { rule: 'enrollment/certificate-enrollment-failed' },
  ],
  runbook: { id: 'provision-key-check', step: 'rewrite' },
  documentation: [DOCS.keys],
  source: inferred('the form of keys in vendor examples'),
  fires: [
    { files: { provision_key: '' }, severity: 'error' },
    { files: { provision_key: ' \n\n' } },
    {
      files: {
        'session.txt':
          '[admin@edge-vm-3 ~]$ sudo cat /opt/zscaler/var/provision_key\ncat: /opt/zscaler/var/provision_key: No such file or directory\n[admin@edge-vm-3 ~]$\n',
      },
      says: 'no provisioning key file',
    },
  ],
  silent: [
    { provision_key: `${EXAMPLE_KEY}\n` },
    { provision_key: '', 'journal.txt': `May 25 14:32:53 edge-vm-3 zpa-connector[1054]: ${OAUTH}\n` },
  ],
};

export default rule;
