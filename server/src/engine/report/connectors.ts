import type { BundleFacts, PlacedLife } from '../facts/bundle-facts';
import type { NamedConnector } from '../facts/connectors';
import { namedConnectors } from '../facts/connectors';
import type { ConnectorName, ReportConnector } from './model';
import type { LogTimes } from './log-time';

/** The connectors of a bundle, and which of them write in which artifact. */
export interface ConnectorRoll {
  readonly connectors: readonly ReportConnector[];
  /** The one connector that writes in the artifact; null where there is none, or more than one. */
  of(artifact: number): ConnectorName | null;
  /** How many write in it. */
  count(artifact: number): number;
}

/** Connectors listed that only exports name: a whole tenant would hide the rest of the report. */
const MAX_NAMED = 50;
const APP_CONNECTOR = 'zpa-connector';

interface Entry {
  readonly id: string | null;
  readonly component: string;
  readonly lives: PlacedLife[];
}

/**
 * One entry for each connector id in status blocks. Processes that never wrote a block belong to the connector of
 * their host and component, or are an entry without an id. Exports of the API and status events complete these
 * entries by their id or name; where no process speaks, they are the entries.
 */
export function connectorRoll(facts: BundleFacts, times: LogTimes): ConnectorRoll {
  const entries: Entry[] = [];
  const byHost = new Map<string, Entry>();
  const named = facts.lives.filter(({ life }) => lastOf(life.blocks.text('ID')) !== null);
  for (const placed of named) {
    const id = lastOf(placed.life.blocks.text('ID'));
    let entry = entries.find((one) => one.id === id && one.component === placed.life.component);
    if (entry === undefined) {
      entry = { id, component: placed.life.component, lives: [] };
      entries.push(entry);
    }
    entry.lives.push(placed);
    byHost.set(hostKey(placed), byHost.get(hostKey(placed)) ?? entry);
  }
  for (const placed of facts.lives) {
    if (named.includes(placed)) continue;
    let entry = byHost.get(hostKey(placed));
    if (entry === undefined) {
      entry = { id: null, component: placed.life.component, lives: [] };
      entries.push(entry);
      byHost.set(hostKey(placed), entry);
    }
    entry.lives.push(placed);
  }
  const known = namedConnectors(facts);
  const connectors =
    entries.length === 0
      ? known.slice(0, MAX_NAMED).map(describeNamed)
      : entries.map((entry) => complete(describe(entry, times), known));
  const writers = (artifact: number): readonly ReportConnector[] =>
    connectors.filter((_, index) => entries[index]?.lives.some((placed) => placed.artifact === artifact));
  return {
    connectors,
    of: (artifact) => {
      const [first, ...others] = writers(artifact);
      if (first === undefined || others.length > 0) return null;
      const { id, name, version, host } = first;
      return { id, name, version, host };
    },
    count: (artifact) => writers(artifact).length,
  };
}

function hostKey({ life, scope }: PlacedLife): string {
  return `${scope}|${life.component}`;
}

function describe({ id, component, lives }: Entry, times: LogTimes): ReportConnector {
  const inOrder = [...lives].sort((a, b) => (a.life.lastMs ?? 0) - (b.life.lastMs ?? 0));
  const last = inOrder[inOrder.length - 1];
  const versions = [...new Set(inOrder.flatMap(({ life }) => distinct(life.blocks.text('Ver'))))];
  const text = (name: string): string | null => latest(inOrder, ({ life }) => lastOf(life.blocks.text(name)));
  const number = (name: string): number | null => latest(inOrder, ({ life }) => lastNumber(life.blocks.column(name)));
  const uptime = number('Uptime') ?? number('control.uptime');
  const certificate = number('certificate.expires');
  const seen = last === undefined ? null : times.show(last.artifact, last.life.lastLine, last.life.lastMs);
  return {
    id,
    name: text('Name'),
    version: versions[versions.length - 1] ?? null,
    host: latest(inOrder, ({ life }) => life.host),
    component,
    ...(versions.length > 1 ? { versions } : {}),
    ...optional('state', text('control.state')),
    ...optional('broker', text('control.broker')),
    ...optional('brokerAddress', text('control.remote')),
    ...(uptime === null ? {} : { uptimeSeconds: uptime }),
    ...(certificate === null ? {} : { certificateSecondsLeft: certificate }),
    ...optional('lastSeen', seen),
  };
}

/** What an export says of a connector that no process of the bundle speaks for. */
function describeNamed({ id, name, version, state, broker }: NamedConnector): ReportConnector {
  return {
    id,
    name,
    version,
    host: null,
    component: APP_CONNECTOR,
    ...optional('state', state),
    ...optional('broker', broker),
  };
}

/** Id, name and version that status blocks do not tell, from the export that names the same connector. */
function complete(connector: ReportConnector, known: readonly NamedConnector[]): ReportConnector {
  const { id, name, version } = connector;
  const same = known.find((one) => (id === null ? name !== null && one.name === name : one.id === id));
  if (same === undefined) return connector;
  return { ...connector, id: id ?? same.id, name: name ?? same.name, version: version ?? same.version };
}

function optional<K extends string>(key: K, value: string | null): Partial<Record<K, string>> {
  return value === null ? {} : ({ [key]: value } as Record<K, string>);
}

/** The value of the latest life that has one. */
function latest<T>(lives: readonly PlacedLife[], value: (placed: PlacedLife) => T | null): T | null {
  for (let index = lives.length - 1; index >= 0; index -= 1) {
    const placed = lives[index];
    const found = placed === undefined ? null : value(placed);
    if (found !== null) return found;
  }
  return null;
}

function lastOf(values: readonly (string | undefined)[] | undefined): string | null {
  return values?.findLast((value) => value !== undefined && value !== '') ?? null;
}

function lastNumber(values: readonly number[] | undefined): number | null {
  return values?.findLast((value) => !Number.isNaN(value)) ?? null;
}

function distinct(values: readonly (string | undefined)[] | undefined): string[] {
  return [...new Set(values ?? [])].filter((value): value is string => value !== undefined && value !== '');
}
