import type { Rule } from '../../../engine/match/rule';
import { disabledKeys } from '../../../engine/facts/api/keys';
import { API_KEYS, API_FIELDS, DOCS } from '../../evidence';
import { exampleKey, page } from '../../example-exports';

const rule: Rule = {
  id: 'provision-key/disabled',
  title: 'The provisioning key is switched off',
  severity: 'error',
  means: 'The key is disabled in the portal.',
  matters: 'No connector can enrol with it. Connectors that are enrolled already are not concerned.',
  doNext: 'Enable the key, or use another key of the same group.',
  message: 'Switched off in the portal: {who}.',
  needs: [API_KEYS],
  evaluate: (facts) => disabledKeys(facts),
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
    { files: { 'keys.json': page(exampleKey('fra'), exampleKey('ber', { enabled: false })) }, says: 'ber' },
    {
      files: {
        'keys.json':
          '[{"id": "6211", "name": "fra", "enabled": false, "max_usage": "10", "usage_count": "4", "zcomponent_name": "Frankfurt"}]\n',
      },
      says: 'Provisioning key fra',
    },
  ],
  silent: [
    { 'keys.json': page(exampleKey('fra'), exampleKey('ber')) },
    { 'feature.json': '{"id": "6211", "name": "fra", "enabled": false, "maxUsage": "10"}\n' },
  ],
};

export default rule;
