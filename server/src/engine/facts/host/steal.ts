import { largest } from '../../basics/extremes';
import type { Hit } from '../../match/rule';
import { MAX_EVIDENCE } from '../../match/run-rules';
import type { Thresholds } from '../../match/thresholds';
import type { BundleFacts } from '../bundle-facts';
import { artifactsWithLoad, judgeLoad, vmstatRows } from './load';
import type { LoadSample } from './load';
import { machineOf } from '../machines';

/** Steal by top and vmstat over several samples, one hit a machine. A single sample proves nothing. */
export function stealHits(facts: BundleFacts, thresholds: Thresholds): readonly Hit[] {
  const hits = new Map<string, Hit>();
  for (const artifact of artifactsWithLoad(facts)) {
    const byTop = facts
      .sections('top')
      .filter((one) => one.artifact === artifact)
      .flatMap(({ facts: { iterations, timeMs } }) =>
        iterations.flatMap(({ steal }): LoadSample[] => {
          if (steal === null) return [];
          const { value, line, start, end } = steal;
          return [
            { place: { artifact: artifact.index, line, start, end }, timeMs, percent: value, raw: value, name: null },
          ];
        }),
      );
    const byVmstat = vmstatRows(facts, artifact).flatMap(({ line, timeMs, steal }): LoadSample[] =>
      steal === null
        ? []
        : [
            {
              place: { artifact: artifact.index, line, field: 'vmstat.st' },
              timeMs,
              percent: steal,
              raw: steal,
              name: null,
            },
          ],
    );
    for (const [source, samples] of [
      ['top', byTop],
      ['vmstat', byVmstat],
    ] as const) {
      const verdict = judgeLoad(samples, thresholds.cpuStealPercent, thresholds.cpuStealPercent);
      const [first] = verdict?.samples ?? [];
      if (verdict?.sustained !== true || first === undefined || hits.has(machineOf(artifact))) continue;
      hits.set(machineOf(artifact), {
        at: first.place,
        evidence: verdict.samples.slice(0, MAX_EVIDENCE).map(({ place }) => place),
        count: verdict.samples.length,
        message: 'CPU steal was up to {most}% in {count} samples of {source}: the hypervisor is overbooked.',
        firstMs: first.timeMs,
        lastMs: verdict.samples.at(-1)?.timeMs ?? null,
        data: { most: largest(verdict.samples.map(({ raw }) => raw)), source },
      });
    }
  }
  return [...hits.values()];
}
