import { humanBytes } from '../../basics/byte-sizes';
import type { Hit, Place } from '../../match/rule';
import type { Thresholds } from '../../match/thresholds';
import { knownTime } from '../blocks';
import type { BundleFacts } from '../bundle-facts';
import { byMachine, machineOf } from '../machines';

/** A share of memory or swap at one moment. */
export interface MemorySample {
  readonly place: Place;
  readonly timeMs: number | null;
  /** Available memory, or swap in use, as share of the total: 0 to 1. */
  readonly share: number;
  readonly totalBytes: number | null;
  /** `/proc/meminfo`, `free`, `top`. */
  readonly source: string;
}

/** Available memory by meminfo, free and top, in the order of formats. */
function availableMemory(facts: BundleFacts): readonly MemorySample[] {
  const samples: MemorySample[] = [];
  for (const { artifact, facts: memory } of facts.sections('meminfo')) {
    const { totalKb, availableKb, availableLine, timeMs } = memory;
    if (totalKb === null || availableKb === null || availableLine === null || totalKb <= 0) continue;
    const place = { artifact: artifact.index, line: availableLine, field: 'meminfo.MemAvailable' };
    samples.push({ place, timeMs, share: availableKb / totalKb, totalBytes: totalKb * 1024, source: '/proc/meminfo' });
  }
  for (const { artifact, facts: free } of facts.sections('free')) {
    for (const { mem } of free.samples) {
      if (mem?.leftShare === undefined || mem.leftShare === null) continue;
      const place = { artifact: artifact.index, line: mem.line, field: 'free.available' };
      samples.push({ place, timeMs: free.timeMs, share: mem.leftShare, totalBytes: mem.totalBytes, source: 'free' });
    }
  }
  for (const { artifact, facts: top } of facts.sections('top')) {
    for (const { memoryAvailableKb: available, memoryTotalKb: total } of top.iterations) {
      if (available === null || total === null || total.value <= 0 || available.value > total.value) continue;
      const { line, start, end } = available;
      samples.push({
        place: { artifact: artifact.index, line, start, end },
        timeMs: top.timeMs,
        share: available.value / total.value,
        totalBytes: total.value * 1024,
        source: 'top',
      });
    }
  }
  return samples;
}

/** The lowest share of available memory of each machine (see machineOf). */
export function lowestMemory(facts: BundleFacts): ReadonlyMap<string, MemorySample> {
  const lowest = new Map<string, MemorySample>();
  for (const [machine, samples] of byMachine(facts, availableMemory(facts), ({ place }) => place.artifact)) {
    const [least] = [...samples].sort((a, b) => a.share - b.share);
    if (least !== undefined) lowest.set(machine, least);
  }
  return lowest;
}

/** Machines short of memory: one hit each, at the lowest figure. */
export function lowMemoryHits(facts: BundleFacts, thresholds: Thresholds): readonly Hit[] {
  const all = availableMemory(facts);
  return [...lowestMemory(facts)].flatMap(([machine, least]): Hit[] => {
    const used = 100 - least.share * 100;
    if (used <= thresholds.memoryWarningPercent) return [];
    const artifactOf = (sample: MemorySample): string => {
      const artifact = facts.artifacts[sample.place.artifact];
      return artifact === undefined ? '' : machineOf(artifact);
    };
    const others = all.filter(
      (one) => one !== least && artifactOf(one) === machine && 100 - one.share * 100 > thresholds.memoryWarningPercent,
    );
    return [
      {
        at: least.place,
        evidence: [least, ...others].slice(0, 10).map(({ place }) => place),
        severity: used > thresholds.memoryErrorPercent ? 'error' : 'warning',
        message: 'Only {left}% of the memory{of} is available ({source}).',
        firstMs: least.timeMs,
        data: {
          left: Math.round(least.share * 1000) / 10,
          most: Math.round(used),
          of: least.totalBytes === null ? '' : ` (${humanBytes(least.totalBytes)})`,
          source: least.source,
        },
      },
    ];
  });
}

/** Swap in use by meminfo, free, top and the status header. */
function swapInUse(facts: BundleFacts): readonly MemorySample[] {
  const samples: MemorySample[] = [];
  for (const { artifact, facts: memory } of facts.sections('meminfo')) {
    const { swapTotalKb, swapFreeKb, swapLine, timeMs } = memory;
    if (swapTotalKb === null || swapFreeKb === null || swapLine === null || swapTotalKb <= 0) continue;
    const place = { artifact: artifact.index, line: swapLine, field: 'meminfo.SwapFree' };
    const share = 1 - swapFreeKb / swapTotalKb;
    samples.push({ place, timeMs, share, totalBytes: swapTotalKb * 1024, source: '/proc/meminfo' });
  }
  for (const { artifact, facts: free } of facts.sections('free')) {
    for (const { swap } of free.samples) {
      if (swap?.leftShare === undefined || swap.leftShare === null) continue;
      const place = { artifact: artifact.index, line: swap.line, field: 'free.Swap.used' };
      samples.push({
        place,
        timeMs: free.timeMs,
        share: 1 - swap.leftShare,
        totalBytes: swap.totalBytes,
        source: 'free',
      });
    }
  }
  for (const { artifact, facts: top } of facts.sections('top')) {
    for (const { swapTotalKb: total, swapUsedKb: used } of top.iterations) {
      if (total === null || used === null || total.value <= 0) continue;
      const { line, start, end } = used;
      const place = { artifact: artifact.index, line, start, end };
      const share = used.value / total.value;
      samples.push({ place, timeMs: top.timeMs, share, totalBytes: total.value * 1024, source: 'top' });
    }
  }
  return [...samples, ...swapByStatus(facts)];
}

/** The latest status header of each life. */
function swapByStatus(facts: BundleFacts): readonly MemorySample[] {
  return facts.livesWithBlocks.flatMap(({ artifact, life: { blocks } }): MemorySample[] => {
    const totals = blocks.column('Mem_abs.SwapTotal');
    const index = totals?.findLastIndex((value) => value > 0) ?? -1;
    const total = totals?.[index];
    const free = blocks.column('Mem_abs.SwapFree')?.[index];
    if (total === undefined || free === undefined || Number.isNaN(free)) return [];
    return [
      {
        place: { artifact, line: blocks.lineOf(index, 'header'), field: 'Mem_abs.SwapFree' },
        timeMs: knownTime(blocks.times[index]),
        share: 1 - free / total,
        totalBytes: total * 1024,
        source: 'status block',
      },
    ];
  });
}

/** Machines with much of their swap in use: one hit each, at the highest figure. */
export function swapHits(facts: BundleFacts, thresholds: Thresholds): readonly Hit[] {
  const machines = byMachine(facts, swapInUse(facts), ({ place }) => place.artifact);
  return [...machines.values()].flatMap((samples): Hit[] => {
    const over = [...samples]
      .filter(({ share }) => share * 100 > thresholds.swapPercent)
      .sort((a, b) => b.share - a.share);
    const [most] = over;
    if (most === undefined) return [];
    return [
      {
        at: most.place,
        evidence: over.slice(0, 10).map(({ place }) => place),
        firstMs: most.timeMs,
        data: {
          most: Math.round(most.share * 100),
          of: most.totalBytes === null ? '' : ` of ${humanBytes(most.totalBytes)}`,
          source: most.source,
        },
      },
    ];
  });
}
