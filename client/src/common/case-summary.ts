/** The summary for a support case: plain text, to be pasted anywhere. */
import type { Report, ReportConnector, ReportFinding } from '../../../server/src/lsp/bundle-protocol';
import { count, duration, moment, stateWord } from './words';

const EVIDENCE_LINES = 3;

/** Connectors, root causes with their first lines of evidence, and how many findings there are. */
export function caseSummary(report: Report): string {
  const { summary, findings, connectors } = report;
  const causes = summary.rootCauses.flatMap((id) => findings.find((one) => one.id === id) ?? []);
  const lines = [
    `ZPA triage: ${count(causes.length, 'root cause')}, ${count(summary.error, 'error')}, ${count(summary.warning, 'warning')}`,
    ...connectors.map(connectorLine),
    '',
    ...(causes.length === 0 ? ['No root cause was found in the files at hand.'] : []),
    ...causes.flatMap((one, index) => causeLines(one, index + 1, findings)),
  ];
  if (report.notEvaluable.length > 0) {
    lines.push(`${count(report.notEvaluable.length, 'check')} could not be judged: evidence is missing.`);
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function connectorLine({ name, id, version, host, state, uptimeSeconds }: ReportConnector): string {
  const parts = [
    id === null ? null : `ID ${id}`,
    version === null ? null : `version ${version}`,
    host === null ? null : `host ${host}`,
    state === undefined ? null : stateWord(state),
    uptimeSeconds === undefined ? null : `up ${duration(uptimeSeconds)}`,
  ];
  return `Connector: ${name ?? host ?? id ?? 'unknown'} (${parts.filter((one) => one !== null).join(', ')})`;
}

function causeLines(cause: ReportFinding, rank: number, findings: readonly ReportFinding[]): readonly string[] {
  const since = cause.firstTime === null ? '' : ` Since ${moment(cause.firstTime)}.`;
  const effects = findings.filter((one) => one.causedBy === cause.id).length;
  return [
    `${String(rank)}. ${cause.message} [${cause.ruleId}]${since}`,
    ...cause.evidence.slice(0, EVIDENCE_LINES).map((one) => `   ${one.path}:${String(one.line)}: ${one.text.trim()}`),
    ...(effects === 0 ? [] : [`   Explains ${count(effects, 'other finding')}.`]),
    `   Runbook: ${cause.runbook}`,
    '',
  ];
}
