import { humanBytes } from '../../basics/byte-sizes';
import type { Hit, Place } from '../../match/rule';
import type { Thresholds } from '../../match/thresholds';
import type { BundleFacts } from '../bundle-facts';
import { allCores, byMachine } from '../machines';

const GIB = 1024 ** 3;

/** A part of a machine that is too small. */
interface Shortage {
  readonly part: 'processors' | 'memory' | 'disk';
  readonly text: string;
  readonly place: Place;
}

/** Machines below the least size, one hit each, which names every part that is too small. */
export function undersizedHits(facts: BundleFacts, thresholds: Thresholds): readonly Hit[] {
  const all = [
    ...cpuShortages(facts, thresholds),
    ...memoryShortages(facts, thresholds),
    ...diskShortages(facts, thresholds),
  ];
  return [...byMachine(facts, all, ({ place }) => place.artifact).values()].flatMap((shortages): Hit[] => {
    const parts = (['processors', 'memory', 'disk'] as const).flatMap((part) => {
      const [first] = shortages.filter((one) => one.part === part);
      return first === undefined ? [] : [first];
    });
    const [first] = parts;
    if (first === undefined) return [];
    return [
      {
        at: first.place,
        evidence: parts.map(({ place, text }) => ({ ...place, note: text })),
        data: { what: parts.map(({ text }) => text).join(', '), parts: parts.map(({ part }) => part) },
      },
    ];
  });
}

function cpuShortages(facts: BundleFacts, { leastCpus }: Thresholds): readonly Shortage[] {
  return allCores(facts)
    .filter(({ cores }) => cores < leastCpus)
    .map(({ cores, place }) => ({
      part: 'processors',
      text: cores === 1 ? '1 processor' : `${String(cores)} processors`,
      place,
    }));
}

/** Size of the memory by meminfo, free, top and the status header. */
function memoryShortages(facts: BundleFacts, { leastMemoryGib }: Thresholds): readonly Shortage[] {
  const sizes: { readonly bytes: number | null; readonly place: Place }[] = [];
  for (const { artifact, facts: memory } of facts.sections('meminfo')) {
    if (memory.totalKb === null || memory.totalLine === null) continue;
    const place = { artifact: artifact.index, line: memory.totalLine, field: 'meminfo.MemTotal' };
    sizes.push({ bytes: memory.totalKb * 1024, place });
  }
  for (const { artifact, facts: free } of facts.sections('free')) {
    const mem = free.samples[0]?.mem;
    if (mem === undefined || mem === null) continue;
    sizes.push({ bytes: mem.totalBytes, place: { artifact: artifact.index, line: mem.line, field: 'free.total' } });
  }
  for (const { artifact, facts: top } of facts.sections('top')) {
    const total = top.iterations[0]?.memoryTotalKb;
    if (total === undefined || total === null) continue;
    const { value, line, start, end } = total;
    sizes.push({ bytes: value * 1024, place: { artifact: artifact.index, line, start, end } });
  }
  for (const { artifact, life } of facts.livesWithBlocks) {
    const { blocks } = life;
    const totals = blocks.column('Mem_abs.MemTotal');
    const index = totals?.findLastIndex((value) => value > 0) ?? -1;
    const kb = totals?.[index];
    if (kb === undefined) continue;
    const place = { artifact, line: blocks.lineOf(index, 'header'), field: 'Mem_abs.MemTotal' };
    sizes.push({ bytes: kb * 1024, place });
  }
  return sizes.flatMap(({ bytes, place }) =>
    bytes === null || bytes <= 0 || bytes >= leastMemoryGib * GIB
      ? []
      : [{ part: 'memory', text: `${humanBytes(bytes)} of memory`, place }],
  );
}

/** Size of the disk under the root by df. A container's overlay is no disk of its own. */
function diskShortages(facts: BundleFacts, { leastDiskGib }: Thresholds): readonly Shortage[] {
  return facts.sections('df').flatMap(({ artifact, facts: df }) =>
    df.rows
      .filter(({ mount, type, filesystem }) => mount === '/' && type !== 'overlay' && filesystem !== 'overlay')
      .filter(({ sizeBytes }) => sizeBytes > 0 && sizeBytes < leastDiskGib * GIB)
      .map(({ sizeBytes, line }) => ({
        part: 'disk' as const,
        text: `${humanBytes(sizeBytes)} of disk`,
        place: { artifact: artifact.index, line },
      })),
  );
}
