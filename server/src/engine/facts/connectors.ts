import type { Hit } from '../match/rule';
import { MAX_EVIDENCE } from '../match/run-rules';
import type { BundleFacts, PlacedLife } from './bundle-facts';
import { channelState, exportedConnectors } from './api/objects';
import { blockPlace } from './blocks';
import type { Loss } from './control/outages';

/** One connector as its status blocks name it. */
export interface ConnectorFacts {
  /** 17 or 18 digits, as text: beyond exact numbers. */
  readonly id: string;
  readonly name: string | null;
  readonly version: string | null;
  readonly host: string | null;
  readonly component: string;
  /** The last process life and block in which it spoke. */
  readonly placed: PlacedLife;
  readonly index: number;
  readonly artifacts: readonly number[];
}

/** Connectors of the bundle by their ID, in the order in which they first speak. */
export function connectorsOf(facts: BundleFacts): readonly ConnectorFacts[] {
  const byId = new Map<string, ConnectorFacts>();
  for (const placed of facts.livesWithBlocks) {
    const { blocks, host, component } = placed.life;
    const ids = blocks.text('ID');
    if (ids === undefined) continue;
    const index = ids.findLastIndex((id) => id !== undefined);
    const id = ids[index];
    if (id === undefined) continue;
    const before = byId.get(id);
    byId.set(id, {
      id,
      name: blocks.text('Name')?.[index] ?? before?.name ?? null,
      version: blocks.text('Ver')?.[index] ?? before?.version ?? null,
      host: host ?? before?.host ?? null,
      component,
      placed,
      index,
      artifacts: [...new Set([...(before?.artifacts ?? []), placed.artifact])],
    });
  }
  return [...byId.values()];
}

/** A connector as the portal knows it: from an export of the API, or from status events of the Log Streaming Service. */
export interface NamedConnector {
  readonly id: string | null;
  readonly name: string | null;
  readonly version: string | null;
  readonly privateIp: string | null;
  /** ZPN_STATUS_…, as last told. */
  readonly state: string | null;
  readonly broker: string | null;
}

/** Connectors that exports and status events name, each once; those of exports first. */
export function namedConnectors(facts: BundleFacts): readonly NamedConnector[] {
  const named: NamedConnector[] = exportedConnectors(facts).map(({ connector }) => ({
    id: connector.id,
    name: connector.name,
    version: connector.currentVersion?.text ?? null,
    privateIp: connector.privateIp,
    state: channelState(connector),
    broker: connector.broker,
  }));
  const exported = new Set(named.map(({ name }) => name));
  const byName = new Map<string, NamedConnector>();
  for (const { facts: found } of facts.sections('lss-events')) {
    for (const one of found.statuses) {
      if (one.component !== 'App Connector' || exported.has(one.name)) continue;
      const { name, version, privateIp, status } = one;
      byName.set(name, { id: null, name, version, privateIp, state: status, broker: null });
    }
  }
  return [...named, ...byName.values()];
}

/** A note where status blocks of more than one connector are in the bundle. */
export function mixedConnectors(facts: BundleFacts): readonly Hit[] {
  const connectors = connectorsOf(facts);
  const [first] = connectors;
  if (first === undefined || connectors.length < 2) return [];
  return [
    {
      at: blockPlace(first.placed, first.index, 'header', 'ID'),
      evidence: connectors.slice(0, MAX_EVIDENCE).map((one) => blockPlace(one.placed, one.index, 'header', 'ID')),
      count: connectors.length,
      data: {
        names: connectors
          .slice(0, 5)
          .map((one) => one.name ?? one.id)
          .join(', '),
      },
    },
  ];
}

/** Outages of two or more hosts that begin within so many minutes of each other, one hit a coincidence. */
export function fleetIncidents(outages: readonly Loss[], minutes: number): readonly Hit[] {
  const dated = outages
    .flatMap((one) => (one.startMs === null ? [] : [{ ...one, startMs: one.startMs }]))
    .sort((a, b) => a.startMs - b.startMs);
  const hits: Hit[] = [];
  for (let from = 0; from < dated.length; ) {
    const start = dated[from]?.startMs ?? 0;
    let to = from;
    while (to + 1 < dated.length && (dated[to + 1]?.startMs ?? 0) - start <= minutes * 60_000) to += 1;
    const group = dated.slice(from, to + 1);
    const scopes = new Set(group.map((one) => one.scope));
    const [first] = group;
    if (scopes.size >= 2 && first !== undefined) {
      hits.push({
        at: { artifact: first.artifact, line: first.line },
        evidence: group.slice(0, MAX_EVIDENCE).map((one) => ({ artifact: one.artifact, line: one.line })),
        count: scopes.size,
        firstMs: first.startMs,
        lastMs: group[group.length - 1]?.startMs ?? first.startMs,
        data: { minutes },
      });
    }
    from = to + 1;
  }
  return hits;
}
