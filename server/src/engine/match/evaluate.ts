import type { Catalogue } from '../catalogue';
import type { BundleFacts } from '../facts/bundle-facts';
import { machinesApart } from '../facts/machines';
import type { StatusLineKind } from '../formats/status-block/kinds';
import { linkCauses, rankRootCauses } from './causes';
import type { Finding } from './finding';
import { fillMessage, severityRank } from './finding';
import type { Hit, Need, Rule, RuleId, Severity } from './rule';
import { runRule } from './run-rules';
import type { Thresholds } from './thresholds';

export interface RuleSettings {
  readonly thresholds: Thresholds;
  /** Severity by rule id or alias; `off` switches a rule off. */
  readonly severities: Readonly<Record<RuleId, Severity | 'off'>>;
  /** Ids of findings that somebody has looked at and does not want to see again. */
  readonly suppressed: readonly string[];
}

export interface NotEvaluable {
  readonly ruleId: RuleId;
  readonly missing: string;
  readonly command: string;
}

export interface Evaluation {
  /** In the order of files and lines. */
  readonly findings: readonly Finding[];
  /** The likeliest first. */
  readonly rootCauses: readonly Finding[];
  readonly notEvaluable: readonly NotEvaluable[];
  /** Rules that had their evidence and did not fire. */
  readonly passed: readonly RuleId[];
}

/** Runs every rule over the facts, folds consequences into causes and says which rules could not be judged. */
export function evaluate(catalogue: Catalogue, facts: BundleFacts, settings: RuleSettings): Evaluation {
  const raw: Finding[] = [];
  const notEvaluable: NotEvaluable[] = [];
  const passed: RuleId[] = [];
  for (const rule of catalogue.rules) {
    const chosen = severityOf(rule, settings);
    if (chosen === 'off') continue;
    const hits = runRule(rule, facts, settings.thresholds);
    for (const hit of hits) raw.push(toFinding(rule, hit, chosen, facts));
    if (hits.length > 0) continue;
    const missing = rule.needs.find((need) => !isMet(need, facts));
    if (missing === undefined) passed.push(rule.id);
    else notEvaluable.push({ ruleId: rule.id, missing: missing.missing, command: missing.command });
  }
  const suppressed = new Set(settings.suppressed);
  const kept = distinct(raw).filter((one) => !suppressed.has(one.id));
  const findings = linkCauses(kept, machinesApart(facts)).sort(inOrder);
  return { findings, rootCauses: rankRootCauses(findings), notEvaluable, passed };
}

function severityOf(rule: Rule, settings: RuleSettings): Severity | 'off' | null {
  for (const id of [rule.id, ...(rule.aliases ?? [])]) {
    const chosen = settings.severities[id];
    if (chosen !== undefined) return chosen;
  }
  return null;
}

function toFinding(rule: Rule, hit: Hit, chosen: Severity | null, facts: BundleFacts): Finding {
  const data = hit.data ?? {};
  const path = facts.artifacts[hit.at.artifact]?.path ?? '';
  return {
    id: `${rule.id}@${path}:${String(hit.at.line + 1)}`,
    rule,
    ruleId: rule.id,
    severity: chosen ?? hit.severity ?? rule.severity,
    confidence: hit.confidence ?? rule.confidence ?? 'high',
    message: fillMessage(hit.message ?? rule.message, { count: hit.count ?? 1, ...data }),
    at: hit.at,
    evidence: hit.evidence ?? [hit.at],
    count: hit.count ?? 1,
    firstMs: hit.firstMs ?? null,
    lastMs: hit.lastMs ?? hit.firstMs ?? null,
    scope: hit.scope ?? null,
    data,
    causedBy: null,
    rootCause: false,
  };
}

/** Ids are unique: two hits of one rule on one line (two processes in one block) get a number. */
function distinct(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const times = (seen.get(finding.id) ?? 0) + 1;
    seen.set(finding.id, times);
    return times === 1 ? finding : { ...finding, id: `${finding.id}#${String(times)}` };
  });
}

function isMet(need: Need, facts: BundleFacts): boolean {
  return need.anyOf.some((format) => {
    const kind = /^status-block:(\w+)$/u.exec(format)?.[1];
    if (kind !== undefined) return facts.hasStatusLine(kind as StatusLineKind);
    const records = /^lss-events:(\S+)$/u.exec(format)?.[1];
    if (records !== undefined) return facts.sections('lss-events').some((one) => records in one.facts.counts);
    if (format === 'status-block') return facts.livesWithBlocks.length > 0;
    // A journal proves something about the connector only where the connector speaks in it.
    if (format === 'journal') return facts.sections('journal').some((one) => one.facts.productLineCount > 0);
    if (format === 'fohh-connection') return facts.sections('journal').some((one) => one.facts.flows.length > 0);
    return facts.has(format);
  });
}

function inOrder(a: Finding, b: Finding): number {
  return (
    a.at.artifact - b.at.artifact ||
    a.at.line - b.at.line ||
    severityRank(a.severity) - severityRank(b.severity) ||
    (a.ruleId < b.ruleId ? -1 : 1)
  );
}
