import assert from 'node:assert/strict';
import { df } from '../../../server/src/engine/formats/disk/df';
import type { DfRow } from '../../../server/src/engine/formats/disk/df';
import { assertCovered, assertRobust, factsOf, readArtifact, valuesOf } from './support';

const HUMAN = `[root@fra-ac-02 ~]# df -h
Filesystem             Size  Used Avail Use% Mounted on
devtmpfs               4.0M     0  4.0M   0% /dev
/dev/mapper/rhel-root   63G   16G   47G  27% /
/dev/sda1              960M  271M  690M  29% /boot
`;
const TYPED = `Filesystem     Type     1K-blocks    Used Available Use% Mounted on
/dev/sda3      xfs        8377344 8377324        20 100% /opt/zscaler
/dev/sdb1      ext4      20511312   45032  19401304   1% /mnt/my disk
nfs.example.com:/export/logs nfs4 1048576 524288 524288 50% /srv/logs
systemd-1      -                -       -         -    - /proc/sys/fs/binfmt_misc
`;
const WRAPPED = `df: /run/user/1000/gvfs: Permission denied
Filesystem         1024-blocks      Used Available Capacity Mounted on
/dev/mapper/vg_system_volume-lv_var_log
                       1572864   1476224     96640      94% /var/log
tmpfs                  1940112         0   1940112       0% /dev/shm
`;
const INODES = `Filesystem       Inodes  IUsed    IFree IUse% Mounted on
/dev/sda3      31456766 183613 31273153    1% /
`;

function rowsOf(text: string): DfRow[] {
  return factsOf(df, text).flatMap(({ rows }) => [...rows]);
}

describe('df', () => {
  it('reads sizes with units', () => {
    const [device, root] = rowsOf(HUMAN);
    assert.deepEqual(device, {
      filesystem: 'devtmpfs',
      type: null,
      sizeBytes: 4 * 1024 ** 2,
      usedBytes: 0,
      availableBytes: 4 * 1024 ** 2,
      usePercent: 0,
      mount: '/dev',
      line: 2,
    });
    assert.deepEqual([root?.mount, root?.sizeBytes, root?.usePercent], ['/', 63 * 1024 ** 3, 27]);
  });
  it('reads kilobytes with types, blanks in names and rows without figures', () => {
    const rows = rowsOf(TYPED);
    assert.deepEqual(
      rows.map(({ filesystem, type, availableBytes, mount }) => [filesystem, type, availableBytes, mount]),
      [
        ['/dev/sda3', 'xfs', 20 * 1024, '/opt/zscaler'],
        ['/dev/sdb1', 'ext4', 19_401_304 * 1024, '/mnt/my disk'],
        ['nfs.example.com:/export/logs', 'nfs4', 524_288 * 1024, '/srv/logs'],
      ],
    );
  });
  it('reads a wrapped device name and POSIX heads', () => {
    const [first] = rowsOf(WRAPPED);
    assert.equal(first?.filesystem, '/dev/mapper/vg_system_volume-lv_var_log');
    assert.equal(first.line, 3);
    assert.equal(first.availableBytes, 96_640 * 1024);
    assert.equal(rowsOf(WRAPPED).length, 2);
  });
  it('reads tables of files apart from sizes', () => {
    const [facts] = factsOf(df, INODES);
    assert.deepEqual(facts?.rows, []);
    assert.deepEqual(facts.inodes, [
      {
        filesystem: '/dev/sda3',
        type: null,
        total: 31_456_766,
        used: 183_613,
        free: 31_273_153,
        usePercent: 1,
        mount: '/',
        line: 1,
      },
    ]);
  });
  it('reads other units', () => {
    const blocks =
      'Filesystem     1M-blocks  Used Available Use% Mounted on\n/dev/sda3          14336  8090      6042  58% /\n';
    assert.equal(rowsOf(blocks)[0]?.sizeBytes, 14_336 * 1024 ** 2);
    const thousands =
      '$ df -H\nFilesystem      Size  Used Avail Use% Mounted on\n/dev/sda3        15G  8.5G  6.4G  58% /\n';
    assert.equal(rowsOf(thousands)[0]?.sizeBytes, 15e9);
    const commas = 'Filesystem      Size  Used Avail Use% Mounted on\n/dev/sda3        14G  7,9G  5,9G  58% /\n';
    assert.equal(rowsOf(commas)[0]?.usedBytes, Math.round(7.9 * 1024 ** 3));
  });
  it('parts samples that follow each other', () => {
    const sample = HUMAN.slice(HUMAN.indexOf('\n') + 1);
    assert.equal(factsOf(df, sample + sample).length, 2);
  });
  it('names every value', () => {
    const lines = [HUMAN, TYPED, WRAPPED, INODES].flatMap((text) =>
      text.split('\n').filter((line) => /\d%|binfmt/u.test(line)),
    );
    assertCovered(df, lines);
    assert.deepEqual(valuesOf(df, '/dev/sda3      31456766 183613 31273153    1% /'), [
      'df.Filesystem=/dev/sda3',
      'df.Inodes=31456766',
      'df.IUsed=183613',
      'df.IFree=31273153',
      'df.IUse%=1%',
      'df.Mounted on=/',
    ]);
    assert.deepEqual(valuesOf(df, '/dev/sda3      xfs        8377344 8377324        20 100% /opt/zscaler'), [
      'df.Filesystem=/dev/sda3',
      'df.Type=xfs',
      'df.1K-blocks=8377344',
      'df.Used=8377324',
      'df.Available=20',
      'df.Use%=100%',
      'df.Mounted on=/opt/zscaler',
    ]);
    assert.equal(df.seriesKey?.('/dev/sda3        14G  7.9G  5.9G  58% /'), '/');
  });
  it('leaves other texts alone', () => {
    for (const text of [
      'Filesystem is full\n',
      'Filesystem      Size\n/dev/sda3 14G\n',
      '/dev/sda3 14G 7G 5G 58% is nearly full\n',
    ])
      assert.equal(readArtifact(text).format, null, text);
  });
  it('reads cut and shuffled output', () => {
    for (const text of [HUMAN, TYPED, WRAPPED, INODES]) assertRobust(df, text);
  });
});
