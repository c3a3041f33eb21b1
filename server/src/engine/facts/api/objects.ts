import { MAX_EVIDENCE } from '../../match/run-rules';
import type { ApiConnector, ApiConnectorGroup, ApiProvisioningKey, ApiServerGroup } from '../../formats/api/facts';
import { isDisabled } from '../../formats/api/reader';
import type { JsonSpan } from '../../formats/json/scanner';
import type { Hit } from '../../match/rule';
import type { BundleFacts } from '../bundle-facts';
import { placeAt } from '../places';

/** A connector of an export, with the group it belongs to. */
export interface ExportedConnector {
  readonly artifact: number;
  readonly connector: ApiConnector;
  readonly groupId: string | null;
  readonly groupName: string | null;
}

/** An object of an export, with its file. */
export interface Exported<Item> {
  readonly artifact: number;
  readonly item: Item;
}

/** A fault of one object of an export. */
export interface ObjectFault {
  readonly artifact: number;
  readonly at: JsonSpan;
  /** Name of the object. */
  readonly name: string;
  readonly hit?: Omit<Hit, 'at'>;
}

/** Faults told one by one; more of them are one finding. */
const MAX_SINGLE = 10;
const MAX_NAMES = 5;

/** Connectors of all exports, one for each number: the last that tells its state, else the last. */
export function exportedConnectors(facts: BundleFacts): readonly ExportedConnector[] {
  const all: ExportedConnector[] = [];
  for (const { artifact, facts: found } of facts.sections('api-connectors')) {
    for (const connector of found.connectors) {
      all.push({ artifact: artifact.index, connector, groupId: connector.groupId, groupName: connector.groupName });
    }
  }
  for (const { artifact, item } of exportedGroups(facts)) {
    for (const connector of item.connectors ?? []) {
      all.push({ artifact: artifact, connector, groupId: connector.groupId ?? item.id, groupName: item.name });
    }
  }
  const byId = new Map<string, ExportedConnector>();
  const nameless: ExportedConnector[] = [];
  for (const one of all) {
    const key = one.connector.id ?? one.connector.name;
    if (key === null) nameless.push(one);
    else if (one.connector.status !== null || (byId.get(key)?.connector.status ?? null) === null) byId.set(key, one);
  }
  return [...byId.values(), ...nameless];
}

/** App Connector groups of all exports, in the order of files. */
export function exportedGroups(facts: BundleFacts): readonly Exported<ApiConnectorGroup>[] {
  return facts
    .sections('api-connector-groups')
    .flatMap(({ artifact, facts: found }) => found.groups.map((item) => ({ artifact: artifact.index, item })));
}

/** Provisioning keys of all exports, in the order of files; a key exported twice is there twice. */
export function exportedKeys(facts: BundleFacts): readonly Exported<ApiProvisioningKey>[] {
  return facts
    .sections('api-provisioning-keys')
    .flatMap(({ artifact, facts: found }) => found.keys.map((item) => ({ artifact: artifact.index, item })));
}

/** Server groups of all exports, in the order of files. */
export function exportedServerGroups(facts: BundleFacts): readonly Exported<ApiServerGroup>[] {
  return facts
    .sections('api-server-groups')
    .flatMap(({ artifact, facts: found }) => found.serverGroups.map((item) => ({ artifact: artifact.index, item })));
}

/** The switched-off ones among objects, at their `enabled`. */
export function disabledFaults(
  objects: readonly Exported<ApiConnector | ApiConnectorGroup | ApiProvisioningKey | ApiServerGroup>[],
): readonly ObjectFault[] {
  return objects.flatMap(({ artifact, item }) =>
    isDisabled(item) && item.enabled !== null ? [{ artifact, at: item.enabled, name: nameOfObject(item) }] : [],
  );
}

/** Name of an object for people: its name, else its number. */
export function nameOfObject({ name, id }: { readonly name: string | null; readonly id: string | null }): string {
  return name ?? id ?? 'without a name';
}

/** State of a control channel without what tools add, as in `ZPN_STATUS_AUTHENTICATED(1)`; null for none. */
export function channelState(connector: ApiConnector): string | null {
  return /^[A-Z_]{3,60}/u.exec(connector.status?.text ?? '')?.[0] ?? null;
}

/**
 * One hit a fault, or one for all of them where there are many. `{who}` of the message is `noun` and name, as in
 * `App Connector edge-1`, or `12 App Connectors (edge-1, edge-2, …)`.
 */
export function faultHits(faults: readonly ObjectFault[], noun: string): readonly Hit[] {
  if (faults.length <= MAX_SINGLE) {
    return faults.map(({ artifact, at, name, hit }) => ({
      ...hit,
      at: placeAt(artifact, at),
      data: { ...hit?.data, who: `${noun} ${name}` },
    }));
  }
  const [first] = faults;
  if (first === undefined) return [];
  const names = faults.slice(0, MAX_NAMES).map(({ name }) => name);
  return [
    {
      ...first.hit,
      at: placeAt(first.artifact, first.at),
      evidence: faults.slice(0, MAX_EVIDENCE).map(({ artifact, at }) => placeAt(artifact, at)),
      count: faults.length,
      data: { ...commonData(faults), who: `${String(faults.length)} ${noun}s (${names.join(', ')}, …)` },
    },
  ];
}

/** Data of many faults: what they agree in; `various` for the rest, and nothing for differing ends of sentences. */
function commonData(faults: readonly ObjectFault[]): NonNullable<Hit['data']> {
  const [first, ...others] = faults.map(({ hit }) => hit?.data ?? {});
  return Object.fromEntries(
    Object.entries(first ?? {}).map(([key, value]) => {
      if (others.every((data) => data[key] === value)) return [key, value];
      return [key, typeof value === 'string' && (value === '' || value.startsWith(',')) ? '' : 'various'];
    }),
  );
}
