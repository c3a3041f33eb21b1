import assert from 'node:assert/strict';
import { du } from '../../../server/src/engine/formats/disk/du';
import { assertCovered, assertRobust, factsOf, readArtifact, valuesOf } from './support';

const RANKED = `[root@angel-app-connector ~]# sudo du -a /| sort -n -r | head -n 20
8293268 /
4301604 /usr
3719708 /var
3351856 /var/cache/yum/x86_64/7
[root@angel-app-connector ~]#
`;
const HUMAN = `du: cannot access '/proc/2040/task': No such file or directory
5.1G\t/var/log
4,2G\t/var/log/journal
820M\t/var/log/my file.log
0\t/var/log/tuned
5.1G\ttotal
`;
const BARE = `204\t/opt/zscaler/var/config_snapshots
61200\t/opt/zscaler/var
61300\t/opt/zscaler
`;

function sizesOf(text: string): (readonly [string, number])[] {
  return factsOf(du, text).flatMap(({ rows }) => rows.map(({ path, sizeBytes }) => [path, sizeBytes] as const));
}

describe('du', () => {
  it('reads kilobytes, the largest first', () => {
    assert.deepEqual(sizesOf(RANKED), [
      ['/', 8_293_268 * 1024],
      ['/usr', 4_301_604 * 1024],
      ['/var', 3_719_708 * 1024],
      ['/var/cache/yum/x86_64/7', 3_351_856 * 1024],
    ]);
  });
  it('reads sizes with units, without the total', () => {
    const text = `$ du -ch /var/log\n${HUMAN}`;
    assert.deepEqual(sizesOf(text), [
      ['/var/log', Math.round(5.1 * 1024 ** 3)],
      ['/var/log/journal', Math.round(4.2 * 1024 ** 3)],
      ['/var/log/my file.log', 820 * 1024 ** 2],
      ['/var/log/tuned', 0],
    ]);
  });
  it('recognises a bare output by folders and their parts', () => {
    const [facts] = factsOf(du, BARE);
    assert.deepEqual(
      facts?.rows.map(({ path, line }) => [path, line]),
      [
        ['/opt/zscaler', 2],
        ['/opt/zscaler/var', 1],
        ['/opt/zscaler/var/config_snapshots', 0],
      ],
    );
  });
  it('counts in the unit that the command asked for', () => {
    const one = (command: string): number | undefined => sizesOf(`$ ${command}\n12\t/var/log\n`)[0]?.[1];
    assert.equal(one('du -s /var/log'), 12 * 1024);
    assert.equal(one('du -sm /var/log'), 12 * 1024 ** 2);
    assert.equal(one('du -sb /var/log'), 12);
    assert.equal(one('du -s --block-size=1G /var/log'), 12 * 1024 ** 3);
    assert.equal(one('du -s /var/log | sort -b'), 12 * 1024);
  });
  it('names every value', () => {
    assertCovered(du, ['8293268 /', '4,2G\t/var/log/journal', '820M\t/var/log/my file.log', '12\ttotal', '12K\t.']);
    assert.deepEqual(valuesOf(du, '4,2G\t/var/log/journal'), ['du.size=4,2G', 'du.path=/var/log/journal']);
    assert.equal(du.seriesKey?.('12\t/var/log'), '/var/log');
  });
  it('leaves other texts alone', () => {
    const foreign = [
      '  12 /etc/hosts\n  40 /etc/passwd\n  52 total\n',
      '12\tapples\n13\tpears\n',
      '404 /index.html\n200 /\n',
      '10.0.0.1 /var\n10.0.0.2 /var/log\n',
    ];
    for (const text of foreign) assert.equal(readArtifact(text).format, null, text);
  });
  it('reads cut and shuffled output', () => {
    for (const text of [RANKED, HUMAN, BARE]) assertRobust(du, text);
  });
});
