import type { Artifact } from '../../bundle/artifact';
import { isConnectorChild, isZscaler } from '../../formats/host/process-names';
import type { PsProcess } from '../../formats/host/ps';
import type { TopProcess } from '../../formats/host/top';
import type { Place } from '../../match/rule';
import type { Thresholds } from '../../match/thresholds';
import { runsWhere } from '../blocks';
import type { BundleFacts } from '../bundle-facts';
import { coresOf, machineOf } from '../machines';
import { isOwnArtifact } from '../files/product-bundle';

/** A share of the processor at one moment. */
export interface LoadSample {
  readonly place: Place;
  /** Log-clock epoch ms; null without a date. */
  readonly timeMs: number | null;
  /** Percent of all processors; of one where their number is unknown. */
  readonly percent: number;
  /** Percent as printed. */
  readonly raw: number;
  /** Program, where the sample is of one. */
  readonly name: string | null;
}

/** Samples that make a finding. */
export interface Verdict {
  readonly severity: 'error' | 'warning';
  readonly sustained: boolean;
  readonly samples: readonly LoadSample[];
}

/** Samples in a row, or milliseconds, that make a load sustained (catalogue E.16). */
const LEAST_SAMPLES = 3;
const LEAST_MS = 180_000;

/**
 * Over the warning threshold for three samples or three minutes is a warning, over the error threshold as long an
 * error; fewer samples than that only warn, where all are over the error threshold.
 */
export function judgeLoad(samples: readonly LoadSample[], warnOver: number, errorOver: number): Verdict | null {
  if (samples.length === 0) return null;
  const run = longestRun(samples, errorOver);
  if (isSustained(run)) return { severity: 'error', sustained: true, samples: run };
  const lower = longestRun(samples, warnOver);
  if (isSustained(lower)) return { severity: 'warning', sustained: true, samples: lower };
  const isSnapshot = samples.length < LEAST_SAMPLES;
  return isSnapshot && run.length === samples.length ? { severity: 'warning', sustained: false, samples } : null;
}

/** Samples in a row over a limit, the longest such run. */
function longestRun(samples: readonly LoadSample[], over: number): readonly LoadSample[] {
  const runs = runsWhere(samples, ({ percent }) => percent > over);
  const longest = [...runs].sort((a, b) => b.count - a.count)[0];
  return longest === undefined ? [] : samples.slice(longest.first, longest.last + 1);
}

function isSustained(run: readonly LoadSample[]): boolean {
  if (run.length >= LEAST_SAMPLES) return true;
  const from = run[0]?.timeMs ?? null;
  const to = run.at(-1)?.timeMs ?? null;
  return from !== null && to !== null && to - from >= LEAST_MS;
}

/** One command's view of the load in one file, over all its samples. */
export interface LoadSeries {
  readonly artifact: Artifact;
  readonly format: 'ps' | 'top' | 'vmstat';
  /** The connector's child, or everything that runs. */
  readonly of: 'child' | 'machine';
  /** Processors that the shares were divided by; null where unknown (child) or not needed (machine). */
  readonly cores: number | null;
  readonly samples: readonly LoadSample[];
}

/** Load by ps, top and vmstat, a series for each file and command. */
export function loadSeries(facts: BundleFacts): readonly LoadSeries[] {
  return artifactsWithLoad(facts).flatMap((artifact): LoadSeries[] => {
    const cores = coresOf(facts, artifact);
    const child = (processes: readonly AnyProcess[]): AnyProcess | null =>
      busiest(processes.filter(({ name }) => isConnectorChild(name)));
    const views = consumers(facts, artifact, cores, child);
    return [
      ...views.map(({ format, samples }) => ({ artifact, format, of: 'child' as const, cores, samples })),
      { artifact, format: 'top' as const, of: 'machine' as const, cores: null, samples: busyByTop(facts, artifact) },
      {
        artifact,
        format: 'vmstat' as const,
        of: 'machine' as const,
        cores: null,
        samples: busyByVmstat(facts, artifact),
      },
    ].filter(({ samples }) => samples.length > 0);
  });
}

/** Files that hold ps, top or vmstat, in order; those of a host that is no connector left out. */
export function artifactsWithLoad(facts: BundleFacts): readonly Artifact[] {
  const found = new Set<Artifact>();
  for (const format of ['ps', 'top', 'vmstat'] as const) {
    for (const { artifact } of facts.sections(format)) found.add(artifact);
  }
  return [...found].filter((artifact) => !isForeignHost(facts, machineOf(artifact))).sort((a, b) => a.index - b.index);
}

/** Processes that a listing holds which was not cut by head: a Linux host alone runs more. */
const WHOLE_LISTING = 40;

