import assert from 'node:assert/strict';
import { top } from '../../../server/src/engine/formats/host/top';
import type { TopFacts } from '../../../server/src/engine/formats/host/top';
import { assertCovered, assertRobust, factsOf, readArtifact, valuesOf } from './support';

const KIB = `[root@ber-ac-01 ~]# top -b -n1 | head -12
top - 09:43:59 up 15:23,  2 users,  load average: 0.01, 0.07, 0.13
Tasks: 199 total,   2 running, 195 sleeping,   0 stopped,   2 zombie
%Cpu(s):  3.4 us,  3.7 sy,  0.0 ni, 90.5 id,  1.0 wa,  0.0 hi,  1.4 si,  0.0 st
KiB Mem :   479384 total,     7220 free,   372796 used,    99368 buff/cache
KiB Swap:  1049596 total,   594100 free,   455496 used.    74280 avail Mem

  PID USER      PR  NI    VIRT    RES    SHR S  %CPU %MEM     TIME+ COMMAND
12810 root      20   0 3042476 122848  28328 S   3.3 25.6   2:03.24 gnome-shell
14216 zscaler   20   0 1688728  13420      0 S   2.0  2.8   2:11.69 image.bin
   18 root      rt   0       0      0      0 S   0.0  0.0   0:00.10 migration/0
14265 root      30  10       0      0      0 Z   0.0  0.0   0:54.00 yumBackend.py
[root@ber-ac-01 ~]#`;

const OLD = `top - 11:02:33 up 81 days,  3:10,  1 user,  load average: 2.40, 2.10, 1.90
Tasks: 120 total,   2 running, 118 sleeping,   0 stopped,   0 zombie
Cpu(s): 88.3%us,  5.7%sy,  0.0%ni,  5.0%id,  0.0%wa,  0.0%hi,  1.0%si,  0.0%st
Mem:   3880000k total,  3700000k used,   180000k free,    20000k buffers
Swap:  1049596k total,        0k used,  1049596k free,  1500000k cached

  PID USER      PR  NI  VIRT  RES  SHR S %CPU %MEM    TIME+  COMMAND
 3276 zscaler   20   0 1.5g 340m  12m R 96.2  9.0  30:36.60 image.bin
`;

/** Two refreshes in a locale with decimal commas, a processor each on a line. */
const COMMA = `top - 12:06:00 up 2 days, 52 min,  0 users,  load average: 0,61, 0,55, 0,52
Threads: 148 total,   1 running, 147 sleeping,   0 stopped,   0 zombie
%Cpu0  : 12,4 us,  7,6 sy,  0,0 ni, 80,0 id,  0,0 wa,  0,0 hi,  0,0 si,  0,0 st
%Cpu1  :  0,0 us,  0,0 sy,  0,0 ni,100,0 id,  0,0 wa,  0,0 hi,  0,0 si,  0,0 st
MiB Mem :   7650,9 total,   3863,9 free,   1185,4 used,   2601,6 buff/cache
MiB Swap:      0,0 total,      0,0 free,      0,0 used.   6153,3 avail Mem

    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND
   2914 zscaler   20   0 1618244   1,2g 109139 S  17,8   4,5  30:36.60 image.bin

top - 12:06:03 up 2 days, 52 min,  0 users,  load average: 0,61, 0,55, 0,52
Tasks: 148 total,   1 running, 147 sleeping,   0 stopped,   0 zombie
%Cpu(s): 12,4 us,  7,6 sy,  0,0 ni, 68,0 id,  0,0 wa,  0,0 hi,  0,0 si, 12,0 st
MiB Mem :   7650,9 total,   3863,9 free,   1185,4 used,   2601,6 buff/cache
MiB Swap:      0,0 total,      0,0 free,      0,0 used.   6153,3 avail Mem

    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND
   2914 zscaler   20   0 1618244   1,2g 109139 S  20,0   4,5  30:36.90 image.bin
`;

const brief = (facts: TopFacts | undefined): unknown =>
  facts?.iterations.map((one) => [
    one.secondsOfDay,
    one.idle?.value,
    one.steal?.value,
    one.zombies?.value,
    one.processors,
    one.memoryTotalKb?.value,
    one.memoryAvailableKb?.value,
    one.swapUsedKb?.value,
    one.processes.map((process) => [process.pid, process.user, process.cpu?.value, process.residentKb, process.name]),
  ]);

