import type { Hit, Place } from '../../match/rule';
import { MAX_EVIDENCE } from '../../match/run-rules';
import { blockPlace, blockTime } from '../blocks';
import type { BundleFacts } from '../bundle-facts';
import type { OutageMessages } from '../control/outages';
import { blockOutages, closedOutages } from '../control/outages';
import { restartHits, versionChanges } from './restarts';

const HOUR_MS = 3_600_000;
/** Hours before the change without a loss: what broke within them did not begin with it. */
const STEADY_MS = 6 * HOUR_MS;
/** Connectors that restart within this time restart together: updates go through a group one by one. */
const TOGETHER_MS = 10 * 60_000;
/** Closes that come with the change itself: the old process ends, the new one connects. */
const SETTLING_MS = 120_000;
/** Blocks without a connection that are more than a start or a move to another broker. */
const LASTING_BLOCKS = 3;
/** Connections lost after the change that cannot be chance. */
const LOSSES = 2;

/** A version change, or a restart together with others. */
interface Change {
  readonly scope: string;
  readonly atMs: number;
  readonly place: Place;
  readonly what: string;
}

/** A loss of the control connection. */
interface Loss {
  readonly scope: string;
  readonly atMs: number;
  readonly place: Place;
  /** Whether it lasts longer than a start: it weighs as much as several. */
  readonly lasting: boolean;
}

/** One hit a host whose outages begin within the hour after a change, and not before it. Data: `what`, `outages`. */
export function updateRegressions(facts: BundleFacts, messages: OutageMessages): readonly Hit[] {
  const losses = lossesOf(facts, messages);
  const seen = new Set<string>();
  return [...versionChangesOf(facts), ...jointRestarts(facts)].flatMap((change): Hit[] => {
    if (seen.has(change.scope)) return [];
    const own = losses.filter(({ scope }) => scope === change.scope);
    const before = own.filter(({ atMs }) => atMs < change.atMs - SETTLING_MS && atMs > change.atMs - STEADY_MS);
    const after = own.filter(({ atMs, lasting }) => {
      const since = atMs - change.atMs;
      return since <= HOUR_MS && (lasting ? since >= -SETTLING_MS : since > SETTLING_MS);
    });
    if (before.length > 0 || !(after.length >= LOSSES || after.some(({ lasting }) => lasting))) return [];
    seen.add(change.scope);
    const [first] = after;
    if (first === undefined) return [];
    return [
      {
        at: change.place,
        evidence: [change.place, ...after.map(({ place }) => place)].slice(0, MAX_EVIDENCE),
        count: after.length,
        scope: change.scope,
        firstMs: change.atMs,
        lastMs: after[after.length - 1]?.atMs ?? first.atMs,
        data: {
          what: change.what,
          outages: after.length === 1 ? 'an outage' : `${String(after.length)} outages`,
          begin: after.length === 1 ? 'begins' : 'begin',
          minutes: Math.max(0, Math.round((first.atMs - change.atMs) / 60_000)),
        },
      },
    ];
  });
}

function versionChangesOf(facts: BundleFacts): Change[] {
  return versionChanges(facts).flatMap(({ at, scope, firstMs, data }) =>
    scope === null || scope === undefined || firstMs === null || firstMs === undefined
      ? []
      : [
          {
            scope,
            atMs: firstMs,
            place: at,
            what: `the version changed from ${String(data?.before)} to ${String(data?.after)}`,
          },
        ],
  );
}

/** Restarts of two or more hosts within the same minutes. */
function jointRestarts(facts: BundleFacts): Change[] {
  const dated = restartHits(facts).flatMap(({ at, scope, firstMs }) =>
    scope === null || scope === undefined || firstMs === null || firstMs === undefined
      ? []
      : [{ scope, atMs: firstMs, place: at }],
  );
  return dated.flatMap((one) => {
    const together = dated.filter(({ atMs }) => Math.abs(atMs - one.atMs) <= TOGETHER_MS);
    const hosts = new Set(together.map(({ scope }) => scope)).size;
    return hosts < 2 ? [] : [{ ...one, what: `${String(hosts)} connectors restarted together` }];
  });
}

function lossesOf(facts: BundleFacts, messages: OutageMessages): readonly Loss[] {
  const closed = closedOutages(facts, messages).flatMap(({ scope, startMs, artifact, line }): Loss[] =>
    startMs === null ? [] : [{ scope, atMs: startMs, place: { artifact, line }, lasting: false }],
  );
  const blocks = blockOutages(facts).flatMap(({ placed, first, count }): Loss[] => {
    const atMs = blockTime(placed, first);
    if (atMs === null || count < LASTING_BLOCKS) return [];
    return [
      {
        scope: placed.scope,
        atMs,
        place: blockPlace(placed, first, 'connection', 'connection.control.state'),
        lasting: true,
      },
    ];
  });
  // The close line of an outage that the blocks show as well is not a second one.
  const alone = closed.filter(
    (one) =>
      !blocks.some(({ scope, atMs }) => scope === one.scope && atMs >= one.atMs && atMs - one.atMs <= SETTLING_MS),
  );
  return [...alone, ...blocks].sort((a, b) => a.atMs - b.atMs);
}
