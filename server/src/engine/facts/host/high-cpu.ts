import { timeSpan } from '../../basics/extremes';
import type { Hit } from '../../match/rule';
import { MAX_EVIDENCE } from '../../match/run-rules';
import type { Thresholds } from '../../match/thresholds';
import type { BundleFacts } from '../bundle-facts';
import { isIdleByTop, judgeLoad, loadSeries } from './load';
import type { LoadSeries, Verdict } from './load';
import { byMachine, machineOf } from '../machines';

interface HighLoad {
  readonly series: LoadSeries;
  readonly verdict: Verdict;
}

/** High load by ps, top and vmstat: one hit a machine, which stands at the gravest and has the others as evidence. */
export function highCpuHits(facts: BundleFacts, thresholds: Thresholds): readonly Hit[] {
  const loads = loadSeries(facts).flatMap((series): HighLoad[] => {
    const verdict = judge(facts, series, thresholds);
    return verdict === null ? [] : [{ series, verdict }];
  });
  const machines = byMachine(facts, loads, ({ series }) => series.artifact.index);
  return [...machines.values()].flatMap((all) => {
    const [first] = [...all].sort((a, b) => rank(a) - rank(b));
    return first === undefined ? [] : [hitOf(first, all)];
  });
}

/** Machines (see machineOf) whose processor is busy as a whole, whoever it is. */
export function busyMachines(facts: BundleFacts, thresholds: Thresholds): ReadonlySet<string> {
  const busy = loadSeries(facts).filter(
    (series) => series.of === 'machine' && judge(facts, series, thresholds) !== null,
  );
  return new Set(busy.map(({ artifact }) => machineOf(artifact)));
}

function judge(facts: BundleFacts, series: LoadSeries, thresholds: Thresholds): Verdict | null {
  const { cpuWarningPercent, cpuErrorPercent, cpuIdlePercent } = thresholds;
  if (series.of === 'machine') return judgeLoad(series.samples, 100 - cpuIdlePercent, cpuErrorPercent);
  if (series.cores === null && isIdleByTop(facts, series.artifact, thresholds)) return null;
  const verdict = judgeLoad(series.samples, cpuWarningPercent, cpuErrorPercent);
  // A whole processor is an error only where it is all of them.
  return verdict !== null && series.cores === null ? { ...verdict, severity: 'warning' } : verdict;
}

/** Errors first, then the connector's child, whose name says most. */
function rank({ series, verdict }: HighLoad): number {
  const bySeverity = verdict.severity === 'error' ? 0 : 4;
  return bySeverity + (series.of === 'child' ? (series.cores === null ? 2 : 0) : 1);
}

function hitOf(main: HighLoad, all: readonly HighLoad[]): Hit {
  const { series, verdict } = main;
  const worst = [...verdict.samples].sort((a, b) => b.percent - a.percent)[0] ?? verdict.samples[0];
  const [first] = verdict.samples;
  if (first === undefined || worst === undefined) throw new RangeError('a verdict needs a sample');
  const times = verdict.samples.flatMap(({ timeMs }) => (timeMs === null ? [] : [timeMs]));
  const others = all.filter((one) => one !== main).flatMap((one) => one.verdict.samples.slice(0, 3));
  return {
    at: first.place,
    evidence: [...verdict.samples.slice(0, MAX_EVIDENCE - 3), ...others]
      .map(({ place }) => place)
      .slice(0, MAX_EVIDENCE),
    count: verdict.samples.length,
    severity: verdict.severity,
    confidence: series.of === 'child' && series.cores === null ? 'low' : 'high',
    message: messageOf(main),
    ...timeSpan(times),
    data: {
      most: Math.round(worst.percent),
      raw: worst.raw,
      cores: series.cores,
      process: worst.name,
      source: series.format,
      span: verdict.sustained ? `in ${String(verdict.samples.length)} samples in a row` : 'in the one moment shown',
    },
  };
}

function messageOf({ series }: HighLoad): string {
  if (series.of === 'machine') return 'The processor was up to {most}% busy {span} ({source}).';
  return series.cores === null
    ? '{process} used {raw}% of one core {span} ({source}); how many cores the machine has is not in the bundle.'
    : '{process} used up to {most}% of the machine {span} ({source}: {raw}% of one core, {cores} in all).';
}
