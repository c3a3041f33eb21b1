import type { VersionEntry } from '../../formats/disk/version-files';
import type { Hit, Place } from '../../match/rule';
import { blockPlace, blockTime } from '../blocks';
import type { BundleFacts, PlacedLife } from '../bundle-facts';
import { livesNear } from '../machines';

interface Running {
  readonly version: string;
  readonly at: Place;
  readonly timeMs: number | null;
  readonly scope: string;
}

/**
 * Versions of the downloaded software (`version`, `image.bin -version`) that are not the one that wrote the last
 * status block of the same machine. Only where one connector writes there: else nothing tells whose files these are. The manager's own
 * version (`updater.version`) may differ.
 */
export function softwareMismatches(facts: BundleFacts): readonly Hit[] {
  const seen = new Set<string>();
  return facts.sections('version-files').flatMap(({ artifact, facts: { entries } }) => {
    const running = lastRunning(livesNear(facts, artifact));
    if (running === null) return [];
    return entries.flatMap((entry): Hit[] => {
      const key = `${running.scope} ${entry.file} ${entry.version}`;
      if (!isSoftware(entry) || isSame(entry.version, running.version) || seen.has(key)) return [];
      seen.add(key);
      const { line, start, end, file, version } = entry;
      return [
        {
          at: { artifact: artifact.index, line, start, end },
          evidence: [{ artifact: artifact.index, line, start, end }, running.at],
          confidence: 'medium',
          scope: running.scope,
          firstMs: running.timeMs,
          data: { current: running.version, expected: version, file },
          message: 'The connector runs {current}, but {file} holds {expected}.',
        },
      ];
    });
  });
}

function isSoftware({ file }: VersionEntry): boolean {
  return file === 'version' || file === 'image.bin';
}

/** Builds are printed with and without their suffix (`25.47.0-PR-11524-…`). */
function isSame(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}-`) || b.startsWith(`${a}-`);
}

/** Version of the last status block; null where none has one, or several connectors write. */
function lastRunning(lives: readonly PlacedLife[]): Running | null {
  const ids = new Set<string>();
  let last: Running | null = null;
  for (const placed of lives) {
    const { blocks } = placed.life;
    for (const id of blocks.text('ID') ?? []) if (id !== undefined) ids.add(id);
    const versions = blocks.text('Ver') ?? [];
    const index = versions.findLastIndex((one) => one !== undefined);
    const version = versions[index];
    if (version === undefined) continue;
    const timeMs = blockTime(placed, index);
    if (last !== null && (last.timeMs ?? 0) > (timeMs ?? 0)) continue;
    last = { version, at: blockPlace(placed, index, 'header', 'Ver'), timeMs, scope: placed.scope };
  }
  return ids.size > 1 ? null : last;
}
