/** Reports that were written into the bundle's own folder. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DNS_CASCADE, HEALTHY } from './bundles';
import { buildCli, cli, folder, removeFolders } from './run-cli';

function unrecognised(place: string): readonly string[] {
  const { findings } = JSON.parse(cli([place, '--format', 'json']).stdout) as {
    readonly findings: readonly { readonly ruleId: string; readonly path: string }[];
  };
  return findings.filter(({ ruleId }) => ruleId === 'bundle/unrecognised').map(({ path }) => path);
}

describe('reports of an earlier run', function () {
  this.timeout(60_000);
  before(buildCli);
  after(removeFolders);

  for (const [name, content] of [
    ['findings', DNS_CASCADE],
    ['no findings', HEALTHY],
  ] as const) {
    it(`are no unknown files, with ${name}`, () => {
      const place = folder({ 'journal.txt': content });
      for (const [format, names] of [
        ['json', ['report.json', 'saved.txt']],
        ['ndjson', ['report.ndjson', 'lines.log']],
        ['sarif', ['report.sarif', 'report.sarif.json']],
        ['text', ['report.txt']],
        ['markdown', ['report.md', 'report.markdown.txt']],
      ] as const) {
        const { stdout } = cli([join(place, 'journal.txt'), '--format', format]);
        for (const one of names) writeFileSync(join(place, one), stdout);
      }
      const { stdout } = cli(['diff', join(place, 'journal.txt'), join(place, 'journal.txt'), '--format', 'json']);
      writeFileSync(join(place, 'difference.json'), stdout);
      writeFileSync(join(place, 'mark.json'), `\ufeff${cli([place, '--format', 'json']).stdout}`);
      assert.deepEqual(unrecognised(place), []);
    });
  }

  it('are told from what only speaks of them', () => {
    const place = folder({
      'journal.txt': HEALTHY,
      'notes.txt': 'zpa-triage said: 1 root cause: 1 error, 0 warnings in 1 file\n\nwill call again\n',
      'other.json': '{\n  "schemaVersion": 1,\n  "tool": {\n    "name": "another"\n  }\n}\n',
    });
    assert.deepEqual(unrecognised(place), ['notes.txt', 'other.json']);
  });
});
