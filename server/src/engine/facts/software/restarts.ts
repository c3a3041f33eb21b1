import { groupBy } from '../../basics/group-by';
import type { Hit, Place } from '../../match/rule';
import { MAX_EVIDENCE } from '../../match/run-rules';
import { blockPlace, blockTime } from '../blocks';
import type { BundleFacts, PlacedLife } from '../bundle-facts';

/** A status block is written once a minute: a life shorter than this may end before its first one. */
const SHORT_LIFE_MS = 120_000;
/** Starts further apart than this are no row. */
const ROW_GAP_MS = 600_000;
/** An update starts the process twice; more short lives in a row are a loop. */
const LEAST_IN_ROW = 4;

/** Lives of the same component on the same host in the order of time. */
function inOrder(lives: readonly PlacedLife[]): readonly (readonly PlacedLife[])[] {
  const byHost = groupBy(lives, ({ scope, life }) => `${scope}|${life.component}|${life.role}`);
  for (const own of byHost.values()) {
    own.sort((a, b) => (a.life.firstMs ?? 0) - (b.life.firstMs ?? 0) || a.life.firstLine - b.life.firstLine);
  }
  return [...byHost.values()];
}

/** Restarts of the process that writes the status blocks: its pid changed. */
export function restartHits(facts: BundleFacts): readonly Hit[] {
  return inOrder(facts.livesWithBlocks).flatMap((lives) =>
    lives.slice(1).flatMap((after, index): readonly Hit[] => {
      const before = lives[index];
      if (before === undefined || before.life.pid === after.life.pid) return [];
      return [
        {
          at: blockPlace(after, 0, 'header'),
          evidence: [blockPlace(before, before.life.blocks.length - 1, 'header'), blockPlace(after, 0, 'header')],
          scope: after.scope,
          firstMs: blockTime(after, 0),
          data: { before: before.life.pid, after: after.life.pid },
        },
      ];
    }),
  );
}

/** Rows of processes that ended before their first status block. */
export function shortLifeHits(facts: BundleFacts): readonly Hit[] {
  return inOrder(facts.livesOnce.filter(isShort)).flatMap(rowHits);
}

function isShort({ life: { role, pid, blocks, firstMs, lastMs } }: PlacedLife): boolean {
  if (role !== 'child' || pid < 0 || blocks.length > 0 || firstMs === null || lastMs === null) return false;
  return lastMs - firstMs < SHORT_LIFE_MS;
}

/** Rows of short lives; each began after the one before had ended. */
function rowHits(lives: readonly PlacedLife[]): readonly Hit[] {
  const rows: PlacedLife[][] = [];
  let row: PlacedLife[] = [];
  for (const placed of lives) {
    const last = row.at(-1)?.life;
    const pause = (placed.life.firstMs ?? 0) - (last?.lastMs ?? 0);
    const follows = last !== undefined && last.pid !== placed.life.pid && pause >= 0 && pause <= ROW_GAP_MS;
    if (!follows) rows.push((row = []));
    row.push(placed);
  }
  return rows.flatMap((own): readonly Hit[] => {
    const [first] = own;
    const last = own.at(-1);
    if (own.length < LEAST_IN_ROW || first === undefined || last === undefined) return [];
    const place = ({ artifact, life }: PlacedLife): Place => ({ artifact, line: life.firstLine });
    return [
      {
        at: place(first),
        evidence: own.slice(0, MAX_EVIDENCE).map(place),
        message: '{lives} processes in a row ended before their first status block: pid {before} to {after}.',
        scope: first.scope,
        firstMs: first.life.firstMs,
        lastMs: last.life.lastMs,
        count: own.length,
        data: { before: first.life.pid, after: last.life.pid, lives: own.length },
      },
    ];
  });
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
