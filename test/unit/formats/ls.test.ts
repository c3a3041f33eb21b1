import assert from 'node:assert/strict';
import { ls } from '../../../server/src/engine/formats/disk/ls';
import type { LsRow } from '../../../server/src/engine/formats/disk/ls';
import { assertCovered, assertRobust, factsOf, readArtifact, valuesOf } from './support';

const FILES = `[root@fra-ac-02 ~]# ls -l /etc/resolv.conf /opt/zscaler/var/image.bin
-rw-r--r-- 1 root    root          96 Mar  8 12:06 /etc/resolv.conf
-rwxr-xr-x 1 zscaler zscaler 61842016 Jan 15  2025 /opt/zscaler/var/image.bin
ls: cannot access '/opt/zscaler/var/proxy': No such file or directory
`;
const FOLDER = `[admin@zpa-connector ~]$ sudo ls -lrtah /opt/zscaler/var/
total 60M
drwxr-xr-x. 3 zscaler zscaler 4.0K Mar  8 12:06 .
-rw-r-----+ 1 root    root     436 Mar  8 12:06 provision_key
-rw-------. 1 root root unconfined_u:object_r:usr_t:s0 59M Jan 15 12:06 image.bin
crw-rw-rw-  1 root root 1, 3 Jan 15 12:06 null
lrwxrwxrwx. 1 root root 7 Jan 15 12:06 current -> version
`;
const SEVERAL = `/opt/zscaler/var:
total 8
-rw-r--r-- 1 zscaler zscaler 8 2026-03-08 12:06:11.201914000 +0000 version

'/opt/zscaler/my files':
total 0
131 4 -rw-r--r-- 1 1001 1001 12 2026-01-15 12:06 'a b'
`;

function rowsOf(text: string): LsRow[] {
  return factsOf(ls, text).flatMap(({ rows }) => [...rows]);
}

describe('ls', () => {
  it('reads files by their paths', () => {
    const [resolver, image] = rowsOf(FILES);
    assert.deepEqual(resolver, {
      mode: '-rw-r--r--',
      owner: 'root',
      group: 'root',
      size: 96,
      name: '/etc/resolv.conf',
      target: null,
      path: '/etc/resolv.conf',
      line: 1,
    });
    assert.deepEqual([image?.mode, image?.owner, image?.size], ['-rwxr-xr-x', 'zscaler', 61_842_016]);
    assert.equal(rowsOf(FILES).length, 2);
  });
  it('reads a folder, with labels, access lists, devices and links', () => {
    assert.deepEqual(
      rowsOf(FOLDER).map(({ mode, size, path, target }) => [mode, size, path, target]),
      [
        ['drwxr-xr-x.', 4096, '/opt/zscaler/var/.', null],
        ['-rw-r-----+', 436, '/opt/zscaler/var/provision_key', null],
        ['-rw-------.', 59 * 1024 ** 2, '/opt/zscaler/var/image.bin', null],
        ['crw-rw-rw-', null, '/opt/zscaler/var/null', null],
        ['lrwxrwxrwx.', 7, '/opt/zscaler/var/current', 'version'],
      ],
    );
    assert.ok(factsOf(ls, FOLDER)[0]?.subjects.has('/opt/zscaler/var/provision_key'));
  });
  it('reads several folders, full times and quoted names', () => {
    const facts = factsOf(ls, SEVERAL);
    assert.equal(facts.length, 1);
    assert.deepEqual(
      facts[0]?.rows.map(({ path, owner, line }) => [path, owner, line]),
      [
        ['/opt/zscaler/var/version', 'zscaler', 2],
        ['/opt/zscaler/my files/a b', '1001', 6],
      ],
    );
  });
  it('does not guess where a name lies', () => {
    const text = '[root@fra-ac-02 etc]# ls -l resolv.conf\n-rw------- 1 root root 96 Mar  8 12:06 resolv.conf\n';
    assert.equal(rowsOf(text)[0]?.path, 'resolv.conf');
  });
  it('reads names that a terminal colours', () => {
    const text = 'lrwxrwxrwx 1 root root 39 Jan 15 12:06 \u001b[01;36m/etc/resolv.conf\u001b[0m -> ../run/x.conf\n';
    assert.deepEqual([rowsOf(text)[0]?.path, rowsOf(text)[0]?.target], ['/etc/resolv.conf', '../run/x.conf']);
  });
  it('names every value', () => {
    const lines = [FILES, FOLDER, SEVERAL].flatMap((text) =>
      text.split('\n').filter((line) => /^(?:131 4 )?[-dlc][-r][-w]|^total/u.test(line)),
    );
    assertCovered(ls, lines, /^->$/u);
    assert.deepEqual(valuesOf(ls, 'lrwxrwxrwx. 1 root root 7 Jan 15 12:06 current -> version'), [
      'ls.mode=lrwxrwxrwx.',
      'ls.links=1',
      'ls.owner=root',
      'ls.group=root',
      'ls.size=7',
      'ls.date=Jan 15 12:06',
      'ls.name=current',
      'ls.target=version',
    ]);
  });
  it('leaves other texts alone', () => {
    const foreign = [
      '-rw-r--r-- root/root 436 2026-01-15 12:06 opt/zscaler/var/version\n',
      'total 12\n',
      'drwxr-xr-x is a mode\n',
      '/opt/zscaler/var:\nversion\nmetadata\n',
    ];
    for (const text of foreign) assert.equal(readArtifact(text).format, null, text);
  });
  it('reads cut and shuffled output', () => {
    for (const text of [FILES, FOLDER, SEVERAL]) assertRobust(ls, text);
  });
});
