import type { Rule } from '../../../engine/match/rule';
import { disabledFaults, exportedServerGroups, faultHits } from '../../../engine/facts/api/objects';
import { API_SERVER_GROUPS, API_FIELDS, DOCS } from '../../evidence';
import { exampleServerGroup, page } from '../../example-exports';

const rule: Rule = {
  id: 'config/server-group-disabled',
  title: 'A server group is switched off',
  severity: 'warning',
  means: 'The server group is disabled in the portal.',
  matters: 'Application segments that rely on it have no way to their servers.',
  doNext: 'Enable the server group if its applications should be reachable.',
  message: 'Switched off in the portal: {who}.',
  needs: [API_SERVER_GROUPS],
  evaluate: (facts) => faultHits(disabledFaults(exportedServerGroups(facts)), 'Server group'),
  explains: [
    { rule: 'apps/no-healthy-connector' },
    { rule: 'apps/session-errors' },
    { rule: 'apps/connector-id-zero' },
  ],
  runbook: { id: 'no-healthy-connector', step: 'mapping' },
  documentation: [DOCS.serverGroups],
  source: API_FIELDS,
  fires: [
    {
      files: { 'server-groups.json': page(exampleServerGroup('sap'), exampleServerGroup('wiki', { enabled: false })) },
      says: 'Server group wiki',
    },
    {
      files: {
        'server-groups.json':
          '[{"id": "216199200000007000", "name": "wiki", "enabled": false, "app_connector_groups": [{"id": "1", "name": "Frankfurt"}], "servers": []}]\n',
      },
      says: 'wiki',
    },
  ],
  silent: [
    { 'server-groups.json': page(exampleServerGroup('sap'), exampleServerGroup('wiki')) },
    // An application segment names server groups; it is no export of them.
    {
      'segments.json': page({
        id: '1',
        name: 'wiki',
        enabled: false,
        domainNames: ['wiki.corp.example'],
        segmentGroupId: '2',
        serverGroups: [exampleServerGroup('wiki', { enabled: false, appConnectorGroups: [] })],
      }),
    },
  ],
};

export default rule;
