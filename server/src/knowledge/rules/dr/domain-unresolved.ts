import type { Rule } from '../../../engine/match/rule';
import { unresolvedDomains } from '../../../engine/facts/software/disaster-recovery';
import { RECOVERY_DOCS, RECOVERY_NEED, TROUBLESHOOTING } from '../../evidence';

const ASK = (type: string): string =>
  `[root@fra-ac-02 ~]# curl 'localhost:9000/assistant/zpn_dr/resolve_dr_domain?record_type=${type}'\nResolving DR domain:dr.kestrelmoor.example record_type:${type.toUpperCase()}\nSynchronous.\n`;

const rule: Rule = {
  id: 'dr/domain-unresolved',
  title: 'The activation domain does not resolve',
  severity: 'warning',
  means: 'The connector asked for the record that switches disaster recovery on, and got no answer.',
  matters: 'Disaster recovery begins when this record can be read; while it cannot, nothing switches it on.',
  doNext: 'Check the name in the portal and the record in the DNS zone.',
  message: 'The activation domain {domain} has no {type} answer.',
  needs: [RECOVERY_NEED.domain],
  evaluate: unresolvedDomains,
  runbook: { id: 'disaster-recovery', step: 'domain' },
  documentation: RECOVERY_DOCS,
  source: TROUBLESHOOTING,
  fires: [
    { files: { 'dr.txt': ASK('a') }, says: 'dr.kestrelmoor.example has no A answer' },
    { files: { 'dr.txt': `${ASK('txt')}DNS resolution failed for dr.kestrelmoor.example\n` }, says: 'TXT' },
  ],
  silent: [
    { 'dr.txt': `${ASK('a')}DNS A response addr1 : 192.0.2.18\n` },
    { 'dr.txt': `${ASK('txt')}DNS TXT response txt1 : v1;signed\n` },
    // Cut before the answer.
    { 'dr.txt': 'Resolving DR domain:dr.kestrelmoor.example record_type:A\n' },
    { 'dr.txt': 'Resolving DR domain: record_type:A\nSynchronous.\n' },
  ],
};

export default rule;
