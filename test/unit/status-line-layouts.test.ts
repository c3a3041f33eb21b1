/** Lines that are read by a learnt layout give what reading them in full gives. */
import assert from 'node:assert/strict';
import { statusLineKind } from '../../server/src/engine/formats/status-block/kinds';
import { BlockCollector } from '../../server/src/engine/formats/status-block/collector';
import { SCENARIOS } from '../generator/scenarios';

const PREFIX = /^.*?(?:zpa-[\w-]+\[\d+\]|zpa-connector\.service): /u;

/** Column and value of every number and text of the collector's last block. */
function lastBlock(blocks: BlockCollector): Record<string, number | string> {
  const at = blocks.length - 1;
  const values: Record<string, number | string> = {};
  for (const name of blocks.columnNames) {
    const value = blocks.column(name)?.[at];
    if (value !== undefined && !Number.isNaN(value)) values[name] = value;
  }
  for (const name of blocks.textNames) {
    const text = blocks.text(name)?.[at];
    if (text !== undefined) values[name] = text;
  }
  return values;
}

describe('layouts of status lines', () => {
  for (const scenario of SCENARIOS) {
    it(`read the journals of ${scenario.name} as a full reading does`, () => {
      for (const [path, text] of scenario.bundle(11)) {
        const learnt = new BlockCollector();
        let blocks = 0;
        for (const [line, raw] of text.split('\n').entries()) {
          const message = raw.replace(PREFIX, '');
          const kind = statusLineKind(message, 0, message.length);
          if (kind === null) continue;
          learnt.add(kind, message, 0, message.length, line, line * 1_000);
          const fresh = new BlockCollector();
          fresh.add(kind, message, 0, message.length, line, 0);
          const all = lastBlock(learnt);
          const wanted = lastBlock(fresh);
          const got = Object.fromEntries(Object.keys(wanted).map((name) => [name, all[name]]));
          assert.deepEqual(got, wanted, `${path}:${String(line + 1)}`);
          blocks += 1;
        }
        if (path.endsWith('journal.txt') && scenario.name.startsWith('healthy')) assert.ok(blocks > 0, path);
      }
    });
  }

  it('refuses lines that differ in more than figures', () => {
    const blocks = new BlockCollector();
    const add = (message: string, line: number): void => {
      const kind = statusLineKind(message, 0, message.length);
      assert.ok(kind !== null);
      blocks.add(kind, message, 0, message.length, line, line * 60_000);
    };
    add('Broker data connection count = 4, backed_off connections = 0', 0);
    add('Broker data connection count = 4, backed_off connections = x', 1);
    add('Broker data connection count = 123456789012345678901234, backed_off connections = 7', 2);
    add('Broker data connection count = 12', 3);
    assert.deepEqual(blocks.column('data.backed_off'), [0, Number.NaN, 7, Number.NaN]);
    assert.deepEqual(blocks.column('data.connections'), [4, 4, Number.NaN, 12]);
  });
});
