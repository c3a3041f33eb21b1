import assert from 'node:assert/strict';
import { apiServerGroups } from '../../../server/src/engine/formats/api/api-server-groups';
import { assertCovered, assertRobust, factsOf, readArtifact, valuesOf } from './support';

const PAGE = `{
  "totalPages": "1",
  "list": [
    {
      "id": "216199200000007000",
      "modifiedTime": "1768900000",
      "creationTime": "1700000000",
      "modifiedBy": "72057594037928174",
      "enabled": true,
      "name": "wiki",
      "ipAnchored": false,
      "configSpace": "DEFAULT",
      "dynamicDiscovery": true,
      "extranetEnabled": false,
      "appConnectorGroups": [
        {
          "id": "216199200000009000",
          "name": "Berlin",
          "enabled": true,
          "upgradeDay": "SUNDAY",
          "upgradeTimeInSecs": "66600"
        }
      ]
    },
    {
      "id": "216199200000007001",
      "name": "sap",
      "enabled": false,
      "dynamicDiscovery": false,
      "servers": [{ "id": "5", "name": "sap-1", "address": "10.20.9.5", "enabled": true }],
      "appConnectorGroups": []
    }
  ]
}
`;
const SNAKE =
  '[{"id": "216199200000007002", "name": "git", "enabled": true, "dynamic_discovery": true, "app_connector_groups": [{"id": "1"}, {"id": "2"}], "applications": []}]';
const SINGLE =
  '{"id":"216199200000007003","name":"ldap","enabled":true,"dynamicDiscovery":true,"configSpace":"DEFAULT"}';

describe('api-server-groups', () => {
  it('reads a page', () => {
    const facts = factsOf(apiServerGroups, PAGE)[0];
    assert.deepEqual(
      facts?.serverGroups.map(({ name, enabled, connectorGroups }) => [name, enabled?.text, connectorGroups]),
      [
        ['wiki', 'true', 1],
        ['sap', 'false', 0],
      ],
    );
    assert.deepEqual(facts.serverGroups[0]?.at, { kind: 'string', text: 'wiki', line: 9, start: 15, end: 19 });
  });

  it('reads snake_case and one object', () => {
    assert.equal(factsOf(apiServerGroups, SNAKE)[0]?.serverGroups[0]?.connectorGroups, 2);
    const [single] = factsOf(apiServerGroups, SINGLE)[0]?.serverGroups ?? [];
    assert.deepEqual([single?.name, single?.connectorGroups, single?.complete], ['ldap', null, true]);
  });

  it('does not take a cut list for an empty one', () => {
    const cut = PAGE.slice(0, PAGE.lastIndexOf(']\n    }'));
    assert.deepEqual(
      factsOf(apiServerGroups, cut)[0]?.serverGroups.map(({ connectorGroups }) => connectorGroups),
      [1, null],
    );
  });

  it('leaves application segments and other JSON alone', () => {
    for (const text of [
      '{"id":"1","name":"wiki","enabled":true,"domainNames":["wiki.corp.example"],"segmentGroupId":"2","serverGroups":[{"id":"3","dynamicDiscovery":true,"configSpace":"DEFAULT","appConnectorGroups":[]}]}',
      '{"name":"lb","servers":[{"address":"10.0.0.1"}],"applications":[]}',
    ]) {
      assert.equal(readArtifact(text).format, null, text);
    }
  });

  it('names every value', () => {
    assert.deepEqual(valuesOf(apiServerGroups, '      "appConnectorGroups": []'), ['api.appConnectorGroups=[']);
    assertCovered(apiServerGroups, [...PAGE.split('\n'), SNAKE, SINGLE], /^[[\]{},]{1,3}$/u);
  });

  it('is robust', () => {
    assertRobust(apiServerGroups, PAGE.slice(0, 900));
    assertRobust(apiServerGroups, SNAKE);
  });
});
