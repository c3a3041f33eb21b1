import type { Hit } from '../match/rule';
import { blockPlace, blockTime } from './blocks';
import type { BundleFacts, PlacedLife } from './bundle-facts';

/** Lives of the same component on the same host that follow each other, oldest first. */
function successions(facts: BundleFacts): readonly (readonly [PlacedLife, PlacedLife])[] {
  const byHost = new Map<string, PlacedLife[]>();
  for (const placed of facts.livesWithBlocks) {
    const key = `${placed.scope}|${placed.life.component}|${placed.life.role}`;
    byHost.set(key, [...(byHost.get(key) ?? []), placed]);
  }
  return [...byHost.values()].flatMap((lives) => {
    const ordered = [...lives].sort(
      (a, b) => (a.life.firstMs ?? 0) - (b.life.firstMs ?? 0) || a.life.firstLine - b.life.firstLine,
    );
    return ordered.slice(1).flatMap((after, index): (readonly [PlacedLife, PlacedLife])[] => {
      const before = ordered[index];
      return before === undefined || before.life.pid === after.life.pid ? [] : [[before, after]];
    });
  });
}

/** Restarts of the process that writes the status blocks: its pid changed. */
export function restartHits(facts: BundleFacts): readonly Hit[] {
  return successions(facts).map(([before, after]) => ({
    at: blockPlace(after, 0, 'header'),
    evidence: [blockPlace(before, before.life.blocks.length - 1, 'header'), blockPlace(after, 0, 'header')],
    scope: after.scope,
    firstMs: blockTime(after, 0),
    data: { before: before.life.pid, after: after.life.pid },
  }));
}

/** Changes of the version in the status headers, within a life or across a restart. */
export function versionChanges(facts: BundleFacts): readonly Hit[] {
  const byHost = new Map<string, { version: string; placed: PlacedLife; index: number }[]>();
  for (const placed of facts.livesWithBlocks) {
    const versions = placed.life.blocks.text('Ver') ?? [];
    const list = byHost.get(placed.scope) ?? [];
    for (const [index, version] of versions.entries()) if (version !== undefined) list.push({ version, placed, index });
    byHost.set(placed.scope, list);
  }
  return [...byHost.values()].flatMap((list) =>
    list.slice(1).flatMap((one, at): readonly Hit[] => {
      const before = list[at];
      if (before === undefined || before.version === one.version) return [];
      return [
        {
          at: blockPlace(one.placed, one.index, 'header', 'Ver'),
          evidence: [
            blockPlace(before.placed, before.index, 'header', 'Ver'),
            blockPlace(one.placed, one.index, 'header', 'Ver'),
          ],
          scope: one.placed.scope,
          firstMs: blockTime(one.placed, one.index),
          data: { before: before.version, after: one.version },
        },
      ];
    }),
  );
}
