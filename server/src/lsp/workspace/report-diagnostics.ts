import type { Diagnostic, Location } from 'vscode-languageserver-protocol';
import type { Catalogue } from '../../engine/catalogue';
import type { DiagnosticData } from '../../engine/features/diagnostics';
import { MAX_DIAGNOSTICS } from '../../engine/features/diagnostics';
import { severityRank } from '../../engine/match/finding';
import type { Report, ReportEvidence, ReportFinding } from '../../engine/report/model';
import { SEVERITIES } from '../convert';

const MAX_RELATED = 10;
const MAX_TEXT = 140;

/** A place of a report as LSP has it: 0-based, columns in UTF-16 units. */
function rangeOf(at: Pick<ReportEvidence, 'line' | 'column' | 'endLine' | 'endColumn'>): Location['range'] {
  return {
    start: { line: at.line - 1, character: at.column - 1 },
    end: { line: at.endLine - 1, character: at.endColumn - 1 },
  };
}

/** Diagnostics of every file of the bundle by URI, with evidence in other files as related information. */
export function reportDiagnostics(
  report: Report,
  uris: Readonly<Record<string, string>>,
  catalogue: Catalogue,
): ReadonlyMap<string, readonly Diagnostic[]> {
  const byUri = new Map<string, ReportFinding[]>();
  for (const finding of report.findings) {
    const uri = uris[finding.path];
    if (uri === undefined) continue;
    const list = byUri.get(uri) ?? [];
    list.push(finding);
    byUri.set(uri, list);
  }
  const byId = new Map(report.findings.map((finding) => [finding.id, finding]));
  return new Map([...byUri].map(([uri, findings]) => [uri, capped(findings, byId, uris, catalogue)]));
}

function capped(
  findings: readonly ReportFinding[],
  byId: ReadonlyMap<string, ReportFinding>,
  uris: Readonly<Record<string, string>>,
  catalogue: Catalogue,
): readonly Diagnostic[] {
  const kept =
    findings.length <= MAX_DIAGNOSTICS
      ? findings
      : [...findings].sort((a, b) => severityRank(a.severity) - severityRank(b.severity)).slice(0, MAX_DIAGNOSTICS);
  const left = findings.length - kept.length;
  return kept.map((finding, index) => {
    const isLast = left > 0 && index === kept.length - 1;
    const more = isLast ? ` (${String(left)} further findings are not shown)` : '';
    return diagnosticOf(finding, more, byId, uris, catalogue);
  });
}

function diagnosticOf(
  finding: ReportFinding,
  more: string,
  byId: ReadonlyMap<string, ReportFinding>,
  uris: Readonly<Record<string, string>>,
  catalogue: Catalogue,
): Diagnostic {
  const cause = finding.causedBy === null ? undefined : byId.get(finding.causedBy);
  const follows = cause === undefined ? '' : ` Follows from ${cause.ruleId}.`;
  const data: DiagnosticData = {
    findingId: finding.id,
    ruleId: finding.ruleId,
    runbook: finding.runbook,
    step: catalogue.rules.find((rule) => rule.id === finding.ruleId)?.runbook.step ?? null,
  };
  return {
    range: rangeOf(finding),
    severity: SEVERITIES[finding.severity],
    code: finding.ruleId,
    ...(finding.docUrl === null ? {} : { codeDescription: { href: finding.docUrl } }),
    source: 'zpa',
    message: `${finding.message}${follows}${more}`,
    relatedInformation: [
      ...(cause === undefined ? [] : related(cause, `caused by ${cause.ruleId}: ${cause.message}`, uris)),
      ...finding.evidence
        .filter((one) => one.path !== finding.path || one.line !== finding.line || finding.evidence.length > 1)
        .slice(0, MAX_RELATED)
        .flatMap((one) => related(one, one.note ?? shortened(one.text), uris)),
    ],
    data,
  };
}

function related(
  at: Pick<ReportEvidence, 'path' | 'line' | 'column' | 'endLine' | 'endColumn'>,
  message: string,
  uris: Readonly<Record<string, string>>,
): { location: Location; message: string }[] {
  const uri = uris[at.path];
  return uri === undefined ? [] : [{ location: { uri, range: rangeOf(at) }, message }];
}

function shortened(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') return 'evidence';
  return trimmed.length > MAX_TEXT ? `${trimmed.slice(0, MAX_TEXT)}…` : trimmed;
}
