import type { Hit, Place } from '../../match/rule';
import type { Thresholds } from '../../match/thresholds';
import type { BundleFacts } from '../bundle-facts';
import { lastOfEachFile } from '../places';
import { softwareVolumes } from '../host/disk-space';

/** Where the bundle shows that disaster recovery is set up; null where nothing does. */
function recoveryPlace(facts: BundleFacts): Place | null {
  const places: Place[] = [
    ...facts
      .sections('dr-apps')
      .flatMap(({ artifact, facts: { apps } }) => apps.map(({ line }) => ({ artifact: artifact.index, line }))),
    ...facts
      .sections('dr-configuration')
      .flatMap(({ artifact, section, facts: { domain } }) =>
        domain === null || domain === '' ? [] : [{ artifact: artifact.index, line: section.startLine }],
      ),
    ...facts
      .sections('dr-config-stats')
      .flatMap(({ artifact, facts: { files } }) =>
        files.filter(({ size }) => size > 0).map(({ line }) => ({ artifact: artifact.index, line })),
      ),
  ];
  return places[0] ?? null;
}

/** Public keys that are not uploaded although an activation domain is set. Data: `domain`. */
export function missingPublicKeys(facts: BundleFacts): readonly Hit[] {
  return lastOfEachFile(facts, 'dr-configuration').flatMap(({ artifact, facts: { domain, publicKey } }): Hit[] =>
    publicKey === null || publicKey.uploaded || domain === null || domain === ''
      ? []
      : [
          {
            at: { artifact: artifact.index, line: publicKey.line, start: publicKey.start, end: publicKey.end },
            data: { domain },
          },
        ],
  );
}

/** Both are empty in a vendor's example of a sound connector. */
const MAY_BE_EMPTY = new Set(['unknown', 'other_conf.json']);

/** Configuration files of size 0. Data: `names`. */
export function emptyConfigs(facts: BundleFacts): readonly Hit[] {
  return lastOfEachFile(facts, 'dr-config-stats').flatMap(({ artifact, facts: { files } }): Hit[] => {
    const empty = files.filter(({ name, size }) => size === 0 && !MAY_BE_EMPTY.has(name));
    const places = empty.map(({ line, start, end }) => ({ artifact: artifact.index, line, start, end }));
    const [at] = places;
    return at === undefined
      ? []
      : [{ at, evidence: places, count: empty.length, data: { names: empty.map(({ name }) => name).join(', ') } }];
  });
}

/** Activation domains that were asked for and gave no answer. Data: `domain`, `type`. */
export function unresolvedDomains(facts: BundleFacts): readonly Hit[] {
  return lastOfEachFile(
    facts,
    'dr-resolve',
    undefined,
    ({ facts: one }) => `${one.recordType ?? ''} ${one.domain ?? ''}`,
  ).flatMap(({ artifact, facts: { domain, recordType, line, answers, finished, failedLine } }): Hit[] => {
    if (domain === null || line === null || answers > 0 || !finished) return [];
    const at = { artifact: artifact.index, line };
    return [
      {
        at,
        evidence: failedLine === null ? [at] : [at, { artifact: artifact.index, line: failedLine }],
        // How a TXT answer is printed is not published.
        confidence: recordType === 'A' || failedLine !== null ? 'high' : 'low',
        data: { domain, type: recordType ?? 'DNS' },
      },
    ];
  });
}

/** Disks above the share at which snapshots stop, where disaster recovery is in use. Data: `mount`, `percent`. */
export function pausedSnapshots(facts: BundleFacts, thresholds: Thresholds): readonly Hit[] {
  const shown = recoveryPlace(facts);
  if (shown === null) return [];
  return softwareVolumes(facts).flatMap(({ artifact, mount, samples }): Hit[] => {
    const last = samples[samples.length - 1];
    if (last === undefined || (last.usePercent ?? 0) <= thresholds.diskHighPercent) return [];
    const at = { artifact, line: last.line, field: 'df.Use%' };
    return [
      {
        at,
        evidence: [at, { ...shown, note: 'disaster recovery is in use' }],
        data: { mount, percent: last.usePercent },
      },
    ];
  });
}
