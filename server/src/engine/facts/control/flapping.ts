import { largest } from '../../basics/extremes';
import type { Place } from '../../match/rule';
import type { Thresholds } from '../../match/thresholds';
import type { BundleFacts } from '../bundle-facts';
import { blockPlace, blockTime } from '../blocks';
import { lostSessions } from '../lss/outages';
import type { Outage } from './outages';
import { blockOutages } from './outages';

/** Outages that follow each other so closely that they are one story. */
export interface FlappingBurst {
  readonly scope: string;
  readonly places: readonly Place[];
  readonly times: readonly number[];
  readonly firstMs: number;
  readonly lastMs: number;
  /** Seconds between outages where they are regular (spread under a tenth), else null. */
  readonly periodSeconds: number | null;
}

interface Moment {
  readonly timeMs: number;
  readonly place: Place;
}

/**
 * Bursts of at least `flappingOutages` outages within `flappingWindowMinutes`; a burst goes on as long as the
 * window holds enough. Outages come from close lines and the cloud's status events; where a host has none, from the
 * states of status blocks.
 */
export function flappingBursts(
  facts: BundleFacts,
  closed: readonly Outage[],
  thresholds: Thresholds,
): readonly FlappingBurst[] {
  const windowMs = thresholds.flappingWindowMinutes * 60_000;
  return [...momentsByScope(facts, closed)].flatMap(([scope, moments]) => {
    const ordered = [...moments].sort((a, b) => a.timeMs - b.timeMs);
    const inBurst = new Set<number>();
    const need = thresholds.flappingOutages;
    for (let last = need - 1; last < ordered.length; last += 1) {
      const first = last - need + 1;
      if ((ordered[last]?.timeMs ?? 0) - (ordered[first]?.timeMs ?? 0) > windowMs) continue;
      for (let index = first; index <= last; index += 1) inBurst.add(index);
    }
    return split(
      ordered.filter((_, index) => inBurst.has(index)),
      windowMs,
    ).map((burst) => toBurst(scope, burst));
  });
}

function momentsByScope(facts: BundleFacts, closed: readonly Outage[]): Map<string, Moment[]> {
  const byScope = new Map<string, Moment[]>();
  const add = (scope: string, moment: Moment): void => {
    const moments = byScope.get(scope);
    if (moments === undefined) byScope.set(scope, [moment]);
    else moments.push(moment);
  };
  for (const { scope, close, startMs } of closed) {
    if (close === null || startMs === null) continue;
    add(scope, {
      timeMs: startMs,
      place: { artifact: close.artifact, line: close.line, start: close.start, end: close.end },
    });
  }
  for (const { name, timeMs, place } of lostSessions(facts)) add(name, { timeMs, place });
  const told = new Set(byScope.keys());
  for (const { placed, first } of blockOutages(facts)) {
    const timeMs = blockTime(placed, first);
    if (timeMs === null || told.has(placed.scope)) continue;
    add(placed.scope, { timeMs, place: blockPlace(placed, first, 'connection', 'connection.control.state') });
  }
  return byScope;
}

function split(moments: readonly Moment[], windowMs: number): Moment[][] {
  const bursts: Moment[][] = [];
  let lastMs = Number.NEGATIVE_INFINITY;
  for (const moment of moments) {
    if (moment.timeMs - lastMs > windowMs) bursts.push([]);
    bursts[bursts.length - 1]?.push(moment);
    lastMs = moment.timeMs;
  }
  return bursts;
}

function toBurst(scope: string, moments: readonly Moment[]): FlappingBurst {
  const times = moments.map((moment) => moment.timeMs);
  return {
    scope,
    places: moments.map((moment) => moment.place),
    times,
    firstMs: times[0] ?? 0,
    lastMs: times[times.length - 1] ?? 0,
    periodSeconds: periodOf(times),
  };
}

function periodOf(times: readonly number[]): number | null {
  if (times.length < 4) return null;
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const spread = largest(gaps.map((gap) => Math.abs(gap - mean)));
  return mean > 0 && spread <= mean / 10 ? Math.round(mean / 1000) : null;
}
