import type { Rule } from '../../../engine/match/rule';
import { groupMismatches } from '../../../engine/facts/api/groups';
import { API_SERVER_GROUPS, API_FIELDS, DOCS } from '../../evidence';
import { exampleServerGroup, page } from '../../example-exports';

const rule: Rule = {
  id: 'config/group-mismatch',
  title: 'A server group names no connector group',
  severity: 'warning',
  means: 'The server group has no App Connector group, so no connector serves what is behind it.',
  matters: 'Users get BRK_MT_SETUP_FAIL_CONNECTOR_GROUPS_MISSING, though the connectors are healthy.',
  doNext: 'Add the connector group whose connectors reach the servers.',
  message: 'No connector group is named: {who}.',
  needs: [API_SERVER_GROUPS],
  evaluate: (facts) => groupMismatches(facts),
  explains: [
    { rule: 'apps/no-healthy-connector' },
    { rule: 'apps/session-errors' },
    { rule: 'apps/connector-id-zero' },
  ],
  runbook: { id: 'no-healthy-connector', step: 'mapping' },
  documentation: [DOCS.serverGroups, DOCS.statusCodes],
  source: API_FIELDS,
  fires: [
    {
      files: {
        'server-groups.json': page(exampleServerGroup('sap'), exampleServerGroup('wiki', { appConnectorGroups: [] })),
      },
      says: 'Server group wiki',
    },
    {
      files: {
        'server-groups.json': page(
          exampleServerGroup('sap'),
          exampleServerGroup('wiki', { appConnectorGroups: undefined }),
        ),
      },
      says: 'wiki',
    },
    {
      files: {
        'server-groups.json':
          '[{"id": "216199200000007000", "name": "wiki", "enabled": true, "app_connector_groups": [], "servers": [{"id": "1"}]}]\n',
      },
      says: 'wiki',
    },
  ],
  silent: [
    { 'server-groups.json': page(exampleServerGroup('sap'), exampleServerGroup('wiki')) },
    // Numbers instead of objects name groups too.
    { 'server-groups.json': '[{"name": "wiki", "app_connector_groups": ["216199200000009000"], "servers": []}]\n' },
    // No group of the export lists them, or the export was cut before the list.
    { 'server-groups.json': page(exampleServerGroup('wiki', { appConnectorGroups: undefined })) },
    {
      'server-groups.json':
        '{"list": [{"name": "sap", "dynamicDiscovery": true, "appConnectorGroups": [{"id": "1"}]}, {"name": "wiki", "dynamicDiscovery": true, "appConnectorGroups": [',
    },
  ],
};

export default rule;
