import assert from 'node:assert/strict';
import { apiConnectors } from '../../../server/src/engine/formats/api/api-connectors';
import { JsonScanner } from '../../../server/src/engine/formats/json/scanner';
import { maskSecrets } from '../../../server/src/engine/redact/secrets';
import { exampleConnector, page } from '../../../server/src/knowledge/example-exports';
import { reportOf } from './api-support';
import { assertCovered, assertRobust, factsOf, readArtifact, valuesOf } from './support';

const PAGE = `{
  "totalPages": "1",
  "totalCount": "2",
  "list": [
    {
      "id": "216199200000000101",
      "modifiedTime": "1768900000",
      "creationTime": "1700000000",
      "modifiedBy": "-2",
      "name": "ber key-1",
      "fingerprint": "TQ0iesqrg2CwSD/CyyP/Tdb4XpEid0o/c8v9yTiJZVE=",
      "issuedCertId": "10723",
      "enabled": true,
      "expectedVersion": "25.48.2",
      "currentVersion": "25.47.1",
      "upgradeStatus": "IN_PROGRESS",
      "controlChannelStatus": "ZPN_STATUS_AUTHENTICATED",
      "upgradeAttempt": "0",
      "ctrlBrokerName": "EU-DE-9396",
      "lastBrokerConnectTime": "1768900000",
      "lastBrokerConnectTimeDuration": "17h 32m 50s",
      "lastBrokerDisconnectTime": "1768899000",
      "sargeVersion": "25.46.3",
      "privateIp": "10.20.4.17",
      "platform": "el9",
      "provisioningKeyId": "6211",
      "enrollmentCert": {
        "id": "2858",
        "name": "Connector"
      },
      "appConnectorGroupId": "216199200000009000",
      "appConnectorGroupName": "Berlin"
    },
    {
      "id": "216199200000000102",
      "name": "ber key-2",
      "enabled": false,
      "issuedCertId": "10724",
      "upgradeAttempt": "0",
      "provisioningKeyId": "6211",
      "appConnectorGroupId": "216199200000009000"
    }
  ]
}
`;
/** As tools on the Python SDK print them: one line, snake_case, numbers and null. */
const SNAKE =
  '[{"id": "216199200000000103", "name": "muc-ac-03", "enabled": true, "runtime_status": "ZPN_STATUS_DISCONNECTED", "current_version": "25.47.1", "expected_version": null, "last_broker_disconnect_time": 1768899000, "connector_group_id": "7"}, {"id": "216199200000000104", "name": "muc-ac-04", "enabled": true, "control_channel_status": "ZPN_STATUS_AUTHENTICATED(1)", "sarge_version": "25.46.3", "app_connector_group_name": "Munich"}]';
const SINGLE =
  '{"id":"216199200000000105","name":"ham \\u0041\\"c","fingerprint":"abc","issuedCertId":"952","enabled":true,"upgradeAttempt":"0"}';

