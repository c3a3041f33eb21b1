/** Enrolment attempts in journals: which line of an attempt explains which. */
import type { BundleFacts, PlacedEvent } from '../engine/facts/bundle-facts';
import type { Hit, Message } from '../engine/match/rule';
import { hitOf, placeOf } from '../engine/match/run-rules';
import * as messages from './messages/enrollment';

/** Lines of one process that try to enrol once; in order. */
export type Attempt = readonly PlacedEvent[];

/** Longer silences than this part attempts that do not say where they begin, ms. */
const ATTEMPT_GAP_MS = 120_000;

/** Lines that only say that the attempt is over. */
const CONSEQUENCES: readonly Message[] = [messages.certificateEnrollmentFailed, messages.couldNotEnroll];

/** All attempts, in the order of files and lines. */
export function enrollmentAttempts(facts: BundleFacts): readonly Attempt[] {
  const byScope = new Map<string, PlacedEvent[]>();
  for (const { id } of Object.values<Message>(messages)) {
    for (const event of facts.events(id)) {
      const key = `${String(event.artifact)}\u0000${event.scope}`;
      const list = byScope.get(key);
      if (list === undefined) byScope.set(key, [event]);
      else list.push(event);
    }
  }
  return [...byScope.values()].flatMap((events) => parted(events.sort((a, b) => a.line - b.line)));
}

function parted(events: readonly PlacedEvent[]): Attempt[] {
  const attempts: PlacedEvent[][] = [];
  let pid = -1;
  let lastMs: number | null = null;
  for (const event of events) {
    const own = event.life === null || event.life.role === 'parent' ? pid : event.life.pid;
    const isLate = event.timeMs !== null && lastMs !== null && event.timeMs - lastMs > ATTEMPT_GAP_MS;
    const open = attempts[attempts.length - 1];
    if (open === undefined || event.message === messages.checkingEnrollment.id || isLate || (pid >= 0 && own !== pid)) {
      attempts.push([event]);
    } else {
      open.push(event);
    }
    pid = own;
    lastMs = event.timeMs ?? lastMs;
  }
  return attempts;
}

/** Whether any of these messages stands in the attempt. */
export function holds(attempt: Attempt, wanted: readonly Message[]): boolean {
  return attempt.some((event) => wanted.some(({ id }) => id === event.message));
}

/** The same cause in one or more attempts of one host. */
export interface CauseBurst {
  readonly events: readonly PlacedEvent[];
  /** Stands at the first event; what follows in the attempts is its evidence, but does not count. */
  readonly hit: Hit;
}

/**
 * One burst a host and value of the `by` groups, of the events that are one of `causes`.
 * `repeats`: further messages that only repeat this cause.
 */
export function causeBursts(
  attempts: readonly Attempt[],
  causes: readonly Message[],
  by: readonly string[] = [],
  repeats: readonly Message[] = [],
): readonly CauseBurst[] {
  const bursts = new Map<string, { events: PlacedEvent[]; evidence: PlacedEvent[] }>();
  const followers = [...CONSEQUENCES, ...repeats];
  for (const attempt of attempts) {
    let open: { events: PlacedEvent[]; evidence: PlacedEvent[] } | null = null;
    for (const event of attempt) {
      if (causes.some(({ id }) => id === event.message)) {
        const key = [event.scope, ...by.map((name) => event.groups[name] ?? '')].join('\u0000');
        open = bursts.get(key) ?? { events: [], evidence: [] };
        bursts.set(key, open);
        open.events.push(event);
        open.evidence.push(event);
      } else if (open !== null && followers.some(({ id }) => id === event.message)) {
        open.evidence.push(event);
      }
    }
  }
  return [...bursts.values()].map(({ events, evidence }) => ({ events, hit: burstHit(events, evidence) }));
}

function burstHit(events: readonly PlacedEvent[], evidence: readonly PlacedEvent[]): Hit {
  const hit = hitOf(evidence, { ...events[0]?.groups });
  return { ...hit, at: events[0] === undefined ? hit.at : placeOf(events[0]), count: events.length };
}
