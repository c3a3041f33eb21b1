import type { Rule } from '../../../engine/match/rule';
import { missingPublicKeys } from '../../../engine/facts/software/disaster-recovery';
import { RECOVERY_DOCS, RECOVERY_NEED, TROUBLESHOOTING } from '../../evidence';

const rule: Rule = {
  id: 'dr/public-key-missing',
  title: 'The public key for disaster recovery is missing',
  severity: 'warning',
  means: 'An activation domain is set, but the public key that verifies its record is not uploaded.',
  matters: 'In a disaster the connector cannot verify the activation record, and disaster recovery does not begin.',
  doNext: 'Upload the public key in the portal, in the disaster recovery settings.',
  message: 'Disaster recovery has the activation domain {domain} but no public key to verify its record.',
  needs: [RECOVERY_NEED.settings],
  evaluate: missingPublicKeys,
  runbook: { id: 'disaster-recovery', step: 'settings' },
  documentation: RECOVERY_DOCS,
  source: TROUBLESHOOTING,
  fires: [
    {
      files: {
        'dr.txt':
          "% curl 'localhost:9000/assistant/zpn_dr/show_configuration'\nDR activation domain: dr.kestrelmoor.example\nDR publickey uploaded: NO\nDR Max auth interval secs: 1209600\n%\n",
      },
      says: 'dr.kestrelmoor.example',
      severity: 'warning',
    },
    { files: { 'dr.txt': 'DR activation domain: dr.kestrelmoor.example\nDR publickey uploaded: NO\n' } },
  ],
  silent: [
    {
      'dr.txt':
        'DR activation domain: dr.kestrelmoor.example\nDR publickey uploaded: YES\nDR Max auth interval secs: 1209600\n',
    },
    // Disaster recovery is not set up at all.
    { 'dr.txt': 'DR activation domain: \nDR publickey uploaded: NO\nDR Max auth interval secs: 0\n' },
    { 'notes.txt': 'The page says: DR publickey uploaded: NO\n' },
  ],
};

export default rule;
