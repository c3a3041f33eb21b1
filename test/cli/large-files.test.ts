/** Files large enough for threads of their own are judged like small ones. */
import assert from 'node:assert/strict';
import { noise } from '../unit/unpack/text';
import { buildCli, cli, folder, removeFolders } from './run-cli';

const LINE = 'Mar 17 09:14:03 host zpa-connector[1]: line\n';
const LARGE = 9_000_000;

describe('large files of a folder', () => {
  before(buildCli);
  after(removeFolders);

  it('are passed over where they are no text, as small ones are', () => {
    const path = folder({
      'a.log': LINE,
      core: noise(LARGE),
      'large.log': LINE.repeat(LARGE / LINE.length),
      z: noise(3_000),
    });
    const { status, stdout, stderr } = cli(['detect', '--format', 'json', path]);
    assert.equal(status, 0, stderr);
    assert.deepEqual(
      stderr
        .trim()
        .split('\n')
        .map((line) => line.replace(/^zpa-triage: /u, '')),
      ['core: binary, not text', 'z: binary, not text'],
    );
    const triage = cli(['triage', '--fail-on', 'never', path]);
    assert.equal(triage.status, 0, triage.stderr);
    assert.match(triage.stderr, /core: binary, not text\n.*z: binary, not text/u);
    assert.ok(stdout.indexOf('a.log') < stdout.indexOf('large.log'));
  });
});