describe('top', () => {
  it('reads KiB', () => {
    const [facts] = factsOf(top, KIB);
    assert.deepEqual(brief(facts), [
      [
        9 * 3600 + 43 * 60 + 59,
        90.5,
        0,
        2,
        null,
        479_384,
        74_280,
        455_496,
        [
          [12810, 'root', 3.3, 122_848, 'gnome-shell'],
          [14216, 'zscaler', 2, 13_420, 'image.bin'],
          [18, 'root', 0, 0, 'migration/0'],
          [14265, 'root', 0, 0, 'yumBackend.py'],
        ],
      ],
    ]);
    const idle = facts?.iterations[0]?.idle;
    assert.equal(KIB.split('\n')[idle?.line ?? 0]?.slice(idle?.start, idle?.end), '90.5');
    assert.deepEqual(
      facts?.iterations[0]?.processes.map(({ zombie }) => zombie),
      [false, false, false, true],
    );
  });

  it('reads old versions', () => {
    assert.deepEqual(brief(factsOf(top, OLD)[0]), [
      [39753, 5, 0, 0, null, 3_880_000, undefined, 0, [[3276, 'zscaler', 96.2, 340 * 1024, 'image.bin']]],
    ]);
  });

  it('reads several refreshes, MiB and decimal commas', () => {
    const [facts, more] = factsOf(top, COMMA);
    assert.equal(more, undefined);
    assert.deepEqual(
      facts?.iterations.map((one) => [one.secondsOfDay, one.processors, one.idle?.value, one.steal?.value]),
      [
        [43560, 2, undefined, undefined],
        [43563, null, 68, 12],
      ],
    );
    assert.deepEqual(
      facts.iterations.map(({ threads }) => threads),
      [true, false],
    );
    assert.equal(facts.iterations[0]?.memoryTotalKb?.value, 7650.9 * 1024);
    assert.equal(facts.iterations[0].processes[0]?.residentKb, 1.2 * 1024 ** 2);
  });

  it('reads folded blanks and further columns', () => {
    const folded = `top - 09:43:59 up 15:23, 2 users, load average: 0.01, 0.07, 0.13
Tasks: 199 total, 2 running, 195 sleeping, 0 stopped, 2 zombie
%Cpu(s): 3.4 us, 3.7 sy, 0.0 ni, 90.5 id, 1.0 wa, 0.0 hi, 1.4 si, 0.0 st
PID USER PR NI VIRT RES SHR S %CPU %MEM TIME+ P SWAP COMMAND
14216 zscaler 20 0 1688728 13420 0 S 2.0 2.8 2:11.69 1 0 image.bin --token hidden
`;
    const [facts] = factsOf(top, folded);
    assert.equal(facts?.iterations[0]?.idle?.value, 90.5);
    assert.equal(facts.iterations[0].processes[0]?.name, 'image.bin');
    // Of one line alone nobody knows what the further columns are.
    const row = folded.trim().split('\n').at(-1) ?? '';
    assert.equal(valuesOf(top, row).at(-1), 'top.TIME+=2:11.69');
  });

  it('leaves out numbers too wide for their field', () => {
    const wide = KIB.replace('   479384 total', ' 16265580+total');
    assert.equal(factsOf(top, wide)[0]?.iterations[0]?.memoryTotalKb, null);
    assert.equal(factsOf(top, wide)[0]?.iterations[0]?.memoryAvailableKb?.value, 74_280);
  });

  it('reads single lines behind a command', () => {
    const text = `$ top -bn2 | grep "Cpu(s)"
%Cpu(s):  3.4 us,  3.7 sy,  0.0 ni, 90.5 id,  1.0 wa,  0.0 hi,  1.4 si,  0.0 st
%Cpu(s):  3.4 us,  3.7 sy,  0.0 ni, 10.5 id,  1.0 wa,  0.0 hi,  1.4 si,  0.0 st
`;
    assert.deepEqual(
      factsOf(top, text)[0]?.iterations.map(({ idle }) => idle?.value),
      [90.5, 10.5],
    );
  });

  it('leaves other texts alone', () => {
    for (const foreign of ['top - the best\nof all\n', 'Tasks: 12 total\n', 'Mem: 3 total\n', 'PID USER\n']) {
      assert.equal(readArtifact(foreign).format, null, foreign);
    }
  });

  it('names every value', () => {
    const unnamed = /^(?:top|-|up|users?,|load|average:|Tasks:|Threads:|%?Cpu\(s\):|%Cpu\d|:|(?:KiB|MiB|Mem|Swap):?)$/u;
    for (const text of [KIB, COMMA]) {
      assertCovered(
        top,
        text.split('\n').filter((line) => !line.startsWith('[')),
        unnamed,
      );
    }
    assert.deepEqual(valuesOf(top, KIB.split('\n')[1] ?? ''), [
      'top.time=09:43:59',
      'top.up=15:23',
      'top.users=2',
      'top.load1=0.01',
      'top.load5=0.07',
      'top.load15=0.13',
    ]);
    assert.deepEqual(valuesOf(top, KIB.split('\n')[5] ?? '').at(-1), 'top.avail Mem=74280');
    assert.deepEqual(valuesOf(top, COMMA.split('\n')[0] ?? '')[1], 'top.up=2 days, 52 min');
    assert.equal(top.seriesKey?.(KIB.split('\n')[9] ?? ''), '14216');
    assert.equal(top.seriesKey(KIB.split('\n')[3] ?? ''), '%Cpu(s)');
  });

  it('survives every cut', () => {
    for (const text of [KIB, OLD, COMMA]) assertRobust(top, text);
  });
});
