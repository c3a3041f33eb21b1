import type { Rule } from '../../../engine/match/rule';
import { disabledFaults, exportedGroups, faultHits } from '../../../engine/facts/api/objects';
import { API_CONNECTOR_GROUPS, API_FIELDS, DOCS } from '../../evidence';
import { exampleConnector, exampleGroup, page } from '../../example-exports';

const rule: Rule = {
  id: 'config/group-disabled',
  title: 'A connector group is switched off',
  severity: 'warning',
  means: 'The App Connector group is disabled in the portal.',
  matters: 'None of its connectors carries traffic, whatever state they are in.',
  doNext: 'Enable the group if it should serve applications.',
  message: 'Switched off in the portal: {who}.',
  needs: [API_CONNECTOR_GROUPS],
  evaluate: (facts) => faultHits(disabledFaults(exportedGroups(facts)), 'App Connector group'),
  explains: [
    { rule: 'apps/no-healthy-connector' },
    { rule: 'apps/session-errors' },
    { rule: 'apps/connector-id-zero' },
  ],
  runbook: { id: 'no-healthy-connector', step: 'members' },
  documentation: [DOCS.connectorGroupApi],
  source: API_FIELDS,
  fires: [
    {
      files: { 'groups.json': page(exampleGroup('Frankfurt', { enabled: false }), exampleGroup('Berlin')) },
      says: 'Frankfurt',
    },
    {
      files: {
        'group.json':
          '{"id": "216199200000009000", "name": "Frankfurt", "enabled": false, "upgrade_day": "SUNDAY", "upgrade_time_in_secs": "66600", "version_profile_name": "Default"}\n',
      },
      says: 'App Connector group Frankfurt',
    },
  ],
  silent: [
    { 'groups.json': page(exampleGroup('Frankfurt', { connectors: [exampleConnector(1), exampleConnector(2)] })) },
    { 'flags.json': '{"name": "Frankfurt", "enabled": false, "upgradeDay": "SUNDAY"}\n' },
  ],
};

export default rule;
