import type { Rule } from '../../../engine/match/rule';
import { usedUpKeys } from '../../../engine/facts/api/keys';
import { causeBursts, enrollmentAttempts } from '../../enrollment-attempts';
import { DOCS, JOURNAL } from '../../evidence';
import { exampleKey, page } from '../../example-exports';
import { fetchCsrFieldsFailed, nonceUsageExceeded } from '../../messages/enrollment';

const LINE = 'Sep 19 14:12:40 edge-vm-3 zpa-service-edge-child[13303]:';

const rule: Rule = {
  id: 'provision-key/max-usage-reached',
  title: 'The key is used up',
  severity: 'error',
  means:
    'The cloud says, in the journal or in an export of the keys, that the key has been used for as many enrolments as it allows.',
  matters: 'No further connector can enrol with it. Connectors that were deleted or enrolled anew count too.',
  doNext: 'Raise the maximum number of the key in the portal, or make a new key for the group.',
  message: 'The provisioning key has reached its maximum number of enrolments (nonce.usage.exceeded).',
  needs: [{ ...JOURNAL, anyOf: [...JOURNAL.anyOf, 'api-provisioning-keys'] }],
  on: { messages: [nonceUsageExceeded] },
  evaluate: (facts) => [
    ...causeBursts(enrollmentAttempts(facts), [nonceUsageExceeded]).map(({ hit }) => hit),
    ...usedUpKeys(facts).map((hit) => ({ ...hit, message: '{who} is used up: {used} of {max} enrolments.' })),
  ],
  explains: [
    { rule: 'enrollment/login-rejected', withinSeconds: 60 },
    { rule: 'enrollment/not-enrolled' },
    { rule: 'health/process-crash-loop', withinSeconds: 300 },
    { rule: 'health/reverting-to-default', withinSeconds: 300 },
  ],
  runbook: { id: 'login-rejected', step: 'portal' },
  documentation: [DOCS.keys, DOCS.keyApi],
  source: nonceUsageExceeded.source,
  fires: [
    {
      files: `${LINE} ${fetchCsrFieldsFailed.examples[0] ?? ''}\n${LINE} Fetch CSR Response - nonce(<2|api-f4.prod.zpath.net|Zz9Zz9Z...>) fingerprint(<Qq1Qq1Qq1Q...>)\n{"reason": "nonce usage count reached the limit nonce.maxUsage",\n"id": "nonce.usage.exceeded",\n"params":["nonce.maxUsage"],"hostname":"localhost"}\n${LINE} Could not fetch CSR fields\n${LINE} Certificate enrollment failed.\n`,
      says: 'maximum',
    },
    {
      files: `${LINE} Fetch CSR Response - nonce(<2|api-f4.prod.zpath.net|Zz9Zz9Z...>) fingerprint(<Qq1Qq1Qq1Q...>)\n                                            {"reason": "nonce usage count reached the limit nonce.maxUsage","id": "nonce.usage.exceeded"}\n`,
    },
    { files: { 'keys.json': page(exampleKey('fra', { maxUsage: '16', usageCount: '16' })) }, says: '16 of 16' },
    {
      files: {
        'keys.json':
          '[{"id": "6211", "name": "fra", "enabled": true, "max_usage": 2, "usage_count": 2, "zcomponent_id": "1"}]\n',
      },
      says: 'Provisioning key fra',
    },
  ],
  silent: [
    { 'keys.json': page(exampleKey('fra'), exampleKey('ber', { maxUsage: '10', usageCount: '0' })) },
    // A text that ends in the middle of a number does not tell it.
    { 'keys.json': '{"id": "6211", "name": "fra", "zcomponentId": "1", "maxUsage": 4, "usageCount": 4' },
    'May 25 14:12:40 edge-vm-3 app[7]: {"id": "nonce.usage.exceeded"}\n',
    `${LINE} Fetch CSR Response - nonce(<2|api-f4.prod.zpath.net|Zz9Zz9Z...>) fingerprint(<Qq1Qq1Qq1Q...>)\n`,
  ],
};

export default rule;
