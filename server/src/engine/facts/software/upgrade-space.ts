import { MEGABYTE, sizeText } from '../../basics/byte-sizes';
import { groupBy } from '../../basics/group-by';
import type { Hit, Place } from '../../match/rule';
import { placeOf } from '../../match/run-rules';
import type { Thresholds } from '../../match/thresholds';
import { failedUpgrades } from '../api/upgrades';
import { isFull, softwareVolumes } from '../host/disk-space';
import type { BundleFacts } from '../bundle-facts';

/** What systems and package managers say when they have no space. */
const NO_SPACE =
  /no space left|disk (?:is )?full|not enough (?:free )?(?:disk )?space|insufficient (?:disk )?space|ENOSPC/iu;

/**
 * Failed updates for want of space: the reason says so, or the file system that the software is downloaded to is
 * full in the same bundle. One hit a host, at its first failure. A failure that only the cloud shows counts where it
 * is the only one: else nothing tells whose disk was listed.
 */
export function noSpaceHits(facts: BundleFacts, message: string, thresholds: Thresholds): readonly Hit[] {
  const low = lowSpace(facts, thresholds);
  const byScope = groupBy(facts.events(message), ({ scope, groups }) =>
    low !== null || NO_SPACE.test(groups.reason ?? '') ? scope : null,
  );
  const logged = [...byScope.values()].flatMap((events): Hit[] => {
    const [first] = events;
    const last = events[events.length - 1];
    if (first === undefined || last === undefined) return [];
    const hit: Hit = {
      at: placeOf(first),
      evidence: [...events.slice(0, 10).map(placeOf), ...(low?.places ?? [])],
      count: events.length,
      scope: first.scope,
      firstMs: first.timeMs,
      lastMs: last.timeMs,
      data: { reason: first.groups.reason ?? '', where: low?.where ?? '', free: low?.free ?? '' },
    };
    const said = 'The software update failed for want of disk space: {reason}.';
    return [low === null ? { ...hit, message: said } : hit];
  });
  return logged.length > 0 || low === null ? logged : exported(facts, low);
}

/** The one failure that an export of the cloud shows. */
function exported(facts: BundleFacts, { places, where, free }: LowSpace): readonly Hit[] {
  const [only, ...others] = failedUpgrades(facts);
  if (only === undefined || others.length > 0) return [];
  return [
    {
      ...only,
      confidence: 'medium',
      evidence: [only.at, ...places],
      data: { reason: only.data?.reason ?? '', where, free },
    },
  ];
}

interface LowSpace {
  readonly places: readonly Place[];
  readonly where: string;
  readonly free: string;
}

/** Where the software has no room; null where it has, or nothing is known of it. */
function lowSpace(facts: BundleFacts, thresholds: Thresholds): LowSpace | null {
  for (const { artifact, mount, samples } of softwareVolumes(facts)) {
    const row = samples.findLast(
      (one) => isFull(one, thresholds) || one.availableBytes < thresholds.updateSpaceMb * MEGABYTE,
    );
    if (row === undefined) continue;
    return {
      places: [{ artifact, line: row.line, field: 'df.Avail' }],
      where: mount,
      free: sizeText(row.availableBytes),
    };
  }
  return null;
}
