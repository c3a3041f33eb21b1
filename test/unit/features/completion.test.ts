import assert from 'node:assert/strict';
import type { Completion } from '../../../server/src/engine/features/completion';
import { completionsAt } from '../../../server/src/engine/features/completion';
import { CONFIG_COMPLETIONS } from '../../../server/src/knowledge/config-completions';
import { EXAMPLE_KEY } from '../../../server/src/knowledge/example-key';
import { failedFile, glossary, modelOf } from './support';

function at(text: string, path: string, line: number, column: number): readonly Completion[] {
  return completionsAt(modelOf(text, path), glossary, CONFIG_COMPLETIONS, line, column);
}

describe('completion', () => {
  it('offers the hosts of the clouds in the second part of a key', () => {
    const found = at('3|api|\n', 'provision_key', 0, 5);
    assert.equal(found[0]?.label, 'api.private.zscaler.com');
    assert.deepEqual([found[0].start, found[0].end], [2, 5]);
    assert.match(found[0].markdown, /Enrolment on the production cloud/u);
    assert.ok(found.some((one) => one.label === 'api.zpagov.net' && one.detail.includes('inferred')));
    assert.ok(found.every((one) => !one.label.includes('qa.')));
  });

  it('replaces the host alone, and offers nothing in the token', () => {
    const [first] = at(EXAMPLE_KEY, 'provision_key', 0, 6);
    assert.equal(EXAMPLE_KEY.slice(first?.start, first?.end), 'api.private.zscaler.com');
    assert.deepEqual(at(EXAMPLE_KEY, 'provision_key', 0, 60), []);
  });

  it('offers the form of a key in an empty key file', () => {
    assert.deepEqual(
      at('', 'provision_key', 0, 0).map((one) => one.label),
      ['version|API host|token'],
    );
  });

  it('offers directives at the beginning of a line of resolv.conf, not behind them', () => {
    const text = 'nameserver 10.0.0.53\n\nsea\n';
    assert.ok(at(text, 'resolv.conf', 1, 0).some((one) => one.label === 'options timeout'));
    assert.deepEqual([at(text, 'resolv.conf', 2, 3)[0]?.start, at(text, 'resolv.conf', 2, 3)[0]?.end], [0, 3]);
    assert.deepEqual(at(text, 'resolv.conf', 0, 11), []);
  });

  it('offers nothing in logs, outputs and foreign files', () => {
    for (const name of ['journal.txt', 'memory_report.txt', 'dig.txt', 'top.txt'])
      assert.deepEqual(at(failedFile(name), name, 0, 0), []);
    assert.deepEqual(at('', 'notes.txt', 0, 0), []);
    assert.deepEqual(at('3|api|', 'notes.txt', 0, 3), []);
  });
});
