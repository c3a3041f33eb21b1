import { groupBy } from '../basics/group-by';
import { timeSpan } from '../basics/extremes';
import type { BundleFacts, PlacedEvent } from '../facts/bundle-facts';
import type { Hit, Place, Rule } from './rule';
import type { Thresholds } from './thresholds';

/** Lines of evidence kept of one burst; `count` has them all. */
export const MAX_EVIDENCE = 20;

/** All hits of one rule. */
export function runRule(rule: Rule, facts: BundleFacts, thresholds: Thresholds): readonly Hit[] {
  if (rule.evaluate !== undefined) return rule.evaluate(facts, thresholds);
  if (rule.on === undefined) return [];
  return burstHits(
    facts,
    rule.on.messages.map((message) => message.id),
    rule.on.by ?? [],
  );
}

/**
 * One hit a burst: events of the messages that agree in scope and in the `by` groups.
 * The hit stands at the first line; the lines are its evidence.
 */
export function burstHits(facts: BundleFacts, messages: readonly string[], by: readonly string[]): readonly Hit[] {
  return burstHitsOf(
    messages.flatMap((message) => facts.events(message)),
    by,
  );
}

/** The same over events that were chosen before. */
export function burstHitsOf(events: readonly PlacedEvent[], by: readonly string[]): readonly Hit[] {
  const bursts = groupBy(events, ({ scope, groups }) =>
    [scope, ...by.map((name) => groups[name] ?? '')].join('\u0000'),
  );
  return [...bursts.values()].map((burst) => hitOf(burst, { ...burst[0]?.groups }));
}

/** A hit that stands for these events (at least one), in order of time. */
export function hitOf(events: readonly PlacedEvent[], data: NonNullable<Hit['data']>): Hit {
  const ordered = [...events].sort((a, b) => a.artifact - b.artifact || a.line - b.line);
  const [first] = ordered;
  if (first === undefined) throw new RangeError('a hit needs an event');
  const times = ordered.map((event) => event.timeMs).filter((time) => time !== null);
  return {
    at: placeOf(first),
    evidence: ordered.slice(0, MAX_EVIDENCE).map(placeOf),
    count: ordered.length,
    data,
    scope: first.scope,
    ...timeSpan(times),
  };
}

/** Where an event stands. */
export function placeOf(event: PlacedEvent): Place {
  return { artifact: event.artifact, line: event.line, start: event.start, end: event.end };
}
