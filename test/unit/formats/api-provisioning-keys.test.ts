import assert from 'node:assert/strict';
import { apiProvisioningKeys } from '../../../server/src/engine/formats/api/api-provisioning-keys';
import { reportOf } from './api-support';
import { assertCovered, assertRobust, factsOf, readArtifact, valuesOf } from './support';

const TOKEN = 'Zz9AbCdEfGhIjKlMnOpQrStUvWxYz0123456789'.repeat(4);
const PAGE = `{
  "totalPages": "1",
  "list": [
    {
      "id": "6211",
      "modifiedTime": "1768900000",
      "creationTime": "1700000000",
      "modifiedBy": "72057594037928174",
      "name": "ber key",
      "usageCount": "16",
      "maxUsage": "16",
      "provisioningKey": "3|api.private.zscaler.com|${TOKEN}"
      "enabled": true,
      "zcomponentId": "216199200000009000",
      "zcomponentName": "Berlin",
      "enrollmentCertId": "2858",
      "enrollmentCertName": "Connector"
    },
    {
      "id": "6212",
      "name": "ham key",
      "usageCount": "0",
      "maxUsage": "10",
      "enabled": false,
      "expirationInEpochSec": "1735689600",
      "zcomponentName": "Hamburg"
    }
  ]
}
`;
const SNAKE = `[{"id": "6213", "name": "muc", "enabled": true, "max_usage": 5, "usage_count": 2, "expiration_in_epoch_sec": null, "provisioning_key": "${TOKEN}", "association_type": "CONNECTOR_GRP"}]`;
const SINGLE = `{"id":"6214","name":"fra","maxUsage":"1","usageCount":"1","enabled":true,"zcomponentId":"7","ipAcl":["198.51.100.0/24"],"uiConfig":"x"}`;

describe('api-provisioning-keys', () => {
  it('reads a page, a comma missing behind the key', () => {
    const facts = factsOf(apiProvisioningKeys, PAGE)[0];
    assert.equal(facts?.count, 2);
    const [first, second] = facts.keys;
    assert.deepEqual(first?.usageCount, { kind: 'string', text: '16', line: 9, start: 21, end: 23 });
    assert.equal(first.maxUsage?.text, '16');
    assert.equal(first.enabled?.text, 'true');
    assert.equal(first.groupName, 'Berlin');
    assert.equal(first.expiration, null);
    assert.equal(second?.expiration?.text, '1735689600');
    assert.equal(second.enabled?.text, 'false');
  });

  it('reads snake_case and one object', () => {
    const [key] = factsOf(apiProvisioningKeys, SNAKE)[0]?.keys ?? [];
    assert.deepEqual([key?.maxUsage?.text, key?.usageCount?.text, key?.expiration], ['5', '2', null]);
    assert.equal(factsOf(apiProvisioningKeys, SINGLE)[0]?.keys[0]?.usageCount?.text, '1');
  });

  it('never holds or shows the key', async () => {
    for (const text of [
      PAGE,
      SNAKE,
      PAGE.replace('3|api.private.zscaler.com|', ''),
      PAGE.replace(TOKEN, 'short-key'),
    ]) {
      const secret = text.includes('short-key') ? 'short-key' : TOKEN.slice(0, 12);
      assert.ok(!JSON.stringify(readArtifact(text).sections).includes(secret));
      assert.ok(!JSON.stringify(await reportOf({ 'keys.json': text })).includes(secret));
      const values = text.split('\n').flatMap((line) => valuesOf(apiProvisioningKeys, line));
      assert.ok(!values.some((value) => value.includes(secret)));
    }
  });

  it('leaves other objects with limits alone', () => {
    for (const text of [
      '{"id":"1","name":"plan","maxUsage":"10","usageCount":"10","enabled":true}',
      '{"quota":{"maxUsage":1,"usageCount":1,"zcomponentId":"1"}}',
    ]) {
      assert.equal(readArtifact(text).format, null, text);
    }
  });

  it('names every value', () => {
    const lines = [...PAGE.split('\n'), SINGLE].filter((line) => !line.includes('provisioningKey'));
    assertCovered(apiProvisioningKeys, lines, /^[[\]{},]{1,3}$/u);
  });

  it('is robust', () => {
    assertRobust(apiProvisioningKeys, PAGE.replace(TOKEN, 'Zz9AbCdEf').slice(0, 800));
    assertRobust(apiProvisioningKeys, SINGLE);
  });
});
