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