describe('api-connectors', () => {
  it('reads a printed page with the places of its values', () => {
    const [facts, ...others] = factsOf(apiConnectors, PAGE);
    assert.deepEqual(others, []);
    assert.ok(facts);
    assert.equal(facts.count, 2);
    assert.equal(facts.totalPages, 1);
    assert.equal(facts.complete && facts.listed, true);
    const [first, second] = facts.connectors;
    assert.ok(first && second);
    assert.equal(first.name, 'ber key-1');
    assert.deepEqual(first.status, { kind: 'string', text: 'ZPN_STATUS_AUTHENTICATED', line: 16, start: 31, end: 55 });
    assert.equal(first.currentVersion?.text, '25.47.1');
    assert.equal(first.expectedVersion?.text, '25.48.2');
    assert.equal(first.managerVersion?.text, '25.46.3');
    assert.equal(first.groupName, 'Berlin');
    assert.equal(first.lastConnectMs, 1_768_900_000_000);
    assert.deepEqual(
      first.upgrades.map(({ part, status }) => [part, status.text]),
      [['software', 'IN_PROGRESS']],
    );
    assert.equal(second.enabled?.text, 'false');
    assert.equal(second.status, null);
    assert.equal(second.groupId, '216199200000009000');
  });

  it('reads snake_case in one line', () => {
    const facts = factsOf(apiConnectors, SNAKE)[0];
    assert.deepEqual(
      facts?.connectors.map(({ name, status, statusIsRuntime, expectedVersion, groupName, groupId }) => ({
        name,
        status: status?.text,
        statusIsRuntime,
        expectedVersion,
        groupName,
        groupId,
      })),
      [
        {
          name: 'muc-ac-03',
          status: 'ZPN_STATUS_DISCONNECTED',
          statusIsRuntime: true,
          expectedVersion: null,
          groupName: null,
          groupId: '7',
        },
        {
          name: 'muc-ac-04',
          status: 'ZPN_STATUS_AUTHENTICATED(1)',
          statusIsRuntime: false,
          expectedVersion: null,
          groupName: 'Munich',
          groupId: null,
        },
      ],
    );
    assert.equal(facts.connectors[0]?.lastDisconnectMs, 1_768_899_000_000);
  });

  it('reads one object, and several that follow each other', () => {
    assert.equal(factsOf(apiConnectors, SINGLE)[0]?.connectors[0]?.name, 'ham A"c');
    assert.equal(factsOf(apiConnectors, SINGLE)[0]?.listed, false);
    const lines = factsOf(
      apiConnectors,
      `${SINGLE}\n${SINGLE.replace('105', '106')}\n\n${SINGLE.replace('105', '107')}\n`,
    );
    assert.deepEqual(
      lines.map(({ count, listed }) => [count, listed]),
      [[3, true]],
    );
  });

  it('reads what a command printed in a transcript, and ends with it', () => {
    const text = `[root@ber-ac-01 ~]# curl -s -H "Authorization: Bearer $T" https://config.private.zscaler.com/mgmtconfig/v1/admin/customers/72058/connector?pagesize=500\n${PAGE.trimEnd()}[root@ber-ac-01 ~]# date\nWed Jan 21 09:00:00 UTC 2026\n`;
    const artifact = readArtifact(text);
    assert.equal(artifact.sections[0]?.format, 'api-connectors');
    assert.equal(factsOf(apiConnectors, text)[0]?.connectors.length, 2);
  });

  it('gives what is certain of a cut text', () => {
    const cut = factsOf(apiConnectors, PAGE.slice(0, PAGE.indexOf('ZPN_STATUS_AUTH')))[0];
    assert.equal(cut?.complete, false);
    assert.equal(cut.connectors[0]?.name, 'ber key-1');
    assert.equal(cut.connectors[0].status, null);
    assert.equal(cut.connectors[0].complete, false);
    const number =
      '[{"id": 1, "sargeVersion": "1", "provisioningKeyId": "2", "currentVersion": "3", "lastBrokerConnectTime": 17689000';
    assert.equal(factsOf(apiConnectors, number)[0]?.connectors[0]?.lastConnectMs, null);
  });

  it('forgives a missing comma, a surplus one, a value left out and a doubled key', () => {
    const text =
      '[{"id": "1" "name": "a", "sargeVersion": , "provisioningKeyId": "2", "issuedCertId": "9", "upgradeAttempt": "0", "name": "b",},]';
    assert.deepEqual(
      factsOf(apiConnectors, text)[0]?.connectors.map(({ id, name, managerVersion }) => [id, name, managerVersion]),
      [['1', 'b', null]],
    );
  });

  it('leaves foreign JSON alone', () => {
    for (const text of [
      '{\n  "name": "web",\n  "version": "1.0.0",\n  "currentVersion": "1",\n  "scripts": {\n    "build": "tsc"\n  }\n}\n',
      '{"kind":"List","items":[{"metadata":{"name":"fra-ac-01"},"status":{"upgradeStatus":"FAILED","currentVersion":"1"}}]}',
      '{"Records":[{"eventVersion":"1.08","eventName":"UpdateConnector","requestParameters":{"enabled":false,"fingerprint":"x"}}]}',
      '{"id":"1","name":"pse","serviceEdgeGroupId":"2","controlChannelStatus":"ZPN_STATUS_DISCONNECTED","sargeVersion":"25","provisioningKeyId":"3"}',
      '[{"id": 1, "fingerprint": "x", "currentVersion": "1", "expectedVersion": "2", "enabled": true}]',
      '[root@host ~]# ls\n',
    ]) {
      const artifact = readArtifact(text);
      assert.equal(artifact.format?.startsWith('api-') ?? false, false, text);
    }
  });

  it('names every value, in both spellings, but not the fingerprint', () => {
    assert.deepEqual(valuesOf(apiConnectors, '      "controlChannelStatus": "ZPN_STATUS_AUTHENTICATED",'), [
      'api.controlChannelStatus=ZPN_STATUS_AUTHENTICATED',
    ]);
    assert.deepEqual(valuesOf(apiConnectors, '  "enabled": true, "usage": , "list": ['), [
      'api.enabled=true',
      'api.usage=',
      'api.list=[',
    ]);
    assert.deepEqual(valuesOf(apiConnectors, '"fingerprint": "TQ0iesqrg2CwSD/CyyP/Tdb4XpEid0o/c8v9yTiJZVE="'), [
      'api.fingerprint=',
    ]);
    const lines = PAGE.split('\n').filter((line) => !line.includes('fingerprint'));
    assertCovered(apiConnectors, lines, /^[[\]{},]{1,3}$/u);
    assertCovered(apiConnectors, [SNAKE], /^[[\]{},]{1,3}$/u);
  });

  it('keeps no secret', () => {
    const facts = JSON.stringify(factsOf(apiConnectors, PAGE));
    assert.doesNotMatch(facts, /TQ0iesq/u);
    assert.doesNotMatch(maskSecrets('"fingerprint": "TQ0iesqrg2CwSD/CyyP/Tdb4XpEid0o/c8v9yTiJZVE=",'), /TQ0iesq/u);
  });

  it('is robust', () => {
    assertRobust(apiConnectors, PAGE.slice(0, 900));
    assertRobust(apiConnectors, SNAKE);
  });

  it('copes with depth and length', () => {
    for (const text of [
      '['.repeat(1_000_000),
      '{"a":'.repeat(200_000),
      `{"a":"${'x'.repeat(1_000_000)}"}`,
      '"'.repeat(1_000_000),
    ]) {
      const started = Date.now();
      readArtifact(text);
      assert.ok(Date.now() - started < 1_000, text.slice(0, 10));
    }
    const many = `{"list":[${Array.from({ length: 6_000 }, (_, index) => SINGLE.replace('105', String(index))).join(',')}]}`;
    assert.equal(factsOf(apiConnectors, many)[0]?.count, 6_000);
  });

  it('breaks off where the text is no JSON', () => {
    const silent = { open: (): void => undefined, close: (): void => undefined, value: (): void => undefined };
    const stateOf = (...lines: string[]): string => {
      const scanner = new JsonScanner(silent);
      for (const [index, line] of lines.entries()) scanner.line(line, 0, line.length, index);
      return scanner.state;
    };
    assert.equal(stateOf('{"a": [1, 2, {"b": null}]}'), 'done');
    assert.equal(stateOf('{"a": "wra', 'pped", "b": 1}'), 'done');
    assert.equal(stateOf('{"a": 1', '}'), 'done');
    assert.equal(stateOf('{"a": 1'), 'inside');
    assert.equal(stateOf('{"a": ]'), 'broken');
    assert.equal(stateOf('[root@host ~]# ls'), 'broken');
    assert.equal(stateOf('{"a": "never', 'ends'), 'broken');
  });

  it('tells many faults of one kind once', async () => {
    const list = Array.from({ length: 30 }, (_, index) =>
      exampleConnector(index, {
        controlChannelStatus: index < 12 ? 'ZPN_STATUS_DISCONNECTED' : 'ZPN_STATUS_AUTHENTICATED',
        lastBrokerDisconnectTime: String(1_768_900_000 + index),
      }),
    );
    const { findings } = await reportOf({ 'connectors.json': page(...list) });
    assert.deepEqual(
      findings.map(({ ruleId, message, count }) => [ruleId, message, count]),
      [
        [
          'tunnel/control-disconnected',
          'The cloud shows 12 App Connectors (fra-ac-00, fra-ac-01, fra-ac-02, fra-ac-03, fra-ac-04, …) as ZPN_STATUS_DISCONNECTED.',
          12,
        ],
      ],
    );
  });

  it('trusts an export less about connectors that the bundle is not about', async () => {
    const lost = exampleConnector(3, { controlChannelStatus: 'ZPN_STATUS_DISCONNECTED' });
    const block = (name: string): string =>
      `Jan 20 10:00:00 edge-1 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=${name}:Ver=25.47.1 --------\n`;
    for (const [name, confidence] of [
      ['fra-ac-03', 'high'],
      ['ber-ac-01', 'low'],
    ] as const) {
      const { findings } = await reportOf({
        'connectors.json': page(exampleConnector(1), exampleConnector(2), lost),
        'journal.txt': block(name),
      });
      const finding = findings.find(({ ruleId }) => ruleId === 'tunnel/control-disconnected');
      assert.equal(finding?.confidence, confidence);
    }
  });
});
