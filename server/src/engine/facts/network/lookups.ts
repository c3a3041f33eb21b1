import type { Lookup } from '../../formats/network/lookup';
import { openLookup } from '../../formats/network/lookup';
import type { BundleFacts } from '../bundle-facts';

/** A look-up with the artifact it stands in. */
export interface PlacedLookup {
  readonly artifact: number;
  readonly tool: 'dig' | 'dig-short' | 'nslookup' | 'ping';
  readonly lookup: Lookup;
}

/** Every look-up of dig and nslookup, and every name that ping could not resolve, in the order of files and lines. */
export function placedLookups(facts: BundleFacts): readonly PlacedLookup[] {
  const asked = (['dig', 'dig-short', 'nslookup'] as const).flatMap((tool) =>
    facts
      .sections(tool)
      .flatMap(({ artifact, facts: { lookups } }) =>
        lookups.map((lookup) => ({ artifact: artifact.index, tool, lookup })),
      ),
  );
  const pinged = facts.sections('ping').flatMap(({ artifact, facts: { runs } }) =>
    runs.flatMap(({ target, unresolved }): PlacedLookup[] => {
      if (unresolved === null) return [];
      const lookup: Lookup = { ...openLookup(target, 'A', null, 0), failure: 'not resolved', ...unresolved };
      return [{ artifact: artifact.index, tool: 'ping', lookup }];
    }),
  );
  return [...asked, ...pinged].sort((a, b) => a.artifact - b.artifact || a.lookup.line - b.lookup.line);
}

/** Whether the name got an address somewhere in the bundle. */
export function resolvedSomewhere(lookups: readonly PlacedLookup[], name: string | null): boolean {
  return name !== null && lookups.some(({ lookup }) => lookup.name === name && lookup.addresses.length > 0);
}

/**
 * Whether a server named on a command line is one the host itself uses: one of its resolver file; without that file
 * any private address, for nobody but the operator put it there.
 */
export function isOwnResolver(facts: BundleFacts, server: string): boolean {
  const files = facts.sections('resolv-conf');
  if (files.length > 0) {
    return files.some(({ facts: { nameservers } }) => nameservers.some(({ address }) => address === server));
  }
  return /^(?:10|127|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.[\d.]{1,11}$/u.test(server);
}
