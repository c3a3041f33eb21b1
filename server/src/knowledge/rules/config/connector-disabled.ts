import type { Rule } from '../../../engine/match/rule';
import { disabledFaults, exportedConnectors, faultHits } from '../../../engine/facts/api/objects';
import { API_CONNECTORS, API_FIELDS, DOCS } from '../../evidence';
import { exampleConnector, exampleGroup, page, snakeConnector } from '../../example-exports';

const rule: Rule = {
  id: 'config/connector-disabled',
  title: 'A connector is switched off',
  severity: 'warning',
  means: 'The App Connector is disabled in the portal.',
  matters: 'It carries no traffic, even while it is connected, and it still counts against the limit of the tenant.',
  doNext: 'Enable it if it should serve applications; delete it if it is no longer used.',
  message: 'Switched off in the portal: {who}.',
  needs: [API_CONNECTORS],
  evaluate: (facts) =>
    faultHits(
      disabledFaults(exportedConnectors(facts).map(({ artifact, connector }) => ({ artifact, item: connector }))),
      'App Connector',
    ),
  explains: [
    { rule: 'config/single-connector-group' },
    { rule: 'apps/no-healthy-connector' },
    { rule: 'apps/session-errors' },
    { rule: 'apps/connector-id-zero' },
  ],
  runbook: { id: 'no-healthy-connector', step: 'members' },
  documentation: [DOCS.connectorApi],
  source: API_FIELDS,
  fires: [
    {
      files: {
        'connectors.json': page(exampleConnector(1), exampleConnector(2), exampleConnector(3, { enabled: false })),
      },
      says: 'App Connector fra-ac-03',
    },
    { files: { 'connector.json': `${JSON.stringify(snakeConnector(7, { enabled: false }))}\n` }, says: 'fra-ac-07' },
    {
      files: {
        'groups.json': page(
          exampleGroup('Frankfurt', {
            connectors: [exampleConnector(1), exampleConnector(2), exampleConnector(3, { enabled: false })],
          }),
        ),
      },
      says: 'fra-ac-03',
    },
  ],
  silent: [
    { 'connectors.json': page(exampleConnector(1), exampleConnector(2)) },
    { 'package.json': '{\n  "name": "fra-ac-03",\n  "version": "1.0.0",\n  "enabled": false\n}\n' },
  ],
};

export default rule;
