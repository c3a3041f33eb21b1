/** Zscaler names that telnet, nc, curl or openssl found no address for. */
import { groupBy } from '../engine/basics/group-by';
import type { BundleFacts } from '../engine/facts/bundle-facts';
import { placedLookups, resolvedSomewhere } from '../engine/facts/network/lookups';
import { reachesOf } from '../engine/facts/network/reaches';
import type { Hit } from '../engine/match/rule';
import { isZscalerName } from './zscaler-names';

/** One hit a name that is not among `known` already. Data as those of tunnel/dns-lookup-failed. */
export function unresolvedByTools(facts: BundleFacts, known: ReadonlySet<string>): readonly Hit[] {
  const reaches = reachesOf(facts);
  const lookups = placedLookups(facts);
  const byName = groupBy(reaches, ({ host, outcome }) =>
    outcome === 'not-resolved' && !known.has(host) && isZscalerName(host) ? host : null,
  );
  return [...byName].flatMap(([name, list]): readonly Hit[] => {
    const [first] = list;
    if (first === undefined) return [];
    const resolved =
      resolvedSomewhere(lookups, name) || reaches.some((one) => one.host === name && one.outcome !== 'not-resolved');
    return [
      {
        at: first.at,
        evidence: list.map((one) => one.at),
        count: list.length,
        ...(resolved ? ({ severity: 'warning', confidence: 'medium' } as const) : {}),
        data: {
          name,
          server: '',
          outcome: `the resolver gave no address (${first.tool === 'openssl-s-client' ? 'openssl' : first.tool})`,
          again: resolved ? '; another look-up of the same name succeeded' : '',
        },
      },
    ];
  });
}
