import type { Rule } from '../../../engine/match/rule';
import { DOCS, MEMORY_STATUS, TROUBLESHOOTING } from '../../evidence';
import { memoryLeaks } from '../../../engine/facts/software/memory-trend';

/** Hourly dumps in a file each; `alloc` and `out` bytes by hour. */
const hourly = (alloc: (hour: number) => number, out: (hour: number) => number): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Array.from({ length: 6 }, (_, hour) => {
      const row = `Alloc: 9000 ${String(alloc(hour))}, Free: 50 5000, Drain: 0 0, Out: 900 ${String(out(hour))} 1.000mb Overhead: 0.012mb (32)`;
      return [
        `memory-${String(hour)}.txt`,
        `[root@fra-ac-02 ~]# date\nWed Jan 21 0${String(hour)}:00:00 UTC 2026\n[root@fra-ac-02 ~]# curl -s 127.0.0.1:9000/memory/status\nzpn: ${row}\nTotal: ${row.replace(' (32)', '')}\n`,
      ];
    }),
  );

const rule: Rule = {
  id: 'health/memory-leak',
  title: 'An allocator only grows',
  severity: 'warning',
  means:
    'Over the samples of a report the memory handed out by an allocator grows in nearly every sample and does not come back.',
  matters: 'The process runs out of memory in the end.',
  doNext: 'Collect a longer report and give it to Support; more memory only wins time.',
  message: 'Memory of {ranked} grows steadily: {rate} an hour for the first over {count} samples.',
  needs: [MEMORY_STATUS],
  evaluate: (facts, thresholds) => memoryLeaks(facts, thresholds),
  runbook: { id: 'memory-leak-collection', step: 'read' },
  documentation: [`${DOCS.troubleshooting}#memory`],
  source: TROUBLESHOOTING,
  thresholds: ['memoryLeakSamples', 'memoryLeakGrowingShare', 'memoryLeakBytesPerHour', 'memoryLeakGrowth'],
  fires: [
    {
      files: {
        'memory_report.txt':
          'Wed Jan 21 09:00:00 UTC 2026\ncurl -s 127.0.0.1:9000/memory/status\nzpn: Alloc: 10050 1005000, Free: 50 5000, Drain: 0 0, Out: 10000 1000000 0.954mb Overhead: 0.012mb (32)\nfohh: Alloc: 64598 6459867, Free: 50 5000, Drain: 0 0, Out: 64548 6454867 6.156mb Overhead: 0.012mb (32)\nargo: Alloc: 52546 5254684, Free: 50 5000, Drain: 0 0, Out: 52496 5249684 5.006mb Overhead: 0.012mb (32)\nTotal: Alloc: 9 9, Free: 1 1, Drain: 0 0, Out: 8 12705575 1.000mb Overhead: 0.012mb\nWed Jan 21 09:01:00 UTC 2026\ncurl -s 127.0.0.1:9000/memory/status\nzpn: Alloc: 14050 1405000, Free: 50 5000, Drain: 0 0, Out: 14000 1400000 1.335mb Overhead: 0.012mb (32)\nfohh: Alloc: 64603 6460367, Free: 50 5000, Drain: 0 0, Out: 64553 6455367 6.156mb Overhead: 0.012mb (32)\nargo: Alloc: 52546 5254684, Free: 50 5000, Drain: 0 0, Out: 52496 5249684 5.006mb Overhead: 0.012mb (32)\nTotal: Alloc: 9 9, Free: 1 1, Drain: 0 0, Out: 8 13106075 1.000mb Overhead: 0.012mb\nWed Jan 21 09:02:00 UTC 2026\ncurl -s 127.0.0.1:9000/memory/status\nzpn: Alloc: 18050 1805000, Free: 50 5000, Drain: 0 0, Out: 18000 1800000 1.717mb Overhead: 0.012mb (32)\nfohh: Alloc: 64608 6460867, Free: 50 5000, Drain: 0 0, Out: 64558 6455867 6.157mb Overhead: 0.012mb (32)\nargo: Alloc: 52546 5254684, Free: 50 5000, Drain: 0 0, Out: 52496 5249684 5.006mb Overhead: 0.012mb (32)\nTotal: Alloc: 9 9, Free: 1 1, Drain: 0 0, Out: 8 13506575 1.000mb Overhead: 0.012mb\nWed Jan 21 09:03:00 UTC 2026\ncurl -s 127.0.0.1:9000/memory/status\nzpn: Alloc: 22050 2205000, Free: 50 5000, Drain: 0 0, Out: 22000 2200000 2.098mb Overhead: 0.012mb (32)\nfohh: Alloc: 64598 6459867, Free: 50 5000, Drain: 0 0, Out: 64548 6454867 6.156mb Overhead: 0.012mb (32)\nargo: Alloc: 52546 5254684, Free: 50 5000, Drain: 0 0, Out: 52496 5249684 5.006mb Overhead: 0.012mb (32)\nTotal: Alloc: 9 9, Free: 1 1, Drain: 0 0, Out: 8 13905575 1.000mb Overhead: 0.012mb\nWed Jan 21 09:04:00 UTC 2026\ncurl -s 127.0.0.1:9000/memory/status\nzpn: Alloc: 26050 2605000, Free: 50 5000, Drain: 0 0, Out: 26000 2600000 2.480mb Overhead: 0.012mb (32)\nfohh: Alloc: 64603 6460367, Free: 50 5000, Drain: 0 0, Out: 64553 6455367 6.156mb Overhead: 0.012mb (32)\nargo: Alloc: 52546 5254684, Free: 50 5000, Drain: 0 0, Out: 52496 5249684 5.006mb Overhead: 0.012mb (32)\nTotal: Alloc: 9 9, Free: 1 1, Drain: 0 0, Out: 8 14306075 1.000mb Overhead: 0.012mb\nWed Jan 21 09:05:00 UTC 2026\ncurl -s 127.0.0.1:9000/memory/status\nzpn: Alloc: 30050 3005000, Free: 50 5000, Drain: 0 0, Out: 30000 3000000 2.861mb Overhead: 0.012mb (32)\nfohh: Alloc: 64608 6460867, Free: 50 5000, Drain: 0 0, Out: 64558 6455867 6.157mb Overhead: 0.012mb (32)\nargo: Alloc: 52546 5254684, Free: 50 5000, Drain: 0 0, Out: 52496 5249684 5.006mb Overhead: 0.012mb (32)\nTotal: Alloc: 9 9, Free: 1 1, Drain: 0 0, Out: 8 14706575 1.000mb Overhead: 0.012mb\nWed Jan 21 09:06:00 UTC 2026\ncurl -s 127.0.0.1:9000/memory/status\nzpn: Alloc: 34050 3405000, Free: 50 5000, Drain: 0 0, Out: 34000 3400000 3.242mb Overhead: 0.012mb (32)\nfohh: Alloc: 64598 6459867, Free: 50 5000, Drain: 0 0, Out: 64548 6454867 6.156mb Overhead: 0.012mb (32)\nargo: Alloc: 52546 5254684, Free: 50 5000, Drain: 0 0, Out: 52496 5249684 5.006mb Overhead: 0.012mb (32)\nTotal: Alloc: 9 9, Free: 1 1, Drain: 0 0, Out: 8 15105575 1.000mb Overhead: 0.012mb\nWed Jan 21 09:07:00 UTC 2026\ncurl -s 127.0.0.1:9000/memory/status\nzpn: Alloc: 38050 3805000, Free: 50 5000, Drain: 0 0, Out: 38000 3800000 3.624mb Overhead: 0.012mb (32)\nfohh: Alloc: 64603 6460367, Free: 50 5000, Drain: 0 0, Out: 64553 6455367 6.156mb Overhead: 0.012mb (32)\nargo: Alloc: 52546 5254684, Free: 50 5000, Drain: 0 0, Out: 52496 5249684 5.006mb Overhead: 0.012mb (32)\nTotal: Alloc: 9 9, Free: 1 1, Drain: 0 0, Out: 8 15506075 1.000mb Overhead: 0.012mb\n',
      },
      says: 'zpn',
    },
    {
      files: hourly(
        (hour) => 90_000_000 + hour * 30_000_000,
        (hour) => 9_000_000 + hour * 4_000_000,
      ),
      says: '3.8 MB an hour',
    },
  ],
  silent: [
    // Dumps of several connectors in one folder.
    hourly(
      (hour) => 90_000_000 - (hour % 2) * 40_000_000,
      (hour) => 9_000_000 + hour * 4_000_000,
    ),
    {
      'memory_report.txt':
        'Wed Jan 21 09:00:00 UTC 2026\ncurl -s 127.0.0.1:9000/memory/status\nzpn: Alloc: 10050 1005000, Free: 50 5000, Drain: 0 0, Out: 10000 1000000 0.954mb Overhead: 0.012mb (32)\nfohh: Alloc: 64598 6459867, Free: 50 5000, Drain: 0 0, Out: 64548 6454867 6.156mb Overhead: 0.012mb (32)\nargo: Alloc: 52546 5254684, Free: 50 5000, Drain: 0 0, Out: 52496 5249684 5.006mb Overhead: 0.012mb (32)\nTotal: Alloc: 9 9, Free: 1 1, Drain: 0 0, Out: 8 12705575 1.000mb Overhead: 0.012mb\nWed Jan 21 09:01:00 UTC 2026\ncurl -s 127.0.0.1:9000/memory/status\nzpn: Alloc: 14050 1405000, Free: 50 5000, Drain: 0 0, Out: 14000 1400000 1.335mb Overhead: 0.012mb (32)\nfohh: Alloc: 64603 6460367, Free: 50 5000, Drain: 0 0, Out: 64553 6455367 6.156mb Overhead: 0.012mb (32)\nargo: Alloc: 52546 5254684, Free: 50 5000, Drain: 0 0, Out: 52496 5249684 5.006mb Overhead: 0.012mb (32)\nTotal: Alloc: 9 9, Free: 1 1, Drain: 0 0, Out: 8 13106075 1.000mb Overhead: 0.012mb\nWed Jan 21 09:02:00 UTC 2026\ncurl -s 127.0.0.1:9000/memory/status\nzpn: Alloc: 10050 1005000, Free: 50 5000, Drain: 0 0, Out: 10000 1000000 0.954mb Overhead: 0.012mb (32)\nfohh: Alloc: 64608 6460867, Free: 50 5000, Drain: 0 0, Out: 64558 6455867 6.157mb Overhead: 0.012mb (32)\nargo: Alloc: 52546 5254684, Free: 50 5000, Drain: 0 0, Out: 52496 5249684 5.006mb Overhead: 0.012mb (32)\nTotal: Alloc: 9 9, Free: 1 1, Drain: 0 0, Out: 8 12706575 1.000mb Overhead: 0.012mb\nWed Jan 21 09:03:00 UTC 2026\ncurl -s 127.0.0.1:9000/memory/status\nzpn: Alloc: 14050 1405000, Free: 50 5000, Drain: 0 0, Out: 14000 1400000 1.335mb Overhead: 0.012mb (32)\nfohh: Alloc: 64598 6459867, Free: 50 5000, Drain: 0 0, Out: 64548 6454867 6.156mb Overhead: 0.012mb (32)\nargo: Alloc: 52546 5254684, Free: 50 5000, Drain: 0 0, Out: 52496 5249684 5.006mb Overhead: 0.012mb (32)\nTotal: Alloc: 9 9, Free: 1 1, Drain: 0 0, Out: 8 13105575 1.000mb Overhead: 0.012mb\nWed Jan 21 09:04:00 UTC 2026\ncurl -s 127.0.0.1:9000/memory/status\nzpn: Alloc: 10050 1005000, Free: 50 5000, Drain: 0 0, Out: 10000 1000000 0.954mb Overhead: 0.012mb (32)\nfohh: Alloc: 64603 6460367, Free: 50 5000, Drain: 0 0, Out: 64553 6455367 6.156mb Overhead: 0.012mb (32)\nargo: Alloc: 52546 5254684, Free: 50 5000, Drain: 0 0, Out: 52496 5249684 5.006mb Overhead: 0.012mb (32)\nTotal: Alloc: 9 9, Free: 1 1, Drain: 0 0, Out: 8 12706075 1.000mb Overhead: 0.012mb\nWed Jan 21 09:05:00 UTC 2026\ncurl -s 127.0.0.1:9000/memory/status\nzpn: Alloc: 14050 1405000, Free: 50 5000, Drain: 0 0, Out: 14000 1400000 1.335mb Overhead: 0.012mb (32)\nfohh: Alloc: 64608 6460867, Free: 50 5000, Drain: 0 0, Out: 64558 6455867 6.157mb Overhead: 0.012mb (32)\nargo: Alloc: 52546 5254684, Free: 50 5000, Drain: 0 0, Out: 52496 5249684 5.006mb Overhead: 0.012mb (32)\nTotal: Alloc: 9 9, Free: 1 1, Drain: 0 0, Out: 8 13106575 1.000mb Overhead: 0.012mb\nWed Jan 21 09:06:00 UTC 2026\ncurl -s 127.0.0.1:9000/memory/status\nzpn: Alloc: 10050 1005000, Free: 50 5000, Drain: 0 0, Out: 10000 1000000 0.954mb Overhead: 0.012mb (32)\nfohh: Alloc: 64598 6459867, Free: 50 5000, Drain: 0 0, Out: 64548 6454867 6.156mb Overhead: 0.012mb (32)\nargo: Alloc: 52546 5254684, Free: 50 5000, Drain: 0 0, Out: 52496 5249684 5.006mb Overhead: 0.012mb (32)\nTotal: Alloc: 9 9, Free: 1 1, Drain: 0 0, Out: 8 12705575 1.000mb Overhead: 0.012mb\nWed Jan 21 09:07:00 UTC 2026\ncurl -s 127.0.0.1:9000/memory/status\nzpn: Alloc: 14050 1405000, Free: 50 5000, Drain: 0 0, Out: 14000 1400000 1.335mb Overhead: 0.012mb (32)\nfohh: Alloc: 64603 6460367, Free: 50 5000, Drain: 0 0, Out: 64553 6455367 6.156mb Overhead: 0.012mb (32)\nargo: Alloc: 52546 5254684, Free: 50 5000, Drain: 0 0, Out: 52496 5249684 5.006mb Overhead: 0.012mb (32)\nTotal: Alloc: 9 9, Free: 1 1, Drain: 0 0, Out: 8 13106075 1.000mb Overhead: 0.012mb\n',
    },
    {
      'memory-status.txt':
        'zpn: Alloc: 900050 90005000, Free: 50 5000, Drain: 0 0, Out: 900000 90000000 85.831mb Overhead: 0.012mb (32)\nfohh: Alloc: 64598 6459867, Free: 50 5000, Drain: 0 0, Out: 64548 6454867 6.156mb Overhead: 0.012mb (32)\nTotal: Alloc: 9 9, Free: 1 1, Drain: 0 0, Out: 8 96455891 1.000mb Overhead: 0.012mb\n',
    },
  ],
};

export default rule;
