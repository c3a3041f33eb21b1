import { groupBy } from '../../basics/group-by';
import type { ApiConnector, ApiConnectorFacts } from '../../formats/api/facts';
import { countOf, isDisabled } from '../../formats/api/reader';
import type { Hit } from '../../match/rule';
import type { ObjectFault } from './objects';
import {
  channelState,
  exportedConnectors,
  exportedGroups,
  exportedServerGroups,
  faultHits,
  nameOfObject,
} from './objects';
import type { BundleFacts } from '../bundle-facts';
import { placeAt } from '../places';

/** States in which a connector carries no traffic. */
const DOWN: ReadonlySet<string> = new Set([
  'ZPN_STATUS_DISCONNECTED',
  'ZPN_STATUS_AUTH_FAILED',
  'ZPN_STATUS_NOT_ENROLLED',
  'ZPN_STATUS_PENDING',
]);

/** Groups in which fewer than two connectors can be connected. A connector whose state is not told counts as connected. */
export function thinGroups(facts: BundleFacts): readonly Hit[] {
  const faults = new Map<string, ObjectFault>();
  for (const { artifact, item } of exportedGroups(facts)) {
    if (isDisabled(item) || item.connectors === null || !item.connectorsComplete) continue;
    const fault = thin(artifact, item, item.connectors);
    if (fault !== null) faults.set(fault.name, fault);
  }
  for (const { artifact, facts: found } of facts.sections('api-connectors')) {
    for (const fault of thinAmong(artifact.index, found)) {
      if (!faults.has(fault.name)) faults.set(fault.name, fault);
    }
  }
  return faultHits([...faults.values()], 'App Connector group');
}

/** Thin groups of an export of connectors, where it shows whole groups: no page of several, nothing searched for. */
function thinAmong(artifact: number, found: ApiConnectorFacts): readonly ObjectFault[] {
  if (!found.complete || !found.listed || (found.totalPages ?? 1) > 1) return [];
  const groups = groupBy(found.connectors, ({ groupId, groupName }) => groupId ?? groupName);
  return [...groups].flatMap(([key, connectors]) => {
    const [first] = connectors;
    const isWhole = connectors.length > 1 || groups.size > 1 || first?.isAlone === true;
    if (first === undefined || !isWhole) return [];
    const fault = thin(artifact, { at: first.at, id: key, name: first.groupName }, connectors);
    return fault === null ? [] : [fault];
  });
}

function thin(
  artifact: number,
  group: { readonly at: ObjectFault['at']; readonly name: string | null; readonly id: string | null },
  connectors: readonly ApiConnector[],
): ObjectFault | null {
  const connected = connectors.filter(mayBeConnected).length;
  if (connected > 1) return null;
  const data = { members: connectors.length, connected };
  return { artifact, at: group.at, name: nameOfObject(group), hit: { data } };
}

function mayBeConnected(connector: ApiConnector): boolean {
  const state = channelState(connector);
  return !isDisabled(connector) && (state === null || !DOWN.has(state));
}

/**
 * Server groups that name no connector group: their list is empty, or it is not there although others of the same
 * export have one.
 */
export function groupMismatches(facts: BundleFacts): readonly Hit[] {
  const groups = exportedServerGroups(facts);
  const listing = new Set(groups.filter(({ item }) => (item.connectorGroups ?? 0) > 0).map(({ artifact }) => artifact));
  const faults = groups
    .filter(
      ({ artifact, item }) =>
        !isDisabled(item) &&
        (item.connectorGroups === 0 || (item.connectorGroups === null && item.complete && listing.has(artifact))),
    )
    .map(
      ({ artifact, item }): ObjectFault => ({
        artifact,
        at: item.at,
        name: nameOfObject(item),
        hit: { confidence: item.connectorGroups === 0 ? 'high' : 'medium' },
      }),
    );
  return faultHits(faults, 'Server group');
}

/** One hit where the exports show so many connectors, disabled ones counted. */
export function connectorLimit(facts: BundleFacts, limit: number): readonly Hit[] {
  const connectors = exportedConnectors(facts);
  const disabled = connectors.filter(({ connector }) => isDisabled(connector)).length;
  const [first] = connectors;
  const totals = facts.sections('api-connectors').map(({ artifact, facts: found }) => ({
    artifact: artifact.index,
    value: found.totalCount,
    count: countOf(found.totalCount) ?? 0,
  }));
  const total = totals.reduce((most, one) => (one.count > (most?.count ?? 0) ? one : most), totals[0]);
  const count = Math.max(connectors.length, total?.count ?? 0);
  if (first === undefined || count < limit) return [];
  const at =
    total !== undefined && total.value !== null && total.count >= limit
      ? placeAt(total.artifact, total.value)
      : placeAt(first.artifact, first.connector.at);
  return [
    {
      at,
      count,
      data: { limit, disabled: disabled === 0 ? '' : `, ${String(disabled)} of those listed are disabled` },
    },
  ];
}
