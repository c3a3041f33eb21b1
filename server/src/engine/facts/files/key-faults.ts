import type { KeyFault } from '../../formats/provision-key/facts';
import type { Hit } from '../../match/rule';
import type { BundleFacts } from '../bundle-facts';

/**
 * One hit for each key file that has the fault; all places are evidence. Data: `detail`, and `named`, the detail
 * as the end of a sentence.
 */
export function keyHits(facts: BundleFacts, fault: KeyFault): readonly Hit[] {
  return facts.sections('provision-key').flatMap(({ artifact, facts: key }) =>
    key.faults
      .filter((one) => one.fault === fault)
      .flatMap(({ at, detail }) => {
        const places = at.map((span) => ({ artifact: artifact.index, ...span }));
        const [first] = places;
        return first === undefined
          ? []
          : [
              {
                at: first,
                evidence: places,
                count: places.length,
                data: { detail, named: detail === null ? '' : ` (${detail})` },
              },
            ];
      }),
  );
}
