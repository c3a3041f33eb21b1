import { MAX_EVIDENCE } from '../../match/run-rules';
import { groupBy } from '../../basics/group-by';
import type { LssStatus } from '../../formats/lss/facts';
import type { Hit, Place } from '../../match/rule';
import { shortTime } from '../api/states';
import type { BundleFacts } from '../bundle-facts';

const CONNECTED = 'ZPN_STATUS_AUTHENTICATED';
/** A redirect or an upgrade leaves a connector without a session for less than this, seconds. */
const BRIEF_SECONDS = 60;

interface Outage {
  readonly artifact: number;
  readonly from: LssStatus;
  /** Null where no session follows. */
  readonly until: LssStatus | null;
}

/** Components whose status events show them without a session, one hit each; `{who}`, `{state}`, `{length}`. */
export function lostInEvents(facts: BundleFacts): readonly Hit[] {
  return [...outagesByComponent(facts)].flatMap(([who, outages]) => {
    const [first] = outages;
    return first === undefined ? [] : [hitOf(who, first, outages)];
  });
}

/** The beginning of an outage that status events show. */
export interface LostSession {
  /** Name of the connector in the portal. */
  readonly name: string;
  readonly timeMs: number;
  readonly place: Place;
}

/** Outages of connectors that status events tell the time of, those left out whose own journal is in the bundle. */
export function lostSessions(facts: BundleFacts): readonly LostSession[] {
  const own = new Set(facts.livesWithBlocks.flatMap(({ life }) => life.blocks.text('Name') ?? []));
  return [...outagesByComponent(facts).values()].flat().flatMap((outage): LostSession[] => {
    const { name, timeMs } = outage.from;
    return timeMs === null || own.has(name) ? [] : [{ name, timeMs, place: placeOf(outage) }];
  });
}

function outagesByComponent(facts: BundleFacts): ReadonlyMap<string, readonly Outage[]> {
  const told = facts
    .sections('lss-events')
    .flatMap(({ artifact, facts: found }) => found.statuses.map((status) => ({ artifact: artifact.index, status })));
  const byComponent = groupBy(told, ({ status }) => `${status.component} ${status.name}`);
  // Receivers get events late and in any order.
  return new Map(
    [...byComponent].map(([who, events]) => [
      who,
      outagesOf(events.sort((a, b) => (a.status.timeMs ?? 0) - (b.status.timeMs ?? 0))),
    ]),
  );
}

function placeOf({ artifact, from: { line, start, end } }: Outage): Place {
  return { artifact, line, start, end };
}

/**
 * A component may hold two sessions while it moves to another Service Edge: it is lost when the last one ends. Before
 * the first session begins in the events, the end of one tells nothing if another follows: it may have been open already.
 */
function outagesOf(events: readonly { readonly artifact: number; readonly status: LssStatus }[]): Outage[] {
  const open = new Set<string>();
  const outages: Outage[] = [];
  let seen = false;
  let lost: { readonly artifact: number; readonly status: LssStatus } | null = null;
  for (const event of events) {
    const session = event.status.session ?? '';
    if (event.status.status === CONNECTED) {
      open.add(session);
      if (lost !== null && seen && !isBrief(lost.status, event.status)) {
        outages.push({ artifact: lost.artifact, from: lost.status, until: event.status });
      }
      lost = null;
      seen = true;
    } else if (/^ZPN_STATUS_(?:DISCONNECTED|AUTH_FAILED)$/u.test(event.status.status)) {
      open.delete(session);
      if (open.size === 0) lost ??= event;
    }
  }
  if (lost !== null) outages.push({ artifact: lost.artifact, from: lost.status, until: null });
  return outages;
}

function isBrief(from: LssStatus, until: LssStatus): boolean {
  return from.timeMs !== null && until.timeMs !== null && until.timeMs - from.timeMs < BRIEF_SECONDS * 1000;
}

function hitOf(who: string, first: Outage, outages: readonly Outage[]): Hit {
  const last = outages[outages.length - 1] ?? first;
  const since = first.from.timeMs === null ? '' : `, since ${shortTime(first.from.timeMs)}`;
  return {
    at: placeOf(first),
    evidence: outages.slice(0, MAX_EVIDENCE).map(placeOf),
    count: outages.length,
    scope: first.from.name,
    firstMs: first.from.timeMs,
    lastMs: last.until?.timeMs ?? last.from.timeMs,
    data: {
      who,
      state: first.from.status,
      length: last.until === null ? `${since}, and not connected again within the events` : since,
    },
  };
}
