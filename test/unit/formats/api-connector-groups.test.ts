import assert from 'node:assert/strict';
import { apiConnectorGroups } from '../../../server/src/engine/formats/api/api-connector-groups';
import { assertCovered, assertRobust, factsOf, readArtifact, valuesOf } from './support';

const PAGE = `{
  "totalPages": "1",
  "list": [
    {
      "id": "216199200000009000",
      "modifiedTime": "1610747816",
      "creationTime": "1553590280",
      "modifiedBy": "72057594037928174",
      "name": "Berlin",
      "enabled": true,
      "versionProfileId": "0",
      "upgradeTimeInSecs": "82800",
      "upgradeDay": "SUNDAY",
      "dnsQueryType": "IPV4",
      "connectors": [
        {
          "id": "216199200000000101",
          "name": "ber key-1",
          "enabled": true,
          "assistantVersion": {
            "id": "216199200000000101",
            "currentVersion": "25.47.1",
            "expectedVersion": "25.48.2",
            "lastBrokerDisconnectTime": "1768899000123456",
            "ctrlChannelStatus": "ZPN_STATUS_DISCONNECTED",
            "upgradeStatus": "FAILED",
            "loneWarrior": true,
            "privateIp": "10.20.4.17"
          },
          "upgradeAttempt": "0"
        }
      ],
      "lssAppConnectorGroup": false
    },
    {
      "id": "216199200000009001",
      "name": "Hamburg",
      "enabled": false,
      "upgradeDay": "MONDAY",
      "upgradeTimeInSecs": "25200",
      "siemConnectorGroup": false
    }
  ]
}
`;
const SNAKE =
  '{"id": "216199200000009002", "name": "Munich", "enabled": true, "upgrade_day": "SUNDAY", "upgrade_time_in_secs": "66600", "version_profile": "Default", "connectors": []}';
const REQUEST = `[
 {
  "enabled": true,
  "location": "Berlin",
  "dnsQueryType": "IPV4_IPV6",
  "name": "new group",
  "upgradeDay": "SUNDAY",
  "upgradeTimeInSecs": "81000"
 }
]`;

describe('api-connector-groups', () => {
  it('reads groups with their connectors', () => {
    const facts = factsOf(apiConnectorGroups, PAGE)[0];
    assert.equal(facts?.groups.length, 2);
    const [first, second] = facts.groups;
    const connector = first?.connectors?.[0];
    assert.equal(first?.connectorsComplete, true);
    assert.deepEqual(connector?.status, {
      kind: 'string',
      text: 'ZPN_STATUS_DISCONNECTED',
      line: 24,
      start: 34,
      end: 57,
    });
    assert.equal(connector.isAlone, true);
    assert.equal(connector.lastDisconnectMs, 1_768_899_000_123);
    assert.equal(connector.upgrades[0]?.status.text, 'FAILED');
    assert.equal(connector.privateIp, '10.20.4.17');
    assert.deepEqual(second?.enabled, { kind: 'boolean', text: 'false', line: 37, start: 17, end: 22 });
    assert.equal(second.connectors, null);
  });

  it('reads snake_case and an empty list', () => {
    const [group] = factsOf(apiConnectorGroups, SNAKE)[0]?.groups ?? [];
    assert.equal(group?.name, 'Munich');
    assert.deepEqual(group.connectors, []);
    assert.equal(group.connectorsComplete, true);
  });

  it('reads a list without an envelope', () => {
    assert.deepEqual(
      factsOf(apiConnectorGroups, REQUEST)[0]?.groups.map(({ name, id }) => [name, id]),
      [['new group', null]],
    );
  });

  it('does not trust a list of connectors that was cut', () => {
    const cut = PAGE.slice(0, PAGE.indexOf('"privateIp"'));
    const [group] = factsOf(apiConnectorGroups, cut)[0]?.groups ?? [];
    assert.equal(group?.connectorsComplete, false);
    assert.equal(group.connectors?.length, 1);
    assert.equal(group.connectors[0]?.status?.text, 'ZPN_STATUS_DISCONNECTED');
  });

  it('leaves groups of Private Service Edges and other JSON alone', () => {
    for (const text of [
      '{"id":"1","name":"pse","enabled":false,"upgradeDay":"SUNDAY","upgradeTimeInSecs":"66600","versionProfileId":"0","isPublic":"FALSE","serviceEdges":[]}',
      '{"name":"window","upgradeDay":"SUNDAY","enabled":false}',
    ]) {
      assert.equal(readArtifact(text).format, null, text);
    }
  });

  it('names every value', () => {
    assert.deepEqual(valuesOf(apiConnectorGroups, '  "connectors": ['), ['api.connectors=[']);
    assertCovered(apiConnectorGroups, [...PAGE.split('\n'), SNAKE, ...REQUEST.split('\n')], /^[[\]{},]{1,3}$/u);
  });

  it('is robust', () => {
    assertRobust(apiConnectorGroups, PAGE.slice(0, 900));
    assertRobust(apiConnectorGroups, SNAKE);
  });
});
