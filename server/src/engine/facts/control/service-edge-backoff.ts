import type { Hit } from '../../match/rule';
import { MAX_EVIDENCE } from '../../match/run-rules';
import type { BundleFacts } from '../bundle-facts';
import { lastOfEachFile, placeAt } from '../places';

const BACKOFF = 'fohh_connection_backoff';

/**
 * Connections of a Private Service Edge that wait before they are tried again, by its own list: one hit a file. A list is
 * of one moment, in which a connection may just be opened anew: of several lists in a file the last counts.
 */
export function backedOffPeers(facts: BundleFacts): readonly Hit[] {
  return lastOfEachFile(facts, 'fohh-servers').flatMap(({ artifact, facts: list }): readonly Hit[] => {
    const waiting = list.servers.filter(({ state }) => state === BACKOFF);
    const places = waiting.map((peer) => placeAt(artifact.index, peer));
    const [first] = waiting;
    const [at] = places;
    if (first === undefined || at === undefined) return [];
    return [
      {
        at,
        evidence: places.slice(0, MAX_EVIDENCE),
        count: waiting.length,
        confidence: 'medium',
        data: { all: list.count, peer: first.peer },
        message:
          '{count} of {all} connection(s) of the Private Service Edge stand in fohh_connection_backoff, the first with {peer}.',
      },
    ];
  });
}
