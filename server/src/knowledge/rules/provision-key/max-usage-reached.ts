import type { Rule } from '../../../engine/match/rule';
import { DOCS, JOURNAL } from '../../evidence';
import { nonceUsageExceeded } from '../../messages/enrollment';

const rule: Rule = {
  id: 'provision-key/max-usage-reached',
  title: 'The key is used up',
  severity: 'error',
  means: 'The key has enrolled as many connectors as it may.',
  matters: 'No further connector can enrol with it.',
  doNext: 'Raise Maximum # of Connectors of the key, or make a new one.',
  message: 'The provisioning key has reached its maximum number of enrolments.',
  needs: [JOURNAL],
  on: { messages: [nonceUsageExceeded] },
  explains: [
    { rule: 'enrollment/certificate-enrollment-failed', withinSeconds: 60 },
    { rule: 'enrollment/login-rejected', withinSeconds: 60 },
  ],
  runbook: { id: 'login-rejected', step: 'portal' },
  documentation: [DOCS.keys],
  source: { kind: 'documented', from: 'Zscaler Help: Troubleshooting ZPA Private Service Edges' },
  fires: [
    {
      files:
        'May 25 14:12:40 edge-vm-3 zpa-connector-child[2040]: Fetch CSR Response - nonce(<2|api-f4.prod.zpath.net|Y7Pn1SF...>) fingerprint(<DzGT1uFr76...>)\n{"reason": "nonce usage count reached the limit nonce.maxUsage",\n"id": "nonce.usage.exceeded","params":["nonce.maxUsage"],"hostname":"localhost"}\nMay 25 14:12:40 edge-vm-3 zpa-connector-child[2040]: Certificate enrollment failed.\n',
      says: 'maximum',
      also: ['enrollment/certificate-enrollment-failed'],
    },
  ],
  silent: ['May 25 14:12:40 edge-vm-3 app[7]: {"id": "nonce.usage.exceeded"}\n'],
};

export default rule;
