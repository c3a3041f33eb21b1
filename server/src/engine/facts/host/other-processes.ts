import type { Artifact } from '../../bundle/artifact';
import { isZscaler } from '../../formats/host/process-names';
import type { Hit } from '../../match/rule';
import { MAX_EVIDENCE } from '../../match/run-rules';
import type { Thresholds } from '../../match/thresholds';
import { columnRuns } from '../column-runs';
import type { BundleFacts } from '../bundle-facts';
import { busyMachines } from './high-cpu';
import { artifactsWithLoad, busiest, consumers, judgeLoad } from './load';
import type { AnyProcess, LoadSample, Verdict } from './load';
import { lowestMemory } from './memory';
import { coresOf, machineOf } from '../machines';

/** Commands that show the list: new processes whose life is too short for an average. */
const OBSERVERS = new Set(['ps', 'top', 'head', 'sort', 'grep', 'egrep', 'bash', 'sh', 'sudo', 'watch']);
/** A foreign process that is blamed for a busy machine has at least this share of it, in percent. */
const LEAST_SHARE = 25;
/** A foreign process with this share of the memory is the matter, whatever else there is. */
const MOST_OF_MEMORY = 75;

/** Foreign processes that take the processor: of itself, or as the top consumer of a busy machine. One hit a machine. */
export function foreignCpuHits(facts: BundleFacts, thresholds: Thresholds): readonly Hit[] {
  const busy = new Set([...busyMachines(facts, thresholds), ...busyByStatus(facts, thresholds)]);
  const hits = new Map<string, Hit>();
  for (const artifact of artifactsWithLoad(facts)) {
    const machine = machineOf(artifact);
    const cores = coresOf(facts, artifact);
    const hit = foreignLoad(facts, artifact, cores, busy.has(machine), thresholds);
    if (hit !== null && !hits.has(machine)) hits.set(machine, hit);
  }
  return [...hits.values()];
}

/** Machines whose status headers say that the processor is busy. */
function busyByStatus(facts: BundleFacts, thresholds: Thresholds): readonly string[] {
  return columnRuns(facts, 'CPU.Util', 'header', (value) => value > thresholds.cpuWarningPercent)
    .filter(({ hit }) => hit.count >= 3)
    .flatMap(({ placed }) => {
      const artifact = facts.artifacts[placed.artifact];
      return artifact === undefined ? [] : [machineOf(artifact)];
    });
}

function foreignLoad(
  facts: BundleFacts,
  artifact: Artifact,
  cores: number | null,
  isBusy: boolean,
  thresholds: Thresholds,
): Hit | null {
  for (const { format, samples } of consumers(facts, artifact, cores, topConsumer)) {
    // Samples that the connector leads count as none of a foreign process.
    const foreign = samples.map((sample) =>
      sample.name === null || isOurs(sample.name) ? { ...sample, percent: 0 } : sample,
    );
    const alone = cores === null ? null : judgeLoad(foreign, thresholds.cpuWarningPercent, thresholds.cpuErrorPercent);
    const verdict = alone ?? (isBusy ? blamed(foreign, cores) : null);
    if (verdict === null) continue;
    const worst = [...verdict.samples].sort((a, b) => b.percent - a.percent)[0];
    const [first] = verdict.samples;
    if (first === undefined || worst === undefined) continue;
    return {
      at: worst.place,
      evidence: verdict.samples.slice(0, MAX_EVIDENCE).map(({ place }) => place),
      count: verdict.samples.length,
      firstMs: first.timeMs,
      lastMs: verdict.samples.at(-1)?.timeMs ?? null,
      data: { process: worst.name, raw: worst.raw, source: format },
    };
  }
  return null;
}

function blamed(samples: readonly LoadSample[], cores: number | null): Verdict | null {
  // Without a count of processors, the least that the vendor asks for.
  const least = cores === null ? LEAST_SHARE * 2 : LEAST_SHARE;
  const over = samples.filter(({ percent }) => percent >= least);
  return over.length === 0 || over.length * 2 < samples.length
    ? null
    : { severity: 'warning', sustained: over.length >= 3, samples: over };
}

/** The busiest process; a name of ours stands for Zscaler's processes, whatever the user. */
function topConsumer(processes: readonly AnyProcess[]): AnyProcess | null {
  const one = busiest(processes.filter((process) => !OBSERVERS.has(process.name) && !isBrief(process)));
  if (one === null || !isZscaler(one.user, one.name)) return one;
  return isOurs(one.name) ? one : { ...one, name: 'zscaler' };
}

/** The average over a life of seconds says nothing. */
function isBrief(process: AnyProcess): boolean {
  return 'time' in process && process.time !== null && /^(?:00:)?00?:0\d$/u.test(process.time);
}

function isOurs(name: string): boolean {
  return isZscaler(null, name);
}

/** Foreign processes that hold the memory of a machine that is short of it. One hit a machine. */
export function foreignMemoryHits(facts: BundleFacts, thresholds: Thresholds): readonly Hit[] {
  const lowest = lowestMemory(facts);
  const hits = new Map<string, { readonly percent: number; readonly hit: Hit }>();
  for (const artifact of artifactsWithLoad(facts)) {
    const machine = machineOf(artifact);
    for (const processes of lists(facts, artifact)) {
      const known = distinct(processes).flatMap((one) => {
        const percent = memoryOf(one);
        return percent === null ? [] : [{ one, percent }];
      });
      const [first] = [...known].sort((a, b) => b.percent - a.percent);
      if (first === undefined || isZscaler(first.one.user, first.one.name) || first.percent < LEAST_SHARE) continue;
      const left = lowest.get(machine)?.share ?? null;
      const sum = known.reduce((total, { percent }) => total + percent, 0);
      // What the kernel says is available counts; shared memory makes sums of processes too high.
      const isHigh =
        left === null ? sum > thresholds.memoryWarningPercent : left * 100 < 100 - thresholds.memoryWarningPercent;
      if ((!isHigh && first.percent < MOST_OF_MEMORY) || (hits.get(machine)?.percent ?? 0) >= first.percent) continue;
      const { memory, line, name } = first.one;
      const place = { artifact: artifact.index, line };
      const at = memory === null ? place : { ...place, start: memory.start, end: memory.end };
      hits.set(machine, { percent: first.percent, hit: { at, data: { process: name, percent: first.percent } } });
    }
  }
  return [...hits.values()].map(({ hit }) => hit);
}

function lists(facts: BundleFacts, artifact: Artifact): readonly (readonly AnyProcess[])[] {
  const mine = <T extends { readonly artifact: Artifact }>(sections: readonly T[]): readonly T[] =>
    sections.filter((one) => one.artifact === artifact);
  return [
    ...mine(facts.sections('ps')).flatMap(({ facts: ps }) => (ps.threads ? [] : [ps.processes])),
    ...mine(facts.sections('top')).flatMap(({ facts: top }) =>
      top.iterations.flatMap(({ threads, processes }) => (threads ? [] : [processes])),
    ),
  ];
}

/** A list of threads may name a process again and again. */
function distinct(processes: readonly AnyProcess[]): readonly AnyProcess[] {
  return [...new Map(processes.map((one) => [one.pid, one])).values()];
}

function memoryOf({ memory }: AnyProcess): number | null {
  if (memory === null) return null;
  return 'percent' in memory ? memory.percent : memory.value;
}
