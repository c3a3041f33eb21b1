import assert from 'node:assert/strict';
import { versionFiles } from '../../../server/src/engine/formats/disk/version-files';
import { assertCovered, assertRobust, factsOf, readArtifact, valuesOf } from './support';

const PROMPT = '[admin@zpa-connector ~]$ ';
const ASKED = `${PROMPT}sudo cat /opt/zscaler/var/version
25.47.1
${PROMPT}sudo cat /opt/zscaler/var/updater.version
25.48.2
${PROMPT}sudo /opt/zscaler/var/image.bin -version
image.bin version: 25.47.0-PR-11524-207-g6641d39042
`;
const TOGETHER = `${PROMPT}sudo cat /opt/zscaler/var/version /opt/zscaler/var/updater.version
25.47.1
25.48.2
`;
const NO_LINE_BREAKS = `${PROMPT}sudo cat /opt/zscaler/var/version
25.47.1${PROMPT}sudo cat /opt/zscaler/var/updater.version
25.48.2${PROMPT}`;
const METADATA = `${PROMPT}sudo cat /opt/zscaler/var/metadata
{"version": "25.47.1", "size": 61842016}
`;

function entriesOf(text: string): string[] {
  return factsOf(versionFiles, text).flatMap(({ entries }) =>
    entries.map(({ file, version, line }) => `${file} ${version} ${String(line)}`),
  );
}

describe('version files', () => {
  it('reads what each command prints', () => {
    assert.deepEqual(entriesOf(ASKED), [
      'version 25.47.1 1',
      'updater.version 25.48.2 3',
      'image.bin 25.47.0-PR-11524-207-g6641d39042 5',
    ]);
  });
  it('reads several files of one command in their order', () => {
    assert.deepEqual(entriesOf(TOGETHER), ['version 25.47.1 1', 'updater.version 25.48.2 2']);
  });
  it('reads files without a final line break, where the next prompt follows at once', () => {
    assert.deepEqual(entriesOf(NO_LINE_BREAKS), ['version 25.47.1 1', 'updater.version 25.48.2 2']);
  });
  it('reads metadata by its label', () => {
    assert.deepEqual(entriesOf(METADATA), ['metadata 25.47.1 1']);
  });
  it('reads copies of the files', () => {
    const copy = readArtifact('25.48.2', 'bundle/updater.version');
    assert.equal(copy.format, 'version-files');
    assert.deepEqual(copy.sections[0]?.facts, {
      entries: [{ file: 'updater.version', version: '25.48.2', line: 0, start: 0, end: 7 }],
    });
    assert.equal(readArtifact('25.47.1\n', 'bundle/version').format, 'version-files');
  });
  it('passes over files that are missing', () => {
    const text = `${PROMPT}cat /opt/zscaler/var/version /opt/zscaler/var/updater.version\ncat: /opt/zscaler/var/version: No such file or directory\n25.48.2\n`;
    assert.deepEqual(entriesOf(text), ['updater.version 25.48.2 2']);
  });
  it('names the version', () => {
    assertCovered(versionFiles, ['25.47.1']);
    assert.deepEqual(valuesOf(versionFiles, '{"version": "25.47.1", "size": 61842016}'), [
      'version-files.version=25.47.1',
    ]);
  });
  it('leaves other versions alone', () => {
    assert.equal(readArtifact('3.11.2\n', 'python/version').format, null);
    assert.equal(readArtifact('one two\n', 'bundle/version').format, null);
    assert.equal(readArtifact('25.47.1\n').format, null);
    assert.deepEqual(entriesOf(`${PROMPT}cat version\n3.11.2\n`), []);
  });
  it('reads cut and shuffled output', () => {
    for (const text of [ASKED, TOGETHER, NO_LINE_BREAKS, METADATA]) assertRobust(versionFiles, text);
  });
});
