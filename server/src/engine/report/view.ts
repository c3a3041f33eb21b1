import type { Catalogue, Runbook, RunbookStep } from '../catalogue';
import type { PageValues } from '../pages/runbook-page';
import type { Rule } from '../match/rule';
import { splitMissing } from './build';
import type { Report, ReportFinding } from './model';

/** What every written form of a report is made from. */
export interface ReportView {
  readonly report: Report;
  readonly catalogue: Catalogue;
  /** The bundle's own values for the places in commands. */
  readonly values: PageValues;
}

/** Root causes, the likeliest first. */
export function rootCauses({ summary, findings }: Report): readonly ReportFinding[] {
  return summary.rootCauses.flatMap((id) => findings.find((finding) => finding.id === id) ?? []);
}

/** Everything that follows from a finding, with how far down the chain it stands (1 is direct). */
export function consequences(
  id: string,
  report: Report,
  depth = 1,
): readonly { readonly finding: ReportFinding; readonly depth: number }[] {
  return report.findings
    .filter((finding) => finding.causedBy === id)
    .flatMap((finding) => [{ finding, depth }, ...consequences(finding.id, report, depth + 1)]);
}

/** Findings that are neither a root cause nor a consequence of one. */
export function otherFindings(report: Report): readonly ReportFinding[] {
  const told = new Set(report.summary.rootCauses);
  for (const id of report.summary.rootCauses) {
    for (const { finding } of consequences(id, report)) told.add(finding.id);
  }
  return report.findings.filter((finding) => !told.has(finding.id));
}

/** Evidence that one command would collect. */
export interface MissingEvidence {
  /** What is missing, each once. */
  readonly what: readonly string[];
  /** Empty where no command collects it. */
  readonly command: string;
  /** Checks that wait for it. */
  readonly checks: number;
}

/** Missing evidence by the command that collects it, the most wanted first. */
export function missingEvidence(report: Report): readonly MissingEvidence[] {
  const groups = new Map<string, { what: Set<string>; checks: number }>();
  for (const entry of report.notEvaluable) {
    const { missing, command } = splitMissing(entry.missing);
    const group = groups.get(command) ?? { what: new Set(), checks: 0 };
    group.what.add(missing);
    group.checks += 1;
    groups.set(command, group);
  }
  return [...groups]
    .map(([command, { what, checks }]) => ({ what: [...what], command, checks }))
    .sort((a, b) => b.checks - a.checks || (a.command < b.command ? -1 : 1));
}

const MAX_WHAT = 5;

/** `a; b; and 3 more (12 checks)`. */
export function missingText({ what, checks }: MissingEvidence): string {
  const more = what.length > MAX_WHAT ? [`and ${String(what.length - MAX_WHAT)} more`] : [];
  return `${[...what.slice(0, MAX_WHAT), ...more].join('; ')} (${plural(checks, 'check')})`;
}

/** The finding's rule, its runbook, and the step at which the runbook is entered. */
export function guidance(
  finding: ReportFinding,
  catalogue: Catalogue,
): { readonly rule: Rule | null; readonly runbook: Runbook | null; readonly step: RunbookStep | null } {
  const rule = catalogue.rules.find((one) => one.id === finding.ruleId) ?? null;
  const runbook = catalogue.runbooks.find((one) => one.id === finding.runbook) ?? null;
  const step = runbook?.steps.find((one) => one.id === rule?.runbook.step) ?? runbook?.steps[0] ?? null;
  return { rule, runbook, step };
}

/** `12 times, 2026-01-21T14:04:05 to 2026-01-21T14:06:14`; empty for one occurrence without a time. */
export function occurrence({ count, firstTime, lastTime }: ReportFinding): string {
  const times = count > 1 ? `${String(count)} times` : '';
  if (firstTime === null) return times;
  const span = lastTime === null || lastTime === firstTime ? firstTime : `${firstTime} to ${lastTime}`;
  return times === '' ? span : `${times}, ${span}`;
}

/** `path:line`. */
export function placeText({ path, line }: { readonly path: string; readonly line: number }): string {
  return `${path}:${String(line)}`;
}

/** `1 error`, `2 errors`. */
export function plural(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** The verdict in one line. */
export function verdict(report: Report): string {
  const { error, warning, info, hint, rootCauses: causes } = report.summary;
  const counts = [
    plural(error, 'error'),
    plural(warning, 'warning'),
    ...(info > 0 ? [`${String(info)} info`] : []),
    ...(hint > 0 ? [plural(hint, 'hint')] : []),
  ];
  return `${plural(causes.length, 'root cause')}: ${counts.join(', ')} in ${plural(report.artifacts.length, 'file')}`;
}

/** What is said where there is no root cause: never more than the evidence allows. */
export function noCause(report: Report): string {
  if (report.artifacts.every((artifact) => artifact.format === null)) {
    return 'Nothing could be judged: no file of an App Connector was recognised.';
  }
  const judged = `${plural(report.passed.length, 'check')} passed, ${String(report.notEvaluable.length)} could not be judged`;
  return `No root cause was found in what is here (${judged}).`;
}
