import type { ApiProvisioningKey } from '../../formats/api/facts';
import type { ApiValue } from '../../formats/api/objects';
import { countOf, isDisabled } from '../../formats/api/reader';
import type { Hit } from '../../match/rule';
import type { ObjectFault } from './objects';
import { disabledFaults, exportedKeys, faultHits, nameOfObject } from './objects';
import { shortTime } from './states';
import type { BundleFacts } from '../bundle-facts';

const NOUN = 'Provisioning key';

/** Keys that have been used as often as they may be. `{used}` and `{max}`. */
export function usedUpKeys(facts: BundleFacts): readonly Hit[] {
  return keyHits(facts, ({ usageCount, maxUsage }) => {
    const used = countOf(usageCount);
    const max = countOf(maxUsage);
    if (usageCount === null || used === null || max === null || max === 0 || used < max) return null;
    return { at: usageCount, data: { used, max } };
  });
}

/** Keys whose end had passed when the export was made at the latest. `{ended}`. */
export function expiredKeys(facts: BundleFacts): readonly Hit[] {
  return facts.sections('api-provisioning-keys').flatMap(({ artifact, facts: found }) =>
    faultHits(
      found.keys.flatMap((key): ObjectFault[] => {
        const end = countOf(key.expiration);
        if (key.expiration === null || end === null || end === 0 || end * 1000 > found.notAfterMs) return [];
        if (isDisabled(key)) return [];
        return [fault(artifact.index, key, key.expiration, { ended: shortTime(end * 1000) }, found.keys.length)];
      }),
      NOUN,
    ),
  );
}

/** Keys that are switched off. */
export function disabledKeys(facts: BundleFacts): readonly Hit[] {
  const keys = exportedKeys(facts);
  return faultHits(
    disabledFaults(keys).map((one) => ({ ...one, hit: { confidence: confidenceIn(keys.length) } })),
    NOUN,
  );
}

function keyHits(
  facts: BundleFacts,
  judge: (key: ApiProvisioningKey) => { readonly at: ApiValue; readonly data: Readonly<Record<string, number>> } | null,
): readonly Hit[] {
  const keys = exportedKeys(facts);
  return faultHits(
    keys.flatMap(({ artifact, item }): ObjectFault[] => {
      const found = isDisabled(item) ? null : judge(item);
      return found === null ? [] : [fault(artifact, item, found.at, found.data, keys.length)];
    }),
    NOUN,
  );
}

function fault(
  artifact: number,
  key: ApiProvisioningKey,
  at: ApiValue,
  data: NonNullable<Hit['data']>,
  keys: number,
): ObjectFault {
  return { artifact, at, name: nameOfObject(key), hit: { data, confidence: confidenceIn(keys) } };
}

/** Which key of several a connector uses is not known, and old ones are left behind. */
function confidenceIn(keys: number): 'high' | 'medium' {
  return keys > 1 ? 'medium' : 'high';
}
