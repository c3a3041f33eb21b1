import type { Artifact } from '../../bundle/artifact';
import type { Hit, Place } from '../../match/rule';
import { MAX_EVIDENCE } from '../../match/run-rules';
import type { BundleFacts } from '../bundle-facts';
import { artifactsWithLoad } from './load';
import { machineOf } from '../machines';

/** Zombie processes by ps and top, one hit a machine. `count` is the most seen at one moment. */
export function zombieHits(facts: BundleFacts): readonly Hit[] {
  const machines = new Map<string, { most: number; names: Set<string>; places: Place[] }>();
  for (const artifact of artifactsWithLoad(facts)) {
    const machine = machines.get(machineOf(artifact)) ?? { most: 0, names: new Set<string>(), places: [] };
    machines.set(machineOf(artifact), machine);
    for (const moment of momentsOf(facts, artifact)) {
      machine.most = Math.max(machine.most, moment.count);
      for (const name of moment.names) machine.names.add(name);
      machine.places.push(...moment.places);
    }
  }
  return [...machines.values()].flatMap(({ most, names, places }): Hit[] => {
    const [first] = places;
    if (first === undefined || most === 0) return [];
    return [
      {
        at: first,
        evidence: places.slice(0, MAX_EVIDENCE),
        count: most,
        data: {
          number: most === 1 ? '1 process is a zombie' : `${String(most)} processes are zombies`,
          names: names.size === 0 ? '' : ` (${[...names].slice(0, 5).join(', ')})`,
        },
      },
    ];
  });
}

/** Zombies of one listing. top counts those that its table does not show. */
interface Moment {
  readonly count: number;
  readonly names: readonly string[];
  readonly places: readonly Place[];
}

function momentsOf(facts: BundleFacts, artifact: Artifact): readonly Moment[] {
  const { index } = artifact;
  const listed = facts.sections('ps').flatMap((one): Moment[] => {
    if (one.artifact !== artifact) return [];
    const zombies = one.facts.processes.filter(({ zombie }) => zombie);
    return [
      {
        count: zombies.length,
        names: zombies.map(({ name }) => name),
        places: zombies.map(({ line }) => ({ artifact: index, line })),
      },
    ];
  });
  const refreshed = facts.sections('top').flatMap((one): Moment[] =>
    one.artifact === artifact
      ? one.facts.iterations.map(({ zombies, processes }) => ({
          count: zombies?.value ?? 0,
          names: processes.flatMap(({ zombie, name }) => (zombie ? [name] : [])),
          places:
            zombies === null || zombies.value === 0
              ? []
              : [{ artifact: index, line: zombies.line, start: zombies.start, end: zombies.end }],
        }))
      : [],
  );
  return [...listed, ...refreshed];
}
