import type { Rule } from '../../../engine/match/rule';
import { connectorLimit } from '../../../engine/facts/api/groups';
import { API_CONNECTORS, DOCS, TROUBLESHOOTING } from '../../evidence';
import { exampleConnector, page } from '../../example-exports';

const tenant = (count: number, disabledFrom = count): string =>
  page(...Array.from({ length: count }, (_, index) => exampleConnector(index + 1, { enabled: index < disabledFrom })));

const rule: Rule = {
  id: 'enrollment/connector-limit',
  title: 'The tenant is at its limit of connectors',
  severity: 'warning',
  means:
    'The export holds as many App Connectors as a tenant may have by default. Disabled and disconnected ones count too.',
  matters: 'The next connector cannot enrol, although its key and its network are fine.',
  doNext: 'Delete connectors that are no longer used, or ask Zscaler Support for a higher limit.',
  message: 'The tenant has {count} App Connectors; {limit} are allowed by default{disabled}.',
  needs: [API_CONNECTORS],
  thresholds: ['connectorLimit'],
  evaluate: (facts, thresholds) => connectorLimit(facts, thresholds.connectorLimit),
  explains: [
    { rule: 'enrollment/certificate-enrollment-failed' },
    { rule: 'enrollment/login-rejected' },
    { rule: 'enrollment/not-enrolled' },
  ],
  runbook: { id: 'connector-limit', step: 'count' },
  documentation: [`${DOCS.troubleshooting}#amtconnectors`],
  source: TROUBLESHOOTING,
  fires: [
    { files: { 'connectors.json': tenant(100) }, says: '100 App Connectors' },
    {
      files: { 'connectors.json': tenant(101, 90) },
      says: '11 of those listed are disabled',
      also: ['config/connector-disabled'],
    },
    {
      files: {
        'page-1.json': `${JSON.stringify({ totalPages: '6', totalCount: '118', list: [exampleConnector(1), exampleConnector(2)] })}\n`,
      },
      says: '118',
    },
  ],
  silent: [
    { 'connectors.json': tenant(99) },
    { 'page-1.json': `${JSON.stringify({ totalPages: '4', totalCount: '80', list: [exampleConnector(1)] })}\n` },
    // The same connectors exported twice are not more of them.
    { 'a.json': tenant(60), 'b.json': tenant(60) },
  ],
};

export default rule;
