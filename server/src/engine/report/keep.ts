import { rankRootCauses } from '../match/causes';
import type { Evaluation } from '../match/evaluate';
import type { Finding } from '../match/finding';
import { severityRank } from '../match/finding';

/**
 * The evaluation with only some of its findings. A finding whose cause goes is tied to the cause's own cause;
 * one that is left without any is a root cause by the rule of the engine (warning and above).
 */
export function keepFindings(evaluation: Evaluation, keep: (finding: Finding) => boolean): Evaluation {
  const byId = new Map(evaluation.findings.map((finding) => [finding.id, finding]));
  const kept = new Set(evaluation.findings.filter(keep).map((finding) => finding.id));
  if (kept.size === evaluation.findings.length) return evaluation;
  const findings = evaluation.findings
    .filter((finding) => kept.has(finding.id))
    .map((finding): Finding => {
      let causedBy = finding.causedBy;
      while (causedBy !== null && !kept.has(causedBy)) causedBy = byId.get(causedBy)?.causedBy ?? null;
      const rootCause = causedBy === null && severityRank(finding.severity) <= severityRank('warning');
      return { ...finding, causedBy, rootCause };
    });
  return { ...evaluation, findings, rootCauses: rankRootCauses(findings) };
}

/**
 * Findings that happened within the time, and their causes, which may lie before it. Findings without a time stay.
 * Bounds are epoch ms on the log's clock, inclusive; null is no bound.
 */
export function withinTime(evaluation: Evaluation, sinceMs: number | null, untilMs: number | null): Evaluation {
  if (sinceMs === null && untilMs === null) return evaluation;
  const byId = new Map(evaluation.findings.map((finding) => [finding.id, finding]));
  const kept = new Set<string>();
  for (const finding of evaluation.findings) {
    const { firstMs, lastMs } = finding;
    const inside =
      firstMs === null ||
      ((untilMs === null || firstMs <= untilMs) && (sinceMs === null || (lastMs ?? firstMs) >= sinceMs));
    if (!inside) continue;
    for (let at: Finding | undefined = finding; at !== undefined && !kept.has(at.id); ) {
      kept.add(at.id);
      at = at.causedBy === null ? undefined : byId.get(at.causedBy);
    }
  }
  return keepFindings(evaluation, (finding) => kept.has(finding.id));
}
