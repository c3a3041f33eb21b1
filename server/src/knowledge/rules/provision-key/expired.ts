import type { Rule } from '../../../engine/match/rule';
import { expiredKeys } from '../../../engine/facts/api/keys';
import { API_KEYS, API_FIELDS, DOCS } from '../../evidence';
import { exampleKey, page } from '../../example-exports';

const rule: Rule = {
  id: 'provision-key/expired',
  title: 'The provisioning key has expired',
  severity: 'error',
  means: 'The time until which the key may be used is over.',
  matters: 'No connector can enrol with it. Connectors that are enrolled already are not concerned.',
  doNext: 'Make a new key for the group, or move the end of this one.',
  message: '{who} has expired (end {ended}).',
  needs: [API_KEYS],
  evaluate: (facts) => expiredKeys(facts),
  explains: [
    { rule: 'enrollment/login-rejected' },
    { rule: 'enrollment/key-rejected' },
    { rule: 'enrollment/not-enrolled' },
    { rule: 'enrollment/certificate-enrollment-failed' },
  ],
  runbook: { id: 'login-rejected', step: 'portal' },
  documentation: [DOCS.keys, DOCS.keyApi],
  source: API_FIELDS,
  fires: [
    {
      files: { 'keys.json': page(exampleKey('fra', { expirationInEpochSec: '1735689600' })) },
      says: 'end 2025-01-01 00:00:00 UTC',
    },
    {
      files: {
        'keys.json':
          '{"id": "6211", "name": "fra", "enabled": true, "max_usage": 10, "usage_count": 4, "association_type": "CONNECTOR_GRP", "expiration_in_epoch_sec": 1735689600}\n',
      },
      says: 'fra',
    },
  ],
  silent: [
    { 'keys.json': page(exampleKey('fra', { expirationInEpochSec: '1893456000' })) },
    {
      'keys.json': page(
        exampleKey('fra', { expirationInEpochSec: '' }),
        exampleKey('ber', { expirationInEpochSec: '0' }),
      ),
    },
  ],
};

export default rule;
