import type { Finding } from '../match/finding';
import { severityRank } from '../match/finding';
import type { Severity } from '../match/rule';
import { maskSecrets } from '../redact/secrets';
import { maskedFrom } from '../report/evidence';
import type { DocumentModel, Range } from './document-model';
import { isOurs, rangeOf } from './document-model';

/** A finding as editors show it. */
export interface DocumentDiagnostic {
  readonly range: Range;
  readonly severity: Severity;
  readonly ruleId: string;
  readonly message: string;
  readonly documentation: string | null;
  readonly related: readonly { readonly range: Range; readonly message: string }[];
  readonly data: DiagnosticData;
}

/** What code actions need to know of a diagnostic; travels with it. */
export interface DiagnosticData {
  readonly findingId: string;
  readonly ruleId: string;
  readonly runbook: string;
  readonly step: string | null;
}

/** Most diagnostics of one document; the rest is counted in the last one. */
export const MAX_DIAGNOSTICS = 400;
const MAX_RELATED = 10;
const MAX_TEXT = 140;
/** More than any form of a secret reads of a line. */
const MAX_SECRET = 10_000;

/** Diagnostics of a document, the most severe kept when there are too many. A burst is one. */
export function documentDiagnostics(model: DocumentModel): readonly DocumentDiagnostic[] {
  if (!isOurs(model)) return [];
  const { findings } = model.evaluation;
  const kept =
    findings.length <= MAX_DIAGNOSTICS
      ? findings
      : [...findings].sort((a, b) => severityRank(a.severity) - severityRank(b.severity)).slice(0, MAX_DIAGNOSTICS);
  const left = findings.length - kept.length;
  return kept.map((finding, index) => toDiagnostic(model, finding, index === kept.length - 1 ? left : 0));
}

/** The words of a line from a column on, as far as a list shows them. What is a secret, the words before them can tell. */
function evidenceText({ lines, artifact }: DocumentModel, line: number, start: number): string {
  const isKeyFile = artifact.sections.some(
    ({ format, startLine, endLine }) => format === 'provision-key' && startLine <= line && line <= endLine,
  );
  const lead = Math.min(start, MAX_SECRET);
  const around = (lines[line] ?? '').slice(start - lead, start + MAX_SECRET);
  const text = maskedFrom(around, lead, lead + 4 * MAX_TEXT, isKeyFile).trim();
  if (text === '') return 'evidence';
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
}

function toDiagnostic(model: DocumentModel, finding: Finding, left: number): DocumentDiagnostic {
  const cause = model.evaluation.findings.find((one) => one.id === finding.causedBy);
  const related = finding.evidence
    .filter((place) => place.line !== finding.at.line || finding.evidence.length > 1)
    .slice(0, MAX_RELATED)
    .map((place) => ({
      range: rangeOf(model, place),
      message: place.note ?? evidenceText(model, place.line, place.start ?? 0),
    }));
  if (cause !== undefined)
    related.unshift({
      range: rangeOf(model, cause.at),
      message: `caused by ${cause.ruleId}: ${maskSecrets(cause.message)}`,
    });
  const { id, step } = finding.rule.runbook;
  const more = left > 0 ? ` (${String(left)} further findings are not shown)` : '';
  return {
    range: rangeOf(model, finding.at),
    severity: finding.severity,
    ruleId: finding.ruleId,
    message: `${maskSecrets(finding.message)}${cause === undefined ? '' : ` Follows from ${cause.ruleId}.`}${more}`,
    documentation: finding.rule.documentation[0] ?? null,
    related,
    data: { findingId: finding.id, ruleId: finding.ruleId, runbook: id, step: step ?? null },
  };
}
