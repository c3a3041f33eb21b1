import type { Artifact } from '../../bundle/artifact';
import { isConnected } from '../blocks';
import type { BundleFacts } from '../bundle-facts';
import { isZscalerName } from './certificate-names';
import { placedLookups } from './lookups';
import { livesNear } from '../machines';
import { REACH_TOOLS } from './reaches';

/**
 * Whether the bundle shows that TCP to this host works: a test that connected, a TCP trace that reaches it without
 * loss, or, for the cloud, a control connection that stands on the machine of `artifact`. `hosts` are the names and
 * addresses the host is known by.
 */
export function tcpWorks(facts: BundleFacts, artifact: Artifact, hosts: readonly (string | null)[]): boolean {
  const wanted = new Set(hosts.filter((host) => host !== null));
  const open = openHosts(facts);
  if ([...wanted].some((host) => open.has(host))) return true;
  const cloud = cloudAddresses(facts);
  const isCloud = (host: string): boolean => isZscalerName(host) || cloud.has(host);
  return [...wanted].some(isCloud) && (standsConnected(facts, artifact) || [...open].some(isCloud));
}

/** Names and addresses to which a TCP connection was opened. */
function openHosts(facts: BundleFacts): ReadonlySet<string> {
  const open = new Set<string>();
  for (const tool of REACH_TOOLS) {
    for (const { facts: section } of facts.sections(tool)) {
      for (const { host, address, outcome } of section.attempts) {
        if (outcome !== 'connected') continue;
        if (host !== null) open.add(host.toLowerCase());
        if (address !== null) open.add(address);
      }
    }
  }
  for (const { facts: section } of facts.sections('mtr')) {
    for (const { tcp, target, hops } of section.reports) {
      const last = hops.at(-1);
      if (tcp !== true || last === undefined || last.host === null || last.lossPercent > 0) continue;
      if (target !== null) open.add(target);
      open.add(last.host);
    }
  }
  return open;
}

/** Addresses of brokers and of Zscaler names that the bundle shows. */
function cloudAddresses(facts: BundleFacts): ReadonlySet<string> {
  const addresses = new Set<string>();
  for (const { lookup } of placedLookups(facts)) {
    if (lookup.name !== null && isZscalerName(lookup.name))
      for (const { address } of lookup.addresses) addresses.add(address);
  }
  for (const { life } of facts.livesWithBlocks) {
    for (const remote of life.blocks.text('control.remote') ?? []) if (remote !== undefined) addresses.add(remote);
  }
  return addresses;
}

/** Whether the last status block of any process of the machine shows a control connection. */
function standsConnected(facts: BundleFacts, artifact: Artifact): boolean {
  return livesNear(facts, artifact).some(({ life }) => {
    const last = life.blocks.text('control.state')?.findLast((state) => state !== undefined);
    return last !== undefined && isConnected(last);
  });
}
