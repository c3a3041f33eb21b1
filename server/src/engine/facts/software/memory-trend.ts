import { humanBytes, MEGABYTE } from '../../basics/byte-sizes';
import { groupBy } from '../../basics/group-by';
import type { MemoryFacts } from '../../formats/memory/facts';
import type { Hit, Place } from '../../match/rule';
import type { Thresholds } from '../../match/thresholds';
import type { BundleFacts, SectionOf } from '../bundle-facts';
import { byMachine } from '../machines';

type Dump = SectionOf<'memory-status'>;

interface Growth {
  readonly name: string;
  readonly bytesPerHour: number;
  readonly places: readonly Place[];
}

/** Without dates the collection scripts sample once a minute. */
const SAMPLE_MS = 60_000;

/**
 * Allocators whose Out bytes grow in nearly every sample of one report or of a row of dumps, ranked by their rate. Method: share of
 * growing steps, growth over the first value, and a straight line from the first to the last sample.
 */
export function memoryLeaks(facts: BundleFacts, thresholds: Thresholds): readonly Hit[] {
  return reports(facts).flatMap((dumps): readonly Hit[] => {
    if (dumps.length < thresholds.memoryLeakSamples) return [];
    const names = dumps[0]?.facts.names ?? [];
    const growing = names
      .flatMap((name) => growthOf(name, dumps, thresholds) ?? [])
      .sort((a, b) => b.bytesPerHour - a.bytesPerHour);
    const [first] = growing;
    const at = first?.places[0];
    if (first === undefined || at === undefined) return [];
    return [
      {
        at,
        evidence: first.places,
        count: dumps.length,
        firstMs: dumps[0]?.facts.timeMs ?? null,
        lastMs: dumps[dumps.length - 1]?.facts.timeMs ?? null,
        data: {
          ranked: growing
            .slice(0, 3)
            .map((one) => one.name)
            .join(', '),
          rate: humanBytes(first.bytesPerHour),
        },
      },
    ];
  });
}

/** Dumps in which one allocator holds more than half, and enough to matter: the latest of those that belong together. */
export function dominantAllocators(facts: BundleFacts): readonly Hit[] {
  return reports(facts).flatMap((dumps): readonly Hit[] => {
    const last = dumps[dumps.length - 1];
    const total = last?.facts.total?.outBytes ?? 0;
    if (last === undefined || total < MIN_DOMINANT_BYTES) return [];
    const { names, outBytes, lines } = last.facts;
    const index = outBytes.findIndex((bytes) => bytes > total / 2);
    if (index < 0) return [];
    return [
      {
        at: { artifact: last.artifact.index, line: lines[index] ?? 0, field: 'out.bytes' },
        firstMs: last.facts.timeMs,
        data: {
          name: names[index] ?? '',
          percent: Math.round(((outBytes[index] ?? 0) * 100) / total),
          bytes: humanBytes(outBytes[index] ?? 0),
        },
      },
    ];
  });
}

/** Half of a few megabytes says nothing about a machine of gigabytes. */
const MIN_DOMINANT_BYTES = 64 * MEGABYTE;

/**
 * Dumps that belong together, oldest first: those of one file; and dated ones of files side by side that hold one each,
 * where they are of one process, whose figures since its start only grow.
 */
function reports(facts: BundleFacts): readonly (readonly Dump[])[] {
  const files = [...groupBy(facts.sections('memory-status'), ({ artifact }) => artifact.index).values()];
  const single = files.flatMap((dumps) => (dumps.length === 1 ? dumps : [])).filter((one) => one.facts.timeMs !== null);
  const joined = [...byMachine(facts, single, ({ artifact }) => artifact.index).values()]
    .map((dumps) => [...dumps].sort((a, b) => (a.facts.timeMs ?? 0) - (b.facts.timeMs ?? 0)))
    .filter((dumps) => dumps.length > 1 && isOneProcess(dumps));
  const used = new Set(joined.flat());
  return [...files.filter((dumps) => !dumps.some((one) => used.has(one))), ...joined];
}

function isOneProcess(dumps: readonly Dump[]): boolean {
  return dumps.slice(1).every(({ facts: after }, index) => {
    const before = dumps[index]?.facts;
    if (before === undefined || !((before.timeMs ?? 0) < (after.timeMs ?? 0))) return false;
    return before.names.every((name, row) => {
      const then = before.allocBytes[row] ?? Number.NaN;
      return !((after.allocBytes[after.names.indexOf(name)] ?? Number.NaN) < then);
    });
  });
}

function growthOf(name: string, dumps: readonly Dump[], thresholds: Thresholds): Growth | null {
  const values = dumps.map(({ facts }) => outOf(facts, name));
  const first = values[0] ?? 0;
  const last = values[values.length - 1] ?? 0;
  const steps = values.length - 1;
  const growing = values.slice(1).filter((value, index) => value > (values[index] ?? 0)).length;
  if (growing < steps * thresholds.memoryLeakGrowingShare || last - first < first * thresholds.memoryLeakGrowth)
    return null;
  const startMs = dumps[0]?.facts.timeMs ?? null;
  const endMs = dumps[dumps.length - 1]?.facts.timeMs ?? null;
  const spanMs = startMs !== null && endMs !== null && endMs > startMs ? endMs - startMs : steps * SAMPLE_MS;
  const bytesPerHour = ((last - first) * 3_600_000) / spanMs;
  if (bytesPerHour < thresholds.memoryLeakBytesPerHour) return null;
  const places = [dumps[0], dumps[dumps.length - 1]].flatMap((dump) =>
    dump === undefined ? [] : [placeOf(dump, name)],
  );
  return { name, bytesPerHour, places };
}

function outOf(facts: MemoryFacts, name: string): number {
  return facts.outBytes[facts.names.indexOf(name)] ?? 0;
}

function placeOf(dump: Dump, name: string): Place {
  const line = dump.facts.lines[dump.facts.names.indexOf(name)] ?? dump.section.startLine;
  return { artifact: dump.artifact.index, line, field: 'out.bytes' };
}
