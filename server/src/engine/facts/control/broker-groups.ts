import { groupBy } from '../../basics/group-by';
import type { BundleFacts, PlacedEvent } from '../bundle-facts';
import { isConnected } from '../blocks';
import type { Outage } from './outages';

/** Outages of one host that gather on brokers of one group. */
export interface BrokerPattern {
  readonly scope: string;
  readonly kind: 'prefix' | 'data centre';
  /** `198.51.100.0/24`, or the code of a data centre, e.g. `fra4`. */
  readonly group: string;
  /** Outages of the group, in order. */
  readonly outages: readonly Outage[];
  /** Outages of the host in all. */
  readonly total: number;
  /** Brokers of the group that failed. */
  readonly brokers: readonly string[];
  /** Brokers of other groups that were connected and had no outage. */
  readonly others: readonly string[];
}

/** Fewer outages, or one broker alone, make no pattern. */
const LEAST_OUTAGES = 4;
const LEAST_BROKERS = 2;
/** Share of the outages that one group must hold. */
const LEAST_SHARE = 0.8;

interface Broker {
  readonly name: string;
  readonly remote: string | null;
}

/** Patterns of outages by host: by address prefix, else by data centre. `connects` are the events that tell a connection. */
export function brokerPatterns(
  facts: BundleFacts,
  outages: readonly Outage[],
  connects: readonly PlacedEvent[],
): readonly BrokerPattern[] {
  const named = outages.filter((one) => one.broker !== null);
  return [...new Set(named.map((one) => one.scope))].flatMap((scope) => {
    const own = named.filter((one) => one.scope === scope);
    if (own.length < LEAST_OUTAGES) return [];
    const connected = connectedBrokers(facts, scope, connects);
    const found =
      patternBy(own, connected, 'prefix', ({ remote }) => prefixOf(remote)) ??
      patternBy(own, connected, 'data centre', ({ name }) => dataCentreOf(name));
    return found === null ? [] : [found];
  });
}

function patternBy(
  outages: readonly Outage[],
  connected: readonly Broker[],
  kind: BrokerPattern['kind'],
  groupOf: (broker: Broker) => string | null,
): BrokerPattern | null {
  const groups = groupBy(outages, ({ broker, remote }) => groupOf({ name: broker ?? '', remote }));
  const [largest] = [...groups].sort(([, a], [, b]) => b.length - a.length);
  if (largest === undefined || largest[1].length < LEAST_SHARE * outages.length) return null;
  const [group, own] = largest;
  const brokers = [...new Set(own.map((one) => one.broker ?? ''))];
  const failed = new Set(outages.map((one) => one.broker));
  const others = connected.filter((one) => {
    const other = groupOf(one);
    return other !== null && other !== group && !failed.has(one.name);
  });
  if (brokers.length < LEAST_BROKERS || own.length < LEAST_OUTAGES || others.length === 0) return null;
  const names = [...new Set(others.map((one) => one.name))];
  return { scope: own[0]?.scope ?? '', kind, group, outages: own, total: outages.length, brokers, others: names };
}

/** Brokers to which any channel of the host's processes was connected, by status blocks and connect lines. */
function connectedBrokers(facts: BundleFacts, scope: string, connects: readonly PlacedEvent[]): readonly Broker[] {
  const brokers = new Map<string, Broker>();
  for (const { scope: host, groups } of connects) {
    const { broker: name, remote } = groups;
    if (host === scope && name !== undefined) brokers.set(`${name} ${remote ?? ''}`, { name, remote: remote ?? null });
  }
  for (const placed of facts.livesWithBlocks) {
    if (placed.scope !== scope) continue;
    const { blocks } = placed.life;
    for (const column of blocks.textNames.filter((name) => name.endsWith('.broker'))) {
      const channel = column.slice(0, -'.broker'.length);
      const states = blocks.text(`${channel}.state`) ?? [];
      const remotes = blocks.text(`${channel}.remote`) ?? [];
      for (const [index, name] of (blocks.text(column) ?? []).entries()) {
        if (name === undefined || !isConnected(states[index] ?? '')) continue;
        const remote = remotes[index] ?? null;
        brokers.set(`${name} ${remote ?? ''}`, { name, remote });
      }
    }
  }
  return [...brokers.values()];
}

/** The first three numbers of an IPv4 address, the first three parts of a whole IPv6 address; null for others. */
function prefixOf(address: string | null): string | null {
  const v4 = /^((?:\d{1,3}\.){3})\d{1,3}$/u.exec(address ?? '');
  if (v4 !== null) return `${v4[1] ?? ''}0/24`;
  const v6 = /^([\da-f]{1,4}:[\da-f]{1,4}:[\da-f]{1,4}):/iu.exec(address ?? '');
  return v6 === null ? null : `${v6[1] ?? ''}::/48`;
}

/** `fra4` of `broker3b.fra4.prod.zpath.net`; null for names of another build. */
function dataCentreOf(broker: string): string | null {
  return /^(?:zs-)?broker[\w-]{0,30}\.([a-z]{3}\d{0,2})\./iu.exec(broker)?.[1]?.toLowerCase() ?? null;
}
