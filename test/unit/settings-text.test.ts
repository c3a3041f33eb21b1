import assert from 'node:assert/strict';
import { readConfig } from '../../server/src/engine/report/bundle-config';
import { withSignatures } from '../../server/src/engine/report/custom-signatures';
import { plainJson } from '../../server/src/engine/report/jsonc';
import { zoneOffset } from '../../server/src/engine/report/zone';
import { catalogue } from '../../server/src/knowledge/generated/catalogue';

describe('settings as people write them', () => {
  it('passes over comments and last commas, not over what stands in strings', () => {
    const text = '\ufeff{ // one\n "a": "x // y, ] /* z", /* two\n three */ "b": [1, 2, /* four */ ],\n}';
    assert.deepEqual(JSON.parse(plainJson(text)), { a: 'x // y, ] /* z', b: [1, 2] });
    assert.equal(plainJson(text).split('\n').length, text.split('\n').length);
    assert.equal(plainJson('{"a": "\\"//"}'), '{"a": "\\"//"}');
    for (const broken of ['{"a', '/*', '"\\', ',}', '//'])
      assert.throws(() => JSON.parse(plainJson(broken)) as unknown);
  });

  it('takes no time for a large text', () => {
    const began = performance.now();
    plainJson('[1,],'.repeat(200_000));
    assert.ok(performance.now() - began < 2_000);
  });

  it('reads the settings file of the editor, in which others keep theirs', () => {
    const config = readConfig(
      '{ "editor.fontSize": 12, "[markdown]": { "x": 1 }, "zpaTriage.timezone": "UTC", "zpaTriage.inlayHint.enabled": true, "rules.tunnel/tx-drop": "off", }',
    );
    assert.deepEqual(config.problems, ['unknown key inlayHint.enabled']);
    assert.equal(config.timezone, 'UTC');
    assert.deepEqual(config.severities, { 'tunnel/tx-drop': 'off' });
    // A file of ours alone has no place for them.
    assert.deepEqual(readConfig('{ "editor.fontSize": 12 }').problems, ['unknown key editor.fontSize']);
  });

  it('takes an address of a page for a signature, and nothing else', () => {
    const read = (url: unknown): number =>
      readConfig(JSON.stringify({ customSignatures: [{ id: 'a', pattern: 'x', url }] })).problems.length;
    assert.deepEqual(['https://wiki.example/a', 'javascript:alert(1)', 'see the wiki', 5].map(read), [0, 1, 1, 1]);
  });

  it('leaves a rule its id when a signature wants it', () => {
    const signature = { id: 'tunnel/tx-drop', pattern: /x/u, severity: 'error', message: 'm' } as const;
    const custom = { ...signature, id: 'custom/x' };
    const made = withSignatures(catalogue, [signature, custom, custom]);
    assert.equal(made.rules.length, catalogue.rules.length + 1);
    assert.equal(new Set(made.rules.map(({ id }) => id)).size, made.rules.length);
  });

  it('reads zones in every form that people write', () => {
    const at = Date.UTC(2026, 0, 21);
    for (const [text, minutes] of [
      ['UTC', 0],
      ['+2', 120],
      ['+02', 120],
      ['-0330', -210],
      ['+530', 330],
      ['UTC+2', 120],
      ['gmt-05:00', -300],
      ['Europe/Berlin', 60],
    ] as const) {
      assert.equal(zoneOffset(text)?.(at), minutes, text);
    }
    for (const text of ['+15', '+2:', 'UTC+', 'CEST', '+99:99']) assert.equal(zoneOffset(text), null, text);
  });
});
