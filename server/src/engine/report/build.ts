import type { LineLookup } from '../bundle/text-lookup';
import type { Catalogue } from '../catalogue';
import type { BundleFacts } from '../facts/bundle-facts';
import type { Format } from '../formats/format';
import type { Evaluation } from '../match/evaluate';
import type { Finding } from '../match/finding';
import { maskSecrets } from '../redact/secrets';
import { reportArtifact } from './artifacts';
import type { SourceNote } from './artifacts';
import { connectorRoll } from './connectors';
import { evidenceOf, wantedLines } from './evidence';
import { LogTimes } from './log-time';
import type { ZoneOffset } from './log-time';
import type { Report, ReportEvidence, ReportFinding, ReportSummary, ReportValue } from './model';

export interface ReportInput {
  readonly version: string;
  readonly catalogue: Catalogue;
  readonly formats: readonly Format[];
  readonly facts: BundleFacts;
  /** As evaluated, or filtered by `keepFindings`. */
  readonly evaluation: Evaluation;
  readonly lookup: LineLookup;
  /** Zone that the user gave for lines that say none; null leaves it unknown. */
  readonly zone?: ZoneOffset | null;
  /** By artifact index. */
  readonly sourceNotes?: ReadonlyMap<number, SourceNote>;
}

/** Makes the report: places become paths, 1-based columns and short texts; times become ISO strings; secrets are masked. */
export async function buildReport(input: ReportInput): Promise<Report> {
  const { facts, evaluation, formats } = input;
  const times = new LogTimes(facts, input.zone ?? null);
  const roll = connectorRoll(facts, times);
  const lines = new Map<number, ReadonlyMap<number, string>>();
  for (const [artifact, wanted] of wantedLines(evaluation.findings)) {
    lines.set(artifact, await input.lookup.lines(artifact, wanted));
  }
  const findings = evaluation.findings.map((finding) => reportFinding(finding, input, times, lines, formats));
  return {
    schemaVersion: 1,
    tool: { name: 'zpa-triage', version: input.version },
    artifacts: facts.artifacts.map((artifact) =>
      reportArtifact(artifact, facts, roll, times, input.sourceNotes?.get(artifact.index)),
    ),
    connectors: roll.connectors,
    findings,
    notEvaluable: evaluation.notEvaluable.map(({ ruleId, missing, command }) => ({
      ruleId,
      missing: missingText(missing, command),
    })),
    passed: evaluation.passed.map((ruleId) => ({ ruleId })),
    summary: summaryOf(findings, evaluation),
  };
}

const COLLECT = '; collect it with: ';

function missingText(missing: string, command: string): string {
  return command === '' ? missing : `${missing}${COLLECT}${command}`;
}

/** The two parts of a `missing` text: what is missing, and the command that collects it (empty when none). */
export function splitMissing(text: string): { readonly missing: string; readonly command: string } {
  const at = text.indexOf(COLLECT);
  return at < 0
    ? { missing: text, command: '' }
    : { missing: text.slice(0, at), command: text.slice(at + COLLECT.length) };
}

function reportFinding(
  finding: Finding,
  input: ReportInput,
  times: LogTimes,
  lines: ReadonlyMap<number, ReadonlyMap<number, string>>,
  formats: readonly Format[],
): ReportFinding {
  const { artifacts } = input.facts;
  const entry = (place: Finding['at']): ReportEvidence =>
    evidenceOf(place, artifacts, formats, lines.get(place.artifact)?.get(place.line));
  const at = entry(finding.at);
  const show = (ms: number | null): string | null => times.show(finding.at.artifact, finding.at.line, ms);
  return {
    id: finding.id,
    ruleId: finding.ruleId,
    severity: finding.severity,
    confidence: finding.confidence,
    message: maskSecrets(finding.message),
    path: at.path,
    line: at.line,
    column: at.column,
    endLine: at.endLine,
    endColumn: at.endColumn,
    time: show(finding.firstMs),
    count: finding.count,
    firstTime: show(finding.firstMs),
    lastTime: show(finding.lastMs),
    evidence: sayingHowMany(finding.evidence.map(entry), finding.count),
    rootCause: finding.rootCause,
    causedBy: finding.causedBy,
    runbook: finding.rule.runbook.id,
    docUrl: finding.rule.documentation[0] ?? null,
    data: Object.fromEntries(Object.entries(finding.data).map(([key, value]) => [key, maskedValue(value)])),
  };
}

/** A capped burst says so on its last line. */
function sayingHowMany(evidence: readonly ReportEvidence[], count: number): readonly ReportEvidence[] {
  const last = evidence[evidence.length - 1];
  if (last === undefined || count <= evidence.length) return evidence;
  const more = `${String(evidence.length)} of ${String(count)} occurrences are listed`;
  return [...evidence.slice(0, -1), { ...last, note: last.note === undefined ? more : `${last.note}; ${more}` }];
}

function maskedValue(value: ReportValue): ReportValue {
  if (typeof value === 'string') return maskSecrets(value);
  return typeof value === 'object' && value !== null ? value.map((text) => maskSecrets(text)) : value;
}

function summaryOf(findings: readonly ReportFinding[], evaluation: Evaluation): ReportSummary {
  const count = (severity: ReportFinding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    error: count('error'),
    warning: count('warning'),
    info: count('info'),
    hint: count('hint'),
    rootCauses: evaluation.rootCauses.map((finding) => finding.id),
  };
}
