import type { BundleFacts } from '../../facts/bundle-facts';
import type { Sample } from './series';

/** Allocators shown by name; the rest is small. */
const MOST = 6;

/** Dated memory dumps of one file: the total and its largest allocators over time. */
export interface MemoryRun {
  readonly artifact: number;
  readonly labels: readonly string[];
  readonly samples: readonly Sample[];
}

/** Memory runs of every file with at least two dated dumps of memory/status. */
export function memoryRuns(facts: BundleFacts): readonly MemoryRun[] {
  const byArtifact = new Map<
    number,
    { timeMs: number; line: number; out: Map<string, number>; total: number | null }[]
  >();
  for (const { artifact, section, facts: dump } of facts.sections('memory-status')) {
    if (dump.timeMs === null) continue;
    const list = byArtifact.get(artifact.index) ?? [];
    const out = new Map(dump.names.map((name, index) => [name, dump.outBytes[index] ?? 0]));
    list.push({ timeMs: dump.timeMs, line: section.startLine, out, total: dump.total?.outBytes ?? null });
    byArtifact.set(artifact.index, list);
  }
  return [...byArtifact]
    .filter(([, dumps]) => dumps.length > 1)
    .map(([artifact, dumps]) => {
      const sums = new Map<string, number>();
      for (const { out } of dumps) for (const [name, bytes] of out) sums.set(name, (sums.get(name) ?? 0) + bytes);
      const names = [...sums].sort((a, b) => b[1] - a[1]).map(([name]) => name);
      const shown = names.slice(0, MOST);
      const samples = dumps
        .map(
          ({ timeMs, line, out, total }): Sample => ({
            timeMs,
            artifact,
            line,
            values: [total, ...shown.map((name) => out.get(name) ?? null)],
          }),
        )
        .sort((a, b) => a.timeMs - b.timeMs);
      return { artifact, labels: ['all allocators', ...shown], samples };
    });
}