/** Whether the listings of processes of a machine, one of them whole, show none of Zscaler's, nor any file beside them. */
function isForeignHost(facts: BundleFacts, machine: string): boolean {
  if (facts.artifacts.some((one) => machineOf(one) === machine && isOwnArtifact(one))) return false;
  const listings = [
    ...facts.sections('ps').flatMap((one) => (machineOf(one.artifact) === machine ? [one.facts.processes] : [])),
    ...facts
      .sections('top')
      .flatMap(({ artifact, facts: top }) =>
        machineOf(artifact) === machine ? top.iterations.map(({ processes }) => processes) : [],
      ),
  ];
  return (
    listings.some((processes) => processes.length >= WHOLE_LISTING) &&
    !listings.flat().some(({ user, name }) => isZscaler(user, name))
  );
}

export type AnyProcess = PsProcess | TopProcess;

/** One process a sample, as `choose` picks it among those of the sample; samples without one are left out. */
export function consumers(
  facts: BundleFacts,
  artifact: Artifact,
  cores: number | null,
  choose: (processes: readonly AnyProcess[]) => AnyProcess | null,
): readonly { readonly format: 'ps' | 'top'; readonly samples: readonly LoadSample[] }[] {
  const sampleOf = (process: AnyProcess | null, timeMs: number | null): LoadSample[] => {
    const percent = process === null ? null : cpuOf(process);
    if (process === null || percent === null) return [];
    const place = { artifact: artifact.index, line: process.line, start: process.cpu?.start, end: process.cpu?.end };
    return [{ place: placeOf(place), timeMs, raw: percent, percent: percent / (cores ?? 1), name: process.name }];
  };
  const listed = facts.sections('ps').filter((one) => one.artifact === artifact && !one.facts.threads);
  const moments = listed.flatMap(({ facts: ps }) => {
    const process = choose(ps.processes);
    const time = process !== null && 'time' in process ? process.time : null;
    return [{ key: String(ps.timeMs ?? time), samples: sampleOf(process, ps.timeMs) }];
  });
  // The same moment listed twice (by processor, by memory) is one sample.
  const ps = moments.filter(({ key }, index) => index === 0 || moments[index - 1]?.key !== key);
  const top = facts
    .sections('top')
    .filter((one) => one.artifact === artifact)
    .flatMap(({ facts: { iterations, timeMs } }) =>
      iterations.flatMap((one) => sampleOf(choose(one.processes), timeMs)),
    );
  return [
    { format: 'ps', samples: ps.flatMap(({ samples }) => samples) },
    { format: 'top', samples: top },
  ];
}

function placeOf(place: { artifact: number; line: number; start: number | undefined; end: number | undefined }): Place {
  const { artifact, line, start, end } = place;
  return start === undefined || end === undefined ? { artifact, line } : { artifact, line, start, end };
}

/** Percent of one processor; null where the output has no such column. */
function cpuOf(process: AnyProcess): number | null {
  const { cpu } = process;
  if (cpu === null) return null;
  return 'percent' in cpu ? cpu.percent : cpu.value;
}

/** The process with the highest share; null where none has one. */
export function busiest(processes: readonly AnyProcess[]): AnyProcess | null {
  let best: AnyProcess | null = null;
  for (const one of processes) if ((cpuOf(one) ?? -1) > (best === null ? -1 : (cpuOf(best) ?? -1))) best = one;
  return best;
}

/** Waiting for disks is no work of the processor. */
function busyByTop(facts: BundleFacts, artifact: Artifact): readonly LoadSample[] {
  return facts
    .sections('top')
    .filter((one) => one.artifact === artifact)
    .flatMap(({ facts: { iterations, timeMs } }) =>
      iterations.flatMap(({ idle, waiting }) => {
        if (idle === null) return [];
        const percent = 100 - idle.value - (waiting?.value ?? 0);
        const { line, start, end } = idle;
        return [{ place: { artifact: artifact.index, line, start, end }, timeMs, percent, raw: percent, name: null }];
      }),
    );
}

function busyByVmstat(facts: BundleFacts, artifact: Artifact): readonly LoadSample[] {
  return vmstatRows(facts, artifact).map(({ line, timeMs, idle, waiting }) => ({
    place: { artifact: artifact.index, line, field: 'vmstat.id' },
    timeMs,
    percent: 100 - idle - waiting,
    raw: 100 - idle - waiting,
    name: null,
  }));
}

/** Rows that tell of the present. A run of one row is an average since boot: all that collection scripts take. */
export function vmstatRows(
  facts: BundleFacts,
  artifact: Artifact,
): readonly {
  readonly line: number;
  readonly timeMs: number | null;
  readonly idle: number;
  readonly waiting: number;
  readonly steal: number | null;
}[] {
  return facts
    .sections('vmstat')
    .filter((one) => one.artifact === artifact)
    .flatMap(({ facts: { samples } }) =>
      samples.length > 1 ? samples.filter(({ sinceBoot }) => !sinceBoot) : samples,
    );
}

/** Whether top shows the machine at rest: shares of one processor then prove nothing. */
export function isIdleByTop(facts: BundleFacts, artifact: Artifact, thresholds: Thresholds): boolean {
  const samples = busyByTop(facts, artifact);
  return samples.length > 0 && samples.every(({ percent }) => 100 - percent >= thresholds.cpuIdlePercent);
}
