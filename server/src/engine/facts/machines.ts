import { largest } from '../basics/extremes';
import { groupBy } from '../basics/group-by';
import { folderOf } from '../basics/path-parts';
import type { Artifact } from '../bundle/artifact';
import type { Place } from '../match/rule';
import type { BundleFacts, PlacedLife } from './bundle-facts';

/** The folder that a file lies in: outputs side by side are of one machine. */
export function machineOf(artifact: Artifact): string {
  return folderOf(artifact.path);
}

/** Items by the machine that their artifact belongs to, in the order of files. */
export function byMachine<T>(
  facts: BundleFacts,
  items: readonly T[],
  artifactOf: (item: T) => number,
): ReadonlyMap<string, readonly T[]> {
  return groupBy(items, (item) => {
    const artifact = facts.artifacts[artifactOf(item)];
    return artifact === undefined ? null : machineOf(artifact);
  });
}

/**
 * Lives with status blocks of the machine that an artifact is from: those in its own folder, else in the nearest
 * folder around it that holds any, else all: a bundle of one machine may keep its logs anywhere.
 */
export function livesNear(facts: BundleFacts, artifact: Artifact): readonly PlacedLife[] {
  const lives = facts.livesWithBlocks;
  for (let folder = machineOf(artifact); ; folder = folder.replace(/[/\\]?[^/\\]*$/u, '')) {
    const found = lives.filter((one) => {
      const other = facts.artifacts[one.artifact];
      return other !== undefined && machineOf(other) === folder;
    });
    if (found.length > 0) return found;
    if (folder === '') return lives;
  }
}

/**
 * Tells whether two artifacts (by index) are of different machines: they lie in folders of their own, and in each of
 * the two folders the journals are of other hosts. Where nothing tells, they are taken to be of one machine.
 */
export function machinesApart(facts: BundleFacts): (a: number, b: number) => boolean {
  const hosts = new Map<string, Set<string>>();
  for (const { artifact, scope } of facts.lives) {
    const found = facts.artifacts[artifact];
    if (found === undefined) continue;
    const folder = machineOf(found);
    hosts.set(folder, (hosts.get(folder) ?? new Set()).add(scope));
  }
  return (a, b) => {
    const [one, other] = [facts.artifacts[a], facts.artifacts[b]];
    if (a === b || one === undefined || other === undefined || machineOf(one) === machineOf(other)) return false;
    const [here, there] = [hosts.get(machineOf(one)), hosts.get(machineOf(other))];
    if (here === undefined || there === undefined) return false;
    return [...here].every((host) => !there.has(host));
  };
}

/** A count of processors and where it was read. */
export interface Cores {
  readonly cores: number;
  readonly place: Place;
}

/** Every count of processors in the bundle: lscpu, top with a line for each, the latest status header of a life. */
export function allCores(facts: BundleFacts): readonly Cores[] {
  const found: Cores[] = [];
  for (const { artifact, facts: cpu } of facts.sections('lscpu')) {
    if (cpu.cpus === null || cpu.cpusLine === null) continue;
    found.push({ cores: cpu.cpus, place: { artifact: artifact.index, line: cpu.cpusLine, field: 'lscpu.CPU(s)' } });
  }
  for (const { artifact, facts: top } of facts.sections('top')) {
    const counted = top.iterations.find((one) => one.processors !== null);
    if (counted?.processors === undefined || counted.processors === null) continue;
    found.push({ cores: counted.processors, place: { artifact: artifact.index, line: counted.line } });
  }
  for (const { artifact, life } of facts.livesWithBlocks) {
    const { blocks } = life;
    const index = blocks.column('CPU.Configured')?.findLastIndex((value) => value > 0) ?? -1;
    const cores = blocks.column('CPU.Configured')?.[index];
    if (cores === undefined) continue;
    found.push({ cores, place: { artifact, line: blocks.lineOf(index, 'header'), field: 'CPU.Configured' } });
  }
  return found;
}

/**
 * Processors of the machine that an artifact is from: told by the same file, else by files beside it, else by any
 * file. The largest where they differ, as too few would make every share look higher. Null where nothing tells.
 */
export function coresOf(facts: BundleFacts, artifact: Artifact): number | null {
  const all = allCores(facts);
  const machine = machineOf(artifact);
  const nearest = [
    all.filter(({ place }) => place.artifact === artifact.index),
    all.filter(({ place }) => {
      const other = facts.artifacts[place.artifact];
      return other !== undefined && machineOf(other) === machine;
    }),
    all,
  ].find((tier) => tier.length > 0);
  return nearest === undefined ? null : largest(nearest.map(({ cores }) => cores));
}
