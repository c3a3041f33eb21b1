import assert from 'node:assert/strict';
import { meminfo } from '../../../server/src/engine/formats/host/meminfo';
import { assertCovered, assertRobust, factsOf, readArtifact } from './support';

const TYPED = `[root@ber-ac-01 ~]# cat /proc/meminfo
MemTotal:         479384 kB
MemFree:            6632 kB
MemAvailable:      70348 kB
Buffers:               0 kB
Cached:            70956 kB
SwapCached:        39248 kB
Active:           124048 kB
Inactive:         132648 kB
Active(anon):     103008 kB
Inactive(anon):   105584 kB
Active(file):      21040 kB
Inactive(file):    27064 kB
Unevictable:           0 kB
Mlocked:               0 kB
SwapTotal:       1049596 kB
SwapFree:         606316 kB
Dirty:                 0 kB
Slab:              87308 kB
Committed_AS:    4576888 kB
VmallocTotal:   34359738367 kB
HugePages_Total:       0
HugePages_Free:        0
Hugepagesize:       2048 kB
DirectMap4k:      106368 kB
[root@ber-ac-01 ~]#`;

const BARE = `MemTotal: 3880000 kB
MemFree: 210400 kB
Buffers: 1000 kB
Cached: 80000 kB
SwapTotal: 0 kB
SwapFree: 0 kB
`;

describe('meminfo', () => {
  it('reads the output of cat', () => {
    assert.deepEqual(factsOf(meminfo, TYPED)[0], {
      timeMs: null,
      totalKb: 479_384,
      availableKb: 70_348,
      swapTotalKb: 1_049_596,
      swapFreeKb: 606_316,
      totalLine: 1,
      availableLine: 3,
      swapLine: 16,
    });
  });

  it('reads the bare file of an old kernel, with folded blanks', () => {
    const [facts] = factsOf(meminfo, BARE);
    assert.equal(facts?.totalKb, 3_880_000);
    assert.equal(facts.availableKb, null);
    assert.equal(facts.swapTotalKb, 0);
  });

  it('reads a selection behind a command, in any order', () => {
    const text = `$ grep -E "MemTotal|MemAvailable|Swap" /proc/meminfo
MemAvailable:     100000 kB
MemTotal:        4000000 kB
SwapTotal:             0 kB
`;
    const [facts] = factsOf(meminfo, text);
    assert.equal(facts?.availableKb, 100_000);
    assert.equal(facts.availableLine, 1);
    assert.equal(facts.swapFreeKb, null);
  });

  it('takes samples apart', () => {
    assert.deepEqual(
      factsOf(meminfo, BARE + BARE.replace('3880000', '3880001')).map(({ totalKb, totalLine }) => [totalKb, totalLine]),
      [
        [3_880_000, 0],
        [3_880_001, 6],
      ],
    );
  });

  it('leaves other texts alone', () => {
    for (const foreign of ['MemTotal: 12 kB\nsomething else\n', 'MemTotal:\n', 'MemFree: 12 kB\n', 'Total: 3\n']) {
      assert.equal(readArtifact(foreign).format, null);
    }
  });

  it('names every value', () => {
    assertCovered(meminfo, TYPED.split('\n').slice(1, -1), /^kB$/u);
    assert.equal(meminfo.seriesKey?.('MemFree: 12 kB'), 'MemFree');
  });

  it('survives every cut', () => {
    assertRobust(meminfo, TYPED);
  });
});
