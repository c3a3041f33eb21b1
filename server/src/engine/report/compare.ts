import type { Catalogue } from '../catalogue';
import type { BundleFacts, PlacedLife } from '../facts/bundle-facts';
import type { Severity } from '../match/rule';
import { configurationChanges } from './compare-configuration';
import type { SettingChange } from './compare-configuration';
import type { Report, ReportFinding } from './model';

/** One kind of finding in two bundles. Counts are occurrences. */
export interface FindingChange {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly oldCount: number;
  readonly newCount: number;
}

/** A counter's speed in two bundles, in units an hour. */
export interface RateChange {
  readonly connector: string;
  readonly counter: string;
  readonly oldPerHour: number;
  readonly newPerHour: number;
}

export interface ValueChange {
  readonly connector: string;
  readonly what: string;
  readonly old: string | null;
  readonly new: string | null;
}

/** What changed from one bundle to another (`diff --format json`). */
export interface Comparison {
  readonly schemaVersion: 1;
  readonly tool: Report['tool'];
  readonly gone: readonly FindingChange[];
  readonly new: readonly FindingChange[];
  readonly changed: readonly FindingChange[];
  readonly connectors: readonly ValueChange[];
  /** Settings of the hosts that both bundles tell of. */
  readonly configuration: readonly SettingChange[];
  readonly rates: readonly RateChange[];
}

/** A bundle that was judged. */
export interface Side {
  readonly report: Report;
  readonly facts: BundleFacts;
}

const HOUR_MS = 3_600_000;
/** A rate is told where it at least doubled or halved, and is more than a trickle. */
const FACTOR = 2;
const LEAST_PER_HOUR = 10;

/** Compares two bundles: findings by rule and message (numbers aside), connectors by id, counters by their rate. */
export function compareBundles(before: Side, after: Side, catalogue: Catalogue): Comparison {
  const old = byKind(before.report.findings);
  const now = byKind(after.report.findings);
  const change = (key: string): FindingChange => {
    const [was, is] = [old.get(key), now.get(key)];
    const shown = is?.finding ?? was?.finding;
    return {
      ruleId: shown?.ruleId ?? '',
      severity: shown?.severity ?? 'info',
      message: shown?.message ?? '',
      oldCount: was?.count ?? 0,
      newCount: is?.count ?? 0,
    };
  };
  const both = [...now.keys()].filter((key) => old.has(key)).map(change);
  return {
    schemaVersion: 1,
    tool: after.report.tool,
    gone: [...old.keys()].filter((key) => !now.has(key)).map(change),
    new: [...now.keys()].filter((key) => !old.has(key)).map(change),
    changed: both.filter((one) => one.oldCount !== one.newCount),
    connectors: connectorChanges(before.report, after.report),
    configuration: configurationChanges(before.facts, after.facts),
    rates: rateChanges(before.facts, after.facts, catalogue),
  };
}

interface Kind {
  readonly finding: ReportFinding;
  count: number;
}

function byKind(findings: readonly ReportFinding[]): Map<string, Kind> {
  const kinds = new Map<string, Kind>();
  for (const finding of findings) {
    const key = `${finding.ruleId} ${finding.message.replace(/\d+(?:\.\d+)?/gu, '#')}`;
    const kind = kinds.get(key);
    if (kind === undefined) kinds.set(key, { finding, count: finding.count });
    else kind.count += finding.count;
  }
  return kinds;
}

function connectorChanges(before: Report, after: Report): ValueChange[] {
  const changes: ValueChange[] = [];
  for (const now of after.connectors) {
    const was = before.connectors.find((one) => (now.id === null ? one.host === now.host : one.id === now.id));
    const connector = now.name ?? now.id ?? now.host ?? now.component;
    if (was === undefined) {
      changes.push({ connector, what: 'presence', old: null, new: 'in the new bundle only' });
      continue;
    }
    const compare = (what: string, old: string | null | undefined, value: string | null | undefined): void => {
      if ((old ?? null) !== (value ?? null)) changes.push({ connector, what, old: old ?? null, new: value ?? null });
    };
    compare('version', was.version, now.version);
    compare('host', was.host, now.host);
    compare('name', was.name, now.name);
    compare('state', was.state, now.state);
    compare('broker', was.broker, now.broker);
  }
  for (const was of before.connectors) {
    const stays = after.connectors.some((one) => (was.id === null ? one.host === was.host : one.id === was.id));
    const connector = was.name ?? was.id ?? was.host ?? was.component;
    if (!stays) changes.push({ connector, what: 'presence', old: 'in the old bundle only', new: null });
  }
  return changes;
}

function rateChanges(before: BundleFacts, after: BundleFacts, catalogue: Catalogue): RateChange[] {
  const counters = new Set(catalogue.fields.filter((field) => field.counter === true).flatMap((field) => field.names));
  const old = rates(before, counters);
  const changes: RateChange[] = [];
  for (const [connector, now] of rates(after, counters)) {
    for (const [counter, newPerHour] of now) {
      const oldPerHour = old.get(connector)?.get(counter);
      if (oldPerHour === undefined || !isNews(oldPerHour, newPerHour)) continue;
      changes.push({ connector, counter, oldPerHour: round(oldPerHour), newPerHour: round(newPerHour) });
    }
  }
  return changes.sort((a, b) => (`${a.connector} ${a.counter}` < `${b.connector} ${b.counter}` ? -1 : 1));
}

function isNews(old: number, now: number): boolean {
  if (Math.max(old, now) < LEAST_PER_HOUR) return false;
  return now >= old * FACTOR || old >= now * FACTOR;
}

/** Rate of every counter of each connector (by id, else host), over its longest life with blocks. */
function rates(facts: BundleFacts, counters: ReadonlySet<string>): Map<string, Map<string, number>> {
  const longest = new Map<string, PlacedLife>();
  for (const placed of facts.livesWithBlocks) {
    const { blocks, host } = placed.life;
    const connector = blocks.text('ID')?.findLast((id) => id !== undefined) ?? host ?? placed.scope;
    const best = longest.get(connector);
    if (best === undefined || blocks.length > best.life.blocks.length) longest.set(connector, placed);
  }
  return new Map(
    [...longest].map(([connector, { life }]) => [
      connector,
      new Map(
        life.blocks.columnNames
          .filter((name) => counters.has(name))
          .flatMap((name) => {
            const rate = rateOf(life.blocks.times, life.blocks.column(name) ?? []);
            return rate === null ? [] : [[name, rate] as const];
          }),
      ),
    ]),
  );
}

/** Growth an hour; falls of the counter (a restart) do not count against it. Null without two dated values. */
function rateOf(times: readonly number[], values: readonly number[]): number | null {
  let grown = 0;
  let spanMs = 0;
  let last: { time: number; value: number } | null = null;
  for (const [index, value] of values.entries()) {
    const time = times[index] ?? Number.NaN;
    if (Number.isNaN(value) || Number.isNaN(time)) continue;
    if (last !== null && value >= last.value && time > last.time) {
      grown += value - last.value;
      spanMs += time - last.time;
    }
    last = { time, value };
  }
  return spanMs === 0 ? null : (grown / spanMs) * HOUR_MS;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
