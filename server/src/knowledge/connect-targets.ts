/** Which of the hosts that were tested belong to ZPA, and which to applications. */
import type { BundleFacts } from '../engine/facts/bundle-facts';
import type { Reach } from '../engine/facts/network/reaches';
import { reachesOf } from '../engine/facts/network/reaches';
import type { Need } from '../engine/match/rule';
import { isZscalerName } from './zscaler-names';

/** Ports on which the cloud listens for connectors: 443 alone by the vendor; 2010 stands in the vendor's older logs. */
const TUNNEL_PORTS: ReadonlySet<number | null> = new Set([443, 2010, null]);
const REPOSITORY = /^(?:dist|yum)\.(?:private\.zscaler\.com|zpa\w{2,10}\.(?:net|us))$/iu;

/** A test of TCP, for rules that need one. */
export const TCP_TEST: Need = {
  anyOf: ['telnet', 'nc', 'curl', 'openssl-s-client'],
  missing: 'a test of TCP port 443 from the connector to the cloud',
  command: 'nc -zv -w 5 co2br.prod.zpath.net 443',
};

export const TLS_TEST: Need = {
  anyOf: ['openssl-s-client', 'curl'],
  missing: 'a TLS handshake from the connector with the cloud',
  command: 'openssl s_client -connect co2br.prod.zpath.net:443 </dev/null',
};

/** Whether a name is one that a connector itself talks to. Web sites of the vendor (help, config, ip) are not. */
export function isZpaName(name: string): boolean {
  const host = name.toLowerCase().replace(/\.$/u, '');
  // The vendor's own TLS test asks for a name below this domain.
  if (/(?:^|\.)server1\.net$/u.test(host)) return true;
  return isZscalerName(host) && (!/(?:^|\.)zscaler\.com$/u.test(host) || /(?:^|\.)private\.zscaler\.com$/u.test(host));
}

/** Whether a name is one of the software repositories. */
export function isRepository(name: string): boolean {
  return REPOSITORY.test(name.replace(/\.$/u, ''));
}

/** Addresses that the bundle itself shows to be the cloud's: of its name look-ups, status blocks and connection events. */
export function zpaAddresses(facts: BundleFacts): ReadonlySet<string> {
  const known = ADDRESSES.get(facts) ?? addressesIn(facts);
  ADDRESSES.set(facts, known);
  return known;
}

/** Several rules ask for the same bundle's. */
const ADDRESSES = new WeakMap<BundleFacts, ReadonlySet<string>>();

function addressesIn(facts: BundleFacts): ReadonlySet<string> {
  const addresses = new Set<string>();
  const lookups = (['dig', 'dig-short', 'nslookup'] as const).flatMap((format) => facts.sections(format));
  for (const { name, addresses: answers } of lookups.flatMap(({ facts: found }) => found.lookups)) {
    if (name === null || !isZpaName(name)) continue;
    for (const { address } of answers) addresses.add(address);
  }
  for (const { life } of facts.livesWithBlocks) {
    const brokers = life.blocks.text('control.broker') ?? [];
    const remotes = life.blocks.text('control.remote') ?? [];
    for (const [index, remote] of remotes.entries()) {
      if (remote !== undefined && !addresses.has(remote) && isZpaName(brokers[index] ?? '')) addresses.add(remote);
    }
  }
  const events = facts.sections('journal').flatMap(({ facts: { events: logs } }) => [...logs.values()]);
  for (const { groups } of events.flatMap((log) => log.kept)) {
    const { remote, broker = '' } = groups;
    if (remote !== undefined && !addresses.has(remote) && isZpaName(broker)) addresses.add(remote);
  }
  return addresses;
}

/** Tests of the cloud's ports, software repositories among them. */
export function zpaReaches(facts: BundleFacts): readonly Reach[] {
  const addresses = zpaAddresses(facts);
  return reachesOf(facts).filter(
    (reach) => TUNNEL_PORTS.has(reach.port) && (isZpaName(reach.host) || addresses.has(reach.host)),
  );
}

/** Whether nothing came back, neither yes nor no. */
export function isTimeout(reach: Reach): boolean {
  return reach.outcome === 'timed-out' || reach.outcome === 'no-answer';
}

/** Whether TCP itself failed; a name without an address is another fault. */
export function isTcpFailure(reach: Reach): boolean {
  return reach.outcome !== 'connected' && reach.outcome !== 'not-resolved';
}

/** Outcome of a test in words, for messages. */
export const OUTCOME_WORDS: Readonly<Record<Reach['outcome'], string>> = {
  connected: 'connected',
  refused: 'connection refused',
  'timed-out': 'timed out',
  'no-answer': 'no answer until it was given up',
  unreachable: 'no way to the host',
  reset: 'connection reset',
  'not-resolved': 'the name has no address',
};

/** Whether an address is of a private network: RFC 1918, carrier-grade NAT, unique local. */
export function isPrivateAddress(host: string): boolean {
  return /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|f[cd][\da-f]{2}:)/iu.test(
    host,
  );
}

/** Whether a host is an address at all. */
export function isAddress(host: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3}){3}$|^[\da-f]{0,4}:[\da-f:.]{2,43}$/iu.test(host);
}

/**
 * Whether a path that was measured leads to the cloud, as far as its target tells: names of others, and addresses
 * inside, are applications or whatever the host talks to otherwise. A bare address of the internet may be the cloud's.
 */
export function isCloudTarget(hosts: readonly (string | null)[], addresses: ReadonlySet<string>): boolean {
  const known = hosts.filter((host) => host !== null);
  if (known.length === 0 || known.some((host) => isZscalerName(host) || addresses.has(host))) return true;
  return known.every(
    (host) => isAddress(host) && !isPrivateAddress(host) && !/^(?:127\.|169\.254\.|::1$|fe80:)/iu.test(host),
  );
}
