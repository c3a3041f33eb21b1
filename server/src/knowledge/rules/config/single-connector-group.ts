import type { Rule } from '../../../engine/match/rule';
import { thinGroups } from '../../../engine/facts/api/groups';
import { API_CONNECTORS, DOCS } from '../../evidence';
import { exampleConnector, exampleGroup, page } from '../../example-exports';

const DOWN = { controlChannelStatus: 'ZPN_STATUS_DISCONNECTED' };

const rule: Rule = {
  id: 'config/single-connector-group',
  title: 'A group has fewer than two connected connectors',
  severity: 'warning',
  means: 'At most one connector of the group is enabled and connected.',
  matters: 'The next upgrade, restart or fault of that connector takes the applications of the group away.',
  doNext: 'Bring the other connectors of the group back, or deploy a second one.',
  message: '{who} has no reserve: connected {connected} of {members}.',
  needs: [API_CONNECTORS],
  evaluate: (facts) => thinGroups(facts),
  explains: [{ rule: 'apps/no-healthy-connector' }],
  runbook: { id: 'high-availability-pair', step: 'add' },
  documentation: [DOCS.prerequisites],
  source: {
    kind: 'documented',
    from: 'Zscaler Help: App Connector Deployment Prerequisites (deploy in pairs)',
    url: DOCS.prerequisites,
  },
  fires: [
    {
      files: { 'groups.json': page(exampleGroup('Frankfurt', { connectors: [exampleConnector(1)] })) },
      says: 'App Connector group Frankfurt',
    },
    {
      files: { 'connectors.json': page(exampleConnector(1), exampleConnector(2, DOWN)) },
      says: 'connected 1 of 2',
      also: ['tunnel/control-disconnected'],
    },
    {
      files: { 'groups.json': `${JSON.stringify([exampleGroup('Empty', { connectors: [] })])}\n` },
      says: '0 of 0',
    },
  ],
  silent: [
    { 'groups.json': page(exampleGroup('Frankfurt', { connectors: [exampleConnector(1), exampleConnector(2)] })) },
    // One connector that was asked for by its number or name says nothing of its group.
    { 'connector.json': `${JSON.stringify(exampleConnector(1), null, 2)}\n` },
    { 'connectors.json': page(exampleConnector(1)) },
    // A page of several.
    {
      'page.json': `${JSON.stringify({ totalPages: '3', list: [exampleConnector(1), exampleConnector(2, { ...DOWN, enabled: false })] })}\n`,
    },
    // The members are not in the export, or their states are not.
    { 'groups.json': page(exampleGroup('Frankfurt')) },
    {
      'groups.json': page(
        exampleGroup('Frankfurt', {
          connectors: [
            { id: '1', name: 'a', enabled: true },
            { id: '2', name: 'b', enabled: true },
          ],
        }),
      ),
    },
  ],
};

export default rule;
