import assert from 'node:assert/strict';
import { vmstat } from '../../../server/src/engine/formats/host/vmstat';
import { assertCovered, assertRobust, factsOf, readArtifact, valuesOf } from './support';

const SEVERAL = `[root@ber-ac-01 ~]# vmstat 5 4
procs -----------memory---------- ---swap-- -----io---- -system-- ------cpu-----
 r  b   swpd   free   buff  cache   si   so    bi    bo   in   cs us sy id wa st
 2  0 470856   7724      0 109024  126  142  2144   194  367  532  2  2 95  0  0
 1  0 470856   7724      0 109024    0    0     0    12  961 1874 60 20  8  0 12
procs -----------memory---------- ---swap-- -----io---- -system-- ------cpu-----
 r  b   swpd   free   buff  cache   si   so    bi    bo   in   cs us sy id wa st
 3  1 470856   7724      0 109024    0    0     0    12  961 1874 60 20  7  1 12
 3  1 470856   7724      0 109024    0    0     0    12  961 1874 60 20  7  1 12
`;
const WIDE = `--procs-- -----------------------memory---------------------- ---swap-- -----io---- -system-- ----------cpu---------- -----timestamp-----
   r    b         swpd         free         buff        cache   si   so    bi    bo   in   cs  us  sy  id  wa  st  gu                 UTC
   1    0            0      3955712         2104      2663265    0    0    12    38  961 1874  12   8  80   0   0   0 2026-01-21 09:00:00
   1    0            0      3955712         2104      2663265    0    0    12    38  961 1874  12   8  79   1   0   0 2026-01-21 09:01:00
`;
const NO_STEAL = `procs -----------memory---------- ---swap-- -----io---- --system-- -----cpu------
 r  b   swpd   free  inact active   si   so    bi    bo   in   cs us sy id wa
 0  0      0 812340  40960 512000    0    0     1     4   12   33  1  0 99  0
`;

describe('vmstat', () => {
  it('reads several samples over repeated headers; the first is since boot', () => {
    const [facts] = factsOf(vmstat, SEVERAL);
    assert.deepEqual(
      facts?.samples.map(({ line, sinceBoot, idle, steal, waiting }) => [line, sinceBoot, idle, steal, waiting]),
      [
        [3, true, 95, 0, 0],
        [4, false, 8, 12, 0],
        [7, false, 7, 12, 1],
        [8, false, 7, 12, 1],
      ],
    );
    assert.deepEqual(facts.samples[0], {
      line: 3,
      timeMs: null,
      sinceBoot: true,
      ready: 2,
      blocked: 0,
      swapIn: 126,
      swapOut: 142,
      idle: 95,
      waiting: 0,
      steal: 0,
    });
  });

  it('reads wide rows with times and guest time', () => {
    const [facts] = factsOf(vmstat, WIDE);
    assert.deepEqual(
      facts?.samples.map(({ timeMs, idle }) => [timeMs, idle]),
      [
        [Date.UTC(2026, 0, 21, 9, 0, 0), 80],
        [Date.UTC(2026, 0, 21, 9, 1, 0), 79],
      ],
    );
  });

  it('reads versions without steal', () => {
    assert.equal(factsOf(vmstat, NO_STEAL)[0]?.samples[0]?.steal, null);
  });

  it('is dated by a script', () => {
    const text = `Wed Jan 21 09:00:00 UTC 2026\nvmstat\n${NO_STEAL}Wed Jan 21 09:01:00 UTC 2026\nvmstat\n${NO_STEAL}`;
    assert.deepEqual(
      factsOf(vmstat, text).map(({ samples }) => samples[0]?.timeMs),
      [Date.UTC(2026, 0, 21, 9), Date.UTC(2026, 0, 21, 9, 1)],
    );
  });

  it('skips rows that are cut', () => {
    const cut = SEVERAL.slice(0, SEVERAL.indexOf(' 60 20  8'));
    assert.equal(factsOf(vmstat, cut)[0]?.samples.length, 1);
  });

  it('leaves other texts alone', () => {
    for (const foreign of ['procs and memory\n', ' r b\n', '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17\n']) {
      assert.equal(readArtifact(foreign).format, null);
    }
  });

  it('names every value', () => {
    assertCovered(vmstat, SEVERAL.trim().split('\n').slice(1), /-|^procs$/u);
    assertCovered(vmstat, WIDE.trim().split('\n').slice(1), /^UTC$/u);
    assertCovered(vmstat, NO_STEAL.trim().split('\n').slice(1));
    assert.deepEqual(valuesOf(vmstat, SEVERAL.split('\n')[4] ?? '').slice(-3), [
      'vmstat.id=8',
      'vmstat.wa=0',
      'vmstat.st=12',
    ]);
  });

  it('survives every cut', () => {
    assertRobust(vmstat, SEVERAL);
    assertRobust(vmstat, WIDE);
  });
});
