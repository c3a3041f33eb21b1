import { groupBy } from '../../basics/group-by';
import type { BundleFacts, PlacedEvent, PlacedLife } from '../bundle-facts';
import { Reconnects } from './reconnects';
import { blockPlace, blockTime, isConnected, runsWhere } from '../blocks';

/** One loss of a control connection. */
export interface Outage {
  readonly scope: string;
  readonly artifact: number;
  /** The close line; null where only the state in status blocks shows the outage. */
  readonly close: PlacedEvent | null;
  readonly reason: string | null;
  readonly broker: string | null;
  readonly remote: string | null;
  readonly line: number;
  readonly startMs: number | null;
  /** When it was connected again; null when not within the log. */
  readonly endMs: number | null;
}

export interface OutageMessages {
  readonly closed: string;
  readonly connected: string;
}

/** Close reasons that are not outages: a redirect is the cloud's own doing, OPS and configuration changes are asked for. */
const PLANNED = new Set([
  'FOHH_CLOSE_REASON_REDIRECT',
  'FOHH_CLOSE_REASON_OPS',
  'FOHH_CLOSE_REASON_AST_PBRK_CTRL_CONN_CFG_CHG',
]);

/** Whether a close reason belongs to normal operation. */
function isPlannedClose(reason: string | undefined): boolean {
  return reason !== undefined && PLANNED.has(reason);
}

/** Outages by close lines, in order of files and lines; planned closes left out. */
export function closedOutages(facts: BundleFacts, messages: OutageMessages): readonly Outage[] {
  const reconnects = new Reconnects(facts, facts.events(messages.connected));
  return facts
    .events(messages.closed)
    .filter((event) => !isPlannedClose(event.groups.reason))
    .map((close) => {
      const again = reconnects.after(close);
      return {
        scope: close.scope,
        artifact: close.artifact,
        close,
        reason: close.groups.reason ?? null,
        broker: close.groups.broker ?? null,
        remote: close.groups.remote ?? null,
        line: close.line,
        startMs: close.timeMs,
        endMs: again?.timeMs ?? null,
      };
    });
}

/** A stretch of status blocks whose control state is not connected. */
export interface BlockOutage {
  readonly placed: PlacedLife;
  readonly first: number;
  readonly last: number;
  readonly count: number;
  readonly state: string;
  /** Time of the first connected block after it; null when the log ends before. */
  readonly endMs: number | null;
}

/** Stretches of blocks without a control connection, of every process life. */
export function blockOutages(facts: BundleFacts): readonly BlockOutage[] {
  return facts.livesWithBlocks.flatMap((placed) => {
    const states = placed.life.blocks.text('control.state');
    if (states === undefined) return [];
    return runsWhere(states, (state) => (state === undefined ? null : !isConnected(state))).map((run) => {
      return {
        placed,
        ...run,
        state: states[run.first] ?? '',
        endMs: blockTime(placed, run.last + 1),
      };
    });
  });
}

/** When a connector lost its control connection, and what shows it. */
export type Loss = Pick<Outage, 'scope' | 'artifact' | 'line' | 'startMs'>;

/**
 * Losses that only the states of status blocks show: connected before, no close line of that host at all, and longer
 * than the moment of a redirect.
 * `closed`: the outages by close lines.
 */
export function blockLosses(facts: BundleFacts, closed: readonly Outage[]): readonly Loss[] {
  const told = new Set(closed.map(({ scope }) => scope));
  return blockOutages(facts)
    .filter(({ placed, first, count, endMs }) => {
      return first > 0 && (count > 1 || endMs === null) && !told.has(placed.scope);
    })
    .map((outage) => {
      const { artifact, line } = blockPlace(outage.placed, outage.first, 'connection', 'connection.control.state');
      return { scope: outage.placed.scope, artifact, line, startMs: blockTime(outage.placed, outage.first) };
    });
}

/** The outages of one process life together. */
export interface LifeOutages {
  readonly placed: PlacedLife;
  readonly outages: readonly BlockOutage[];
  /** Blocks without a connection in all. */
  readonly count: number;
}

/** Outages grouped by process life, in order. */
export function mergeByLife(outages: readonly BlockOutage[]): readonly LifeOutages[] {
  return [...groupBy(outages, ({ placed }) => placed)].map(([placed, list]) => ({
    placed,
    outages: list,
    count: list.reduce((sum, one) => sum + one.count, 0),
  }));
}

/** A redirect is over within seconds: a block printed just then shows no connection, and no outage. */
const REDIRECT_MS = 15_000;

/** Whether an outage of one block is only the moment of a redirect. */
export function isRedirect(outage: BlockOutage, redirects: readonly PlacedEvent[]): boolean {
  if (outage.count > 1 || outage.endMs === null) return false;
  const { placed, first } = outage;
  const timeMs = placed.life.blocks.times[first] ?? Number.NaN;
  return redirects.some(
    (one) =>
      one.artifact === placed.artifact &&
      one.scope === placed.scope &&
      one.timeMs !== null &&
      timeMs >= one.timeMs &&
      timeMs - one.timeMs <= REDIRECT_MS,
  );
}
