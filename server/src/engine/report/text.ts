import { fillCommand } from '../pages/runbook-page';
import type { Severity } from '../match/rule';
import { NOT_RECOGNISED } from './artifacts';
import { escapeTerminal } from './escape-terminal';
import type { ReportEvidence, ReportFinding } from './model';
import {
  consequences,
  guidance,
  missingEvidence,
  missingText,
  noCause,
  occurrence,
  otherFindings,
  placeText,
  plural,
  rootCauses,
  verdict,
} from './view';
import type { ReportView } from './view';

/** How the text is dressed; without dress the same words stand there. */
export interface TextStyle {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly severity: (severity: Severity, text: string) => string;
  /** Columns of the terminal; null where lines are not to be broken. */
  readonly width: number | null;
}

export const PLAIN: TextStyle = { bold: (text) => text, dim: (text) => text, severity: (_, text) => text, width: null };

/** Lines of evidence shown of one finding. */
const EVIDENCE_LINES = 5;
const LEAST_WIDTH = 40;

/** The report for a terminal: root causes first, with their lines, consequences and first step; then everything else. */
export function textReport(view: ReportView, style: TextStyle = PLAIN): string {
  const { report } = view;
  const roots = rootCauses(report);
  const parts: string[][] = [[style.bold(verdict(report))]];
  const connectors = report.connectors.map((connector) => connectorLine(connector));
  if (connectors.length > 0) parts.push(connectors.flatMap((line) => wrap(line, style, 0, 2)));
  if (roots.length === 0) parts.push([noCause(report)]);
  for (const [index, root] of roots.entries()) parts.push(rootPart(root, index + 1, view, style));
  const others = otherFindings(report);
  if (others.length > 0) {
    parts.push([style.bold('Other findings'), ...others.flatMap((finding) => findingLines(finding, 2, style))]);
  }
  parts.push(...missingPart(view, style));
  const notes = noteLines(view, style);
  if (notes.length > 0) parts.push([style.bold('Notes'), ...notes]);
  parts.push([`${plural(report.passed.length, 'check')} passed.`]);
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function connectorLine(connector: ReportView['report']['connectors'][number]): string {
  const { id, name, version, host, state, component } = connector;
  const details = [
    ...(id === null ? [] : [`id ${id}`]),
    ...(version === null ? [] : [`version ${version}`]),
    ...(host === null ? [] : [`host ${host}`]),
    ...(state === undefined ? [] : [`last state ${state}`]),
  ];
  return escapeTerminal(`Connector ${name ?? host ?? component}: ${details.join(', ')}`);
}

function rootPart(root: ReportFinding, number: number, view: ReportView, style: TextStyle): string[] {
  const { rule, runbook, step } = guidance(root, view.catalogue);
  const heading = `Root cause ${String(number)}: ${root.severity}: ${escapeTerminal(rule?.title ?? root.ruleId)}`;
  const facts = [root.ruleId, placeText(root), occurrence(root), confidenceText(root)].filter((text) => text !== '');
  const out = [
    style.severity(root.severity, style.bold(heading)),
    ...wrap(escapeTerminal(root.message), style, 2),
    ...wrap(escapeTerminal(facts.join(' · ')), style, 2).map((line) => style.dim(line)),
    ...evidenceLines(root, style),
  ];
  const effects = consequences(root.id, view.report);
  if (effects.length > 0) {
    out.push('  Leads to:');
    for (const { finding, depth } of effects) out.push(...findingLines(finding, 2 + 2 * depth, style));
  }
  if (rule !== null) out.push(...wrap(`Do next: ${escapeTerminal(rule.doNext)}`, style, 2));
  if (runbook !== null) {
    const at = step === null ? '' : `, step ${step.id}`;
    out.push(...wrap(`Runbook: ${runbook.id}${at} (zpa-triage explain ${runbook.id})`, style, 2));
  }
  for (const command of step?.commands?.slice(0, 2) ?? []) {
    const warning = command.effect === 'read-only' ? '' : `   [${command.effect.replace(/-/gu, ' ')}]`;
    out.push(`    ${escapeTerminal(fillCommand(command.run, view.values))}${warning}`);
  }
  return out;
}

function evidenceLines(finding: ReportFinding, style: TextStyle): string[] {
  const shown = finding.evidence.slice(0, EVIDENCE_LINES);
  const lines = shown.map((evidence) => {
    const place = placeText(evidence);
    const note = evidence.note === undefined ? '' : `  (${evidence.note})`;
    return cut(`    ${escapeTerminal(`${place}  ${quoted(evidence, style)}${note}`)}`, style);
  });
  const more = Math.max(finding.count, finding.evidence.length) - shown.length;
  if (more > 0) lines.push(`    … and ${String(more)} more`);
  return lines.map((line) => style.dim(line));
}

/** On a terminal the line from the place on: its front (time, host, process) would take the room that the point needs. */
function quoted({ text, column }: ReportEvidence, { width }: TextStyle): string {
  const isWhole = width === null || column === 1 || column > text.length || text.startsWith('…');
  return isWhole ? text : `…${text.slice(column - 1)}`;
}

function findingLines(finding: ReportFinding, indent: number, style: TextStyle): string[] {
  const [first = '', ...more] = wrap(
    escapeTerminal(`${finding.severity}: ${finding.message} [${finding.ruleId}, ${placeText(finding)}]`),
    style,
    indent,
    2,
  );
  const lead = ' '.repeat(indent);
  const dressed = first.startsWith(lead + finding.severity)
    ? lead + style.severity(finding.severity, finding.severity) + first.slice(indent + finding.severity.length)
    : first;
  return [dressed, ...more];
}

function missingPart(view: ReportView, style: TextStyle): string[][] {
  const groups = missingEvidence(view.report);
  if (groups.length === 0) return [];
  const lines = groups.flatMap((group) => [
    ...wrap(escapeTerminal(missingText(group)), style, 2, 2),
    ...(group.command === '' ? [] : [`    ${escapeTerminal(fillCommand(group.command, view.values))}`]),
  ]);
  return [[style.bold('Could not be judged for want of:'), ...lines]];
}

function noteLines({ report }: ReportView, style: TextStyle): string[] {
  const strangers = report.artifacts.filter((artifact) => artifact.notes.includes(NOT_RECOGNISED));
  const names = strangers.map((artifact) => artifact.path).join(', ');
  return [
    ...report.artifacts.flatMap(({ path, notes }) =>
      notes.filter((note) => note !== NOT_RECOGNISED).map((note) => `${path}: ${note}`),
    ),
    ...(strangers.length === 0 ? [] : [`not recognised, so not judged: ${names} (zpa-triage detect says why)`]),
  ].flatMap((note) => wrap(escapeTerminal(note), style, 2, 2));
}

function confidenceText({ confidence }: ReportFinding): string {
  return confidence === 'high' ? '' : `${confidence} confidence`;
}

/** Breaks a line at blanks so that it fits the terminal; later lines are indented further by `hang`. */
function wrap(text: string, style: TextStyle, indent: number, hang = 0): string[] {
  const lead = ' '.repeat(indent);
  if (style.width === null) return [lead + text];
  const room = Math.max(LEAST_WIDTH, style.width) - indent - hang;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  lines.push(line);
  return lines.map((one, index) => (index === 0 ? lead : lead + ' '.repeat(hang)) + one);
}

function cut(line: string, { width }: TextStyle): string {
  return width === null || line.length <= Math.max(LEAST_WIDTH, width)
    ? line
    : `${line.slice(0, Math.max(LEAST_WIDTH, width) - 1)}…`;
}
