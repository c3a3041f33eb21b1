import assert from 'node:assert/strict';
import { codeLenses } from '../../../server/src/engine/features/code-lens';
import { completionsAt } from '../../../server/src/engine/features/completion';
import { definitionAt } from '../../../server/src/engine/features/definition';
import { foldingRanges } from '../../../server/src/engine/features/folding';
import { highlightsAt } from '../../../server/src/engine/features/highlight';
import { hoverAt } from '../../../server/src/engine/features/hover';
import { inlayHints } from '../../../server/src/engine/features/inlay-hints';
import { documentLinks } from '../../../server/src/engine/features/links';
import { referencesAt } from '../../../server/src/engine/features/references';
import { documentSymbols } from '../../../server/src/engine/features/symbols';
import { workspaceSymbols } from '../../../server/src/engine/features/workspace-symbols';
import { CONFIG_COMPLETIONS } from '../../../server/src/knowledge/config-completions';
import { failedFile, glossary, modelOf } from './support';

const FRONT = 'Jan 21 12:15:22 edge-vm-3 zpa-connector-child[4055]: ';
const MEGABYTE = 1_000_000;

/** Repeats the pattern to a megabyte. */
function long(pattern: string): string {
  return pattern.repeat(Math.ceil(MEGABYTE / pattern.length));
}

const LINES: readonly (readonly [name: string, line: string])[] = [
  ['one word', long('a')],
  ['slashes', long('/')],
  ['paths of known files', long('journal.txt/')],
  ['addresses', long('1.1.1.')],
  ['open tuples', long('[10.0.0.1]:4;broker1.a')],
  ['tuples', long('[10.0.0.1]:44;broker1.fra4.prod.zpath.net:[192.0.2.1]:443;4 ')],
  ['pages', long('https://help.zscaler.com/')],
  ['colons and digits', long('1:2:3')],
  ['RPC counters', `RPC Messages: ${long('BrkRq = 1|2, ')}`],
  ['flow control', `* FC f_conn [1.1.1.1]:1;b:[1.1.1.1]:1:fohh_connection_connected, ${long('rx = 1, ')}`],
  ['dashes', `-------- Connector Status:ID=${long('-')}`],
];

describe('editor features on hostile lines of a megabyte', () => {
  for (const [name, line] of LINES) {
    it(name, () => {
      const model = modelOf(`${FRONT}${line}\n${FRONT}Checking Enrollment\n${FRONT}${line}`);
      const start = performance.now();
      documentSymbols(model);
      foldingRanges(model);
      codeLenses(model);
      documentLinks(model, new Set(['journal.txt']));
      inlayHints(model, glossary, 0, 3);
      workspaceSymbols([{ uri: 'x', model }], 'a');
      for (const column of [0, 3, 40, 60, 75, 90, 16_000, 900_000]) {
        hoverAt(model, glossary, 2, column);
        highlightsAt(model, 2, column);
        definitionAt(model, 2, column);
        referencesAt(model, 2, column, true);
        completionsAt(model, glossary, CONFIG_COMPLETIONS, 2, column);
      }
      const took = performance.now() - start;
      assert.ok(took < 3_000, `${String(Math.round(took))} ms`);
    });
  }

  it('links of a hostile transcript', () => {
    const model = modelOf(
      `${failedFile('memory_report.txt')}\n${long('journal.txt/')}\n${long('a.journal.txt:1')}`,
      'memory_report.txt',
    );
    const start = performance.now();
    documentLinks(model, new Set(['journal.txt']));
    assert.ok(performance.now() - start < 1_000);
  });
});
