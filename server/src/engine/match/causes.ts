import { groupBy } from '../basics/group-by';
import type { Finding } from './finding';
import { severityRank } from './finding';
import type { Explains } from './rule';
import { MAX_EVIDENCE } from './run-rules';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Clocks of two processes and the order of lines within a second are not to be trusted further than this. */
const SLACK_MS = 2_000;

type Apart = (artifact: number, other: number) => boolean;

/**
 * Folds consequences: findings that a larger one absorbs become its evidence; findings that another explains
 * carry `causedBy`. What is left without a cause, at warning or above, is a root cause. `apart` tells whether two
 * artifacts are of different machines: nothing of the one follows from the other.
 */
export function linkCauses(findings: readonly Finding[], apart: Apart = () => false): Finding[] {
  const linked: Mutable<Finding>[] = findings.map((finding) => ({ ...finding }));
  const absorbed = absorb(linked, apart);
  const left = linked.filter((finding) => !absorbed.has(finding.id));
  const explaining = left.filter(({ rule }) => rule.explains !== undefined);
  for (const effect of left) {
    const cause = bestCause(effect, explaining, apart);
    if (cause !== null) effect.causedBy = cause.id;
  }
  breakCycles(left);
  for (const finding of left) {
    finding.rootCause = finding.causedBy === null && severityRank(finding.severity) <= severityRank('warning');
  }
  return left;
}

/** Root causes, the likeliest first: severity, confidence, how much each explains, recency. */
export function rankRootCauses(findings: readonly Finding[]): Finding[] {
  const causeOf = new Map(findings.map(({ id, causedBy }) => [id, causedBy]));
  const explained = new Map<string, number>();
  for (const finding of findings) {
    for (let cause = finding.causedBy; cause !== null; cause = causeOf.get(cause) ?? null) {
      explained.set(cause, (explained.get(cause) ?? 0) + 1);
    }
  }
  const confidence = { high: 0, medium: 1, low: 2 };
  return findings
    .filter((finding) => finding.rootCause)
    .sort(
      (a, b) =>
        severityRank(a.severity) - severityRank(b.severity) ||
        confidence[a.confidence] - confidence[b.confidence] ||
        (explained.get(b.id) ?? 0) - (explained.get(a.id) ?? 0) ||
        (b.lastMs ?? 0) - (a.lastMs ?? 0) ||
        (a.id < b.id ? -1 : 1),
    );
}

function absorb(findings: Mutable<Finding>[], apart: Apart): Set<string> {
  const gone = new Set<string>();
  const byRule = groupBy(findings, ({ ruleId }) => ruleId);
  for (const larger of findings) {
    for (const link of larger.rule.absorbs ?? []) {
      for (const smaller of byRule.get(link.rule) ?? []) {
        if (smaller === larger || gone.has(smaller.id)) continue;
        if (isApart(larger, smaller, apart) || !follows(larger, smaller, link)) continue;
        gone.add(smaller.id);
        larger.evidence = mergeEvidence(larger, smaller);
      }
    }
  }
  return gone;
}

function mergeEvidence(larger: Finding, smaller: Finding): Finding['evidence'] {
  const seen = new Set(larger.evidence.map((place) => `${String(place.artifact)}:${String(place.line)}`));
  const added = smaller.evidence.filter((place) => !seen.has(`${String(place.artifact)}:${String(place.line)}`));
  return [...larger.evidence, ...added].slice(0, MAX_EVIDENCE);
}

function bestCause(effect: Finding, findings: readonly Finding[], apart: Apart): Finding | null {
  let best: Finding | null = null;
  for (const cause of findings) {
    if (cause === effect) continue;
    const link = cause.rule.explains?.find((one) => one.rule === effect.ruleId);
    if (link === undefined || isApart(cause, effect, apart) || !follows(cause, effect, link)) continue;
    if (best === null || isBetter(cause, best)) best = cause;
  }
  return best;
}

function isBetter(a: Finding, b: Finding): boolean {
  const bySeverity = severityRank(a.severity) - severityRank(b.severity);
  return bySeverity < 0 || (bySeverity === 0 && (a.lastMs ?? 0) > (b.lastMs ?? 0));
}

/** Whether cause and effect stand on different machines only; what has evidence of both concerns both. */
function isApart(cause: Finding, effect: Finding, apart: Apart): boolean {
  return [cause.at, ...cause.evidence].every((place) => apart(place.artifact, effect.at.artifact));
}

/** Whether the effect can follow from the cause: same host where both name one, and in time where both have times. */
function follows(cause: Finding, effect: Finding, link: Explains): boolean {
  if (
    cause.scope !== null &&
    effect.scope !== null &&
    cause.scope !== effect.scope &&
    cause.at.artifact === effect.at.artifact
  ) {
    return false;
  }
  if (link.given !== undefined && cause.data[link.given] !== true) return false;
  if (link.withinSeconds === undefined) return true;
  if (cause.firstMs === null || effect.lastMs === null) return true;
  const until = (cause.lastMs ?? cause.firstMs) + link.withinSeconds * 1000;
  return (effect.firstMs ?? effect.lastMs) <= until && effect.lastMs >= cause.firstMs - SLACK_MS;
}

/** A chain that comes back to itself is cut at its most severe link. */
function breakCycles(findings: readonly Mutable<Finding>[]): void {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  for (const finding of findings) {
    const seen = new Set<string>([finding.id]);
    for (let at = finding; at.causedBy !== null; ) {
      const cause = byId.get(at.causedBy);
      if (cause === undefined || seen.has(cause.id)) {
        at.causedBy = null;
        break;
      }
      seen.add(cause.id);
      at = cause;
    }
  }
}
