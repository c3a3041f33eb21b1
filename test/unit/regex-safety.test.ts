import assert from 'node:assert/strict';
import { check } from 'recheck';
import { formats } from '../../server/src/engine/formats/generated';
import { catalogue } from '../../server/src/knowledge/generated/catalogue';

const PATTERNS: readonly (readonly [owner: string, pattern: RegExp])[] = [
  ...catalogue.messages.map((message) => [message.id, message.pattern] as const),
  ...formats.flatMap((format) =>
    [format.command, format.fileName].flatMap((pattern) =>
      pattern === undefined ? [] : [[format.id, pattern] as const],
    ),
  ),
];

describe('regular expressions of messages and formats', () => {
  for (const [owner, pattern] of PATTERNS) {
    it(`${owner} cannot be made to backtrack without end`, async () => {
      assert.ok(pattern.source.startsWith('^'), 'anchored');
      const { status } = await check(pattern.source, pattern.flags, { timeout: 20_000 });
      assert.notEqual(status, 'vulnerable', pattern.source);
    }).timeout(60_000);
  }
});
