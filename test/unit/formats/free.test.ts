import assert from 'node:assert/strict';
import { free } from '../../../server/src/engine/formats/host/free';
import { assertCovered, assertRobust, factsOf, readArtifact, valuesOf } from './support';

const NEW = `[root@ber-ac-01 ~]# free -m
               total        used        free      shared  buff/cache   available
Mem:            7650        1185        3863           9        2601        6153
Swap:           1024         512         512
`;
const HUMAN = `$ free -h
              total        used        free      shared  buff/cache   available
Mem:          3.7Gi       1.2Gi       180Mi       9.0Mi       2.3Gi       2.4Gi
Swap:            0B          0B          0B
`;
const OLD = `# free
             total       used       free     shared    buffers     cached
Mem:       3880000    3700000     180000       9216      20000    1500000
-/+ buffers/cache:    2180000    1700000
Swap:            0          0          0
`;
const WIDE = `admin@ber-ac-01:~$ free -w -t -s 1 -c 2
               total        used        free      shared     buffers       cache   available
Mem:         7834521     1213440     3955712        9416        2104     2663265     6300672
Swap:              0           0           0
Total:       7834521     1213440     3955712

               total        used        free      shared     buffers       cache   available
Mem:         7834521     1213440     3955712        9416        2104     2663265      300672
Swap:              0           0           0
Total:       7834521     1213440     3955712
`;
const MB = 1024 ** 2;

describe('free', () => {
  it('reads megabytes of a new version', () => {
    assert.deepEqual(factsOf(free, NEW), [
      {
        timeMs: null,
        samples: [
          {
            mem: { line: 2, totalBytes: 7650 * MB, leftShare: 6153 / 7650 },
            swap: { line: 3, totalBytes: 1024 * MB, leftShare: 0.5 },
          },
        ],
        subjects: new Set(['available', 'swap']),
      },
    ]);
  });

  it('reads figures with their units', () => {
    const [sample] = factsOf(free, HUMAN)[0]?.samples ?? [];
    assert.equal(sample?.mem?.totalBytes, 3.7 * 1024 ** 3);
    assert.equal(sample.mem.leftShare, 2.4 / 3.7);
    assert.deepEqual(sample.swap, { line: 3, totalBytes: 0, leftShare: null });
  });

  it('reads old versions, where caches count as used', () => {
    const [sample] = factsOf(free, OLD)[0]?.samples ?? [];
    assert.deepEqual(sample?.mem, { line: 2, totalBytes: 3_880_000 * 1024, leftShare: 1_700_000 / 3_880_000 });
  });

  it('judges tables that hide caches only by what they surely say', () => {
    const share = (rows: string): number | null | undefined => factsOf(free, rows)[0]?.samples[0]?.mem?.leftShare;
    const head = '             total       used       free\n';
    // Used and free make the total: caches are in use, and nobody knows how large they are.
    assert.equal(share(`# free\n${head}Mem:       3880000    3700000     180000\n`), null);
    assert.equal(share(`# free\n${head}Mem:       3880000    1880000    2000000\n`), 2_000_000 / 3_880_000);
    // They do not: the rest is caches.
    assert.equal(share(`${head}Mem:       3880000    3680000     100000\nSwap: 0 0 0\n`), 200_000 / 3_880_000);
    assert.equal(share(`$ free -h\n${head}Mem:       7.5Gi      7.1Gi      120Mi\n`), null);
    // A row of its own says it, also where a busybox has no cached column.
    const old = `${head.trimEnd()}     shared    buffers\nMem:        61792      59908       1884          0       3320\n`;
    assert.equal(share(old), null);
    assert.equal(share(`# free\n${head}Mem: 61792 59908 1884\n-/+ buffers/cache: 30000 31792\n`), 31_792 / 61_792);
    assert.deepEqual(factsOf(free, `${old}-/+ buffers:              56588       5204\n`)[0]?.subjects, new Set());
    // Old rows without their head.
    const bare = '$ free | grep Mem\nMem:       3880000    3700000     180000       9216      20000    1500000\n';
    assert.equal(share(bare), 1_700_000 / 3_880_000);
  });

  it('names the columns of a row by the head', () => {
    const head = '             total       used       free     shared    buffers';
    assert.equal(valuesOf(free, 'Mem: 61792 59908 1884 0 3320', head).at(-1), 'free.buffers=3320');
    assert.deepEqual(valuesOf(free, '-/+ buffers:   56588   5204', head), [
      'free.-/+ buffers/cache.used=56588',
      'free.-/+ buffers/cache.free=5204',
    ]);
  });

  it('reads several samples and wide columns', () => {
    const shares = factsOf(free, WIDE).flatMap(({ samples }) => samples.map(({ mem }) => mem?.leftShare));
    assert.deepEqual(shares, [6_300_672 / 7_834_521, 300_672 / 7_834_521]);
  });

  it('guesses no unit it cannot know', () => {
    const bare = NEW.split('\n').slice(1).join('\n');
    assert.equal(factsOf(free, bare)[0]?.samples[0]?.mem?.totalBytes, null);
    assert.equal(factsOf(free, bare)[0]?.samples[0]?.mem?.leftShare, 6153 / 7650);
    const kilobytes = OLD.split('\n').slice(1).join('\n');
    assert.equal(factsOf(free, kilobytes)[0]?.samples[0]?.mem?.totalBytes, 3_880_000 * 1024);
  });

  it('knows the units of options', () => {
    for (const [option, unit] of [
      ['', 1024],
      ['-k', 1024],
      ['-b', 1],
      ['-tm', MB],
      ['-g', 1024 ** 3],
      ['--mega', 1e6],
      ['--mebi', MB],
    ] as const) {
      const text = NEW.replace('free -m', `free ${option}`.trim());
      assert.equal(factsOf(free, text)[0]?.samples[0]?.mem?.totalBytes, 7650 * unit, option);
    }
  });

  it('leaves other texts alone', () => {
    for (const foreign of ['Mem: 12 13 14\n', '  total used free\nnothing\n', 'free as in beer\nMem: 12\n']) {
      assert.equal(readArtifact(foreign).format, null);
    }
  });

  it('names every value', () => {
    for (const text of [NEW, HUMAN, OLD, WIDE]) {
      assertCovered(free, text.trim().split('\n').slice(1), /^(?:Mem|Swap|Total|-\/\+|buffers\/cache):?$/u);
    }
    assert.deepEqual(valuesOf(free, 'Mem:       3880000    3700000     180000       9216      20000    1500000'), [
      'free.total=3880000',
      'free.used=3700000',
      'free.free=180000',
      'free.shared=9216',
      'free.buffers=20000',
      'free.cached=1500000',
    ]);
    assert.deepEqual(valuesOf(free, 'Mem:  7650  1185  3863  9  2601  6153').slice(-2), [
      'free.buff/cache=2601',
      'free.available=6153',
    ]);
    assert.equal(free.seriesKey?.('Swap: 0 0 0'), 'Swap');
  });

  it('survives every cut', () => {
    for (const text of [NEW, OLD, WIDE]) assertRobust(free, text);
  });
});
