import type { RunbookCommand } from '../catalogue';
import { fillCommand } from '../pages/runbook-page';
import type { ReportConnector, ReportFinding } from './model';
import { sarifUri } from './sarif';
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

/** A piece of a line. Plain strings are text; nothing of it is markup. */
export type Inline =
  | string
  | { readonly code: string }
  | { readonly strong: string }
  | { readonly place: string; readonly uri: string };

/** A part of the report for a case, before it is Markdown or HTML. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'code'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    };

/** Root causes told in full; further ones are told in short. */
const FULL_CAUSES = 3;
/** Lines of evidence of one finding. */
const MAX_EVIDENCE = 8;
const MAX_TIMELINE = 60;
const SECONDS_A_DAY = 86_400;

/** The report that goes into a support case: who, what, why, proof, remedy, check, what is missing. */
export function caseDocument(view: ReportView): readonly Block[] {
  const { report } = view;
  const roots = rootCauses(report);
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: 'App Connector Troubleshooting Report' },
    ...overview(view, roots),
  ];
  if (roots.length === 0) blocks.push(heading('Diagnosis'), paragraph(noCause(report)));
  for (const [index, root] of roots.entries()) blocks.push(...diagnosis(root, index, view));
  blocks.push(...timeline(view), ...others(view), ...remaining(view), ...material(view));
  return blocks;
}

function overview({ report }: ReportView, roots: readonly ReportFinding[]): Block[] {
  const [first] = roots;
  const items: Inline[][] = report.connectors.map((connector) => connectorItem(connector));
  if (items.length === 0) items.push([{ strong: 'Affected connector: ' }, 'not named in the material']);
  items.push([{ strong: 'Symptom: ' }, first?.message ?? 'no error or warning was found']);
  const states = report.connectors.flatMap(({ state }) => (state === undefined ? [] : [state]));
  if (states.length > 0) items.push([{ strong: 'Status: ' }, [...new Set(states)].join(', ')]);
  items.push([{ strong: 'Result: ' }, verdict(report)]);
  return [list(items)];
}

function connectorItem(connector: ReportConnector): Inline[] {
  const { name, id, host, version, state, uptimeSeconds, certificateSecondsLeft, broker, lastSeen } = connector;
  const details = [
    ...(id === null ? [] : [`ID ${id}`]),
    ...(version === null ? [] : [`version ${version}`]),
    ...(host === null ? [] : [`host ${host}`]),
    ...(state === undefined ? [] : [`control connection ${state}`]),
    ...(broker === undefined ? [] : [`broker ${broker}`]),
    ...(uptimeSeconds === undefined ? [] : [`up for ${days(uptimeSeconds)}`]),
    ...(certificateSecondsLeft === undefined ? [] : [`certificate valid for ${days(certificateSecondsLeft)}`]),
    ...(lastSeen === undefined ? [] : [`last line ${lastSeen}`]),
  ];
  return [{ strong: 'Affected connector: ' }, `${name ?? host ?? connector.component} (${details.join(', ')})`];
}

function days(seconds: number): string {
  const whole = Math.floor(seconds / SECONDS_A_DAY);
  return whole >= 1 ? plural(whole, 'day') : plural(Math.floor(seconds / 3600), 'hour');
}

function diagnosis(root: ReportFinding, index: number, view: ReportView): Block[] {
  const { rule, runbook, step } = guidance(root, view.catalogue);
  const blocks: Block[] = [
    heading(`Diagnosis ${String(index + 1)}: ${rule?.title ?? root.ruleId}`),
    paragraph({ strong: `${root.severity}: ` }, root.message),
    paragraph(
      { code: root.ruleId },
      ` · ${root.confidence} confidence`,
      occurrence(root) === '' ? '' : ` · ${occurrence(root)}`,
    ),
  ];
  if (rule !== null) blocks.push(paragraph(rule.means), paragraph({ strong: 'Why it matters: ' }, rule.matters));
  blocks.push(sub('Evidence'), evidence(root));
  const effects = consequences(root.id, view.report);
  if (effects.length > 0) {
    blocks.push(
      sub('What follows from it'),
      list(
        effects.map(({ finding }) => [{ strong: `${finding.severity}: ` }, finding.message, ' (', place(finding), ')']),
      ),
    );
  }
  blocks.push(sub('Remediation'));
  if (rule !== null) blocks.push(paragraph(rule.doNext));
  if (runbook === null) return blocks;
  if (index >= FULL_CAUSES) {
    blocks.push(paragraph('Runbook: ', { code: runbook.id }, step === null ? '' : `, step ${step.title}`));
    return blocks;
  }
  blocks.push(paragraph('Runbook ', { code: runbook.id }, `: ${runbook.title}.`));
  for (const [number, one] of runbook.steps.entries()) {
    blocks.push(paragraph({ strong: `${String(number + 1)}. ${one.title}. ` }, one.text));
    for (const command of one.commands ?? []) blocks.push(...commandBlocks(command, view));
    if (one.good !== undefined) blocks.push(paragraph('Good: ', one.good));
    if (one.bad !== undefined) blocks.push(paragraph('Bad: ', one.bad));
  }
  if (runbook.loses !== undefined) {
    blocks.push(paragraph({ strong: 'What the destructive steps lose: ' }, runbook.loses));
  }
  blocks.push(sub('Verification'), paragraph(runbook.verify), sub('If it persists'), paragraph(runbook.escalate));
  return blocks;
}

function commandBlocks(command: RunbookCommand, view: ReportView): Block[] {
  const effect = command.effect === 'read-only' ? [] : [`This ${effectText(command.effect)}.`];
  const notes = [...effect, ...(command.note === undefined ? [] : [command.note])];
  return [
    ...(notes.length === 0 ? [] : [paragraph(notes.join(' '))]),
    { kind: 'code', text: fillCommand(command.run, view.values) },
  ];
}

function effectText(effect: RunbookCommand['effect']): string {
  return effect === 'destructive' ? 'command destroys data' : 'command changes the host';
}

function evidence(finding: ReportFinding): Block {
  const left = finding.evidence.length - MAX_EVIDENCE;
  return list([
    ...finding.evidence
      .slice(0, MAX_EVIDENCE)
      .map((one): Inline[] => [
        place(one),
        ' ',
        { code: one.text },
        ...(one.note === undefined ? [] : [` (${one.note})`]),
      ]),
    ...(left > 0 ? [[`and ${plural(left, 'further line')}, the last of them `, lastPlace(finding)]] : []),
  ]);
}

function lastPlace(finding: ReportFinding): Inline {
  return place(finding.evidence[finding.evidence.length - 1] ?? finding);
}

function timeline({ report }: ReportView): Block[] {
  const dated = report.findings
    .filter((finding) => finding.firstTime !== null)
    .sort((a, b) =>
      (a.firstTime ?? '') < (b.firstTime ?? '') ? -1 : (a.firstTime ?? '') > (b.firstTime ?? '') ? 1 : 0,
    );
  if (dated.length === 0) return [];
  const rows = dated
    .slice(0, MAX_TIMELINE)
    .map((finding) => [[occurrence(finding)], [finding.severity], [finding.message], [place(finding)]]);
  const left = dated.length - rows.length;
  return [
    heading('Timeline'),
    { kind: 'table', head: ['Time (clock of the log)', 'Severity', 'What happened', 'Where'], rows },
    ...(left > 0 ? [paragraph(`${plural(left, 'later finding')} left out.`)] : []),
  ];
}

function others({ report }: ReportView): Block[] {
  const findings = otherFindings(report);
  if (findings.length === 0) return [];
  const items = findings.map((finding): Inline[] => [
    { strong: `${finding.severity}: ` },
    finding.message,
    ' (',
    { code: finding.ruleId },
    ', ',
    place(finding),
    ')',
  ]);
  return [heading('Other findings'), list(items)];
}

function remaining(view: ReportView): Block[] {
  const groups = missingEvidence(view.report);
  const passed = paragraph(`${plural(view.report.passed.length, 'check')} had their evidence and found nothing.`);
  if (groups.length === 0)
    return [heading('What could not be judged'), paragraph('Every check had its evidence.'), passed];
  const items = groups.map((group): Inline[] => [
    missingText(group),
    ...(group.command === '' ? [] : [': ', { code: fillCommand(group.command, view.values) }]),
  ]);
  return [heading('What could not be judged'), paragraph('These would tell more:'), list(items), passed];
}

function material({ report }: ReportView): Block[] {
  const rows = report.artifacts.map((artifact): Inline[][] => [
    [{ code: artifact.path }],
    [artifact.format ?? 'not recognised'],
    [String(artifact.lines)],
    [artifact.timeRange === null ? '' : `${artifact.timeRange.start} to ${artifact.timeRange.end}`],
    [artifact.notes.join('; ')],
  ]);
  return [
    heading('Material'),
    { kind: 'table', head: ['File', 'What it is', 'Lines', 'Time', 'Notes'], rows },
    paragraph(`Made by ${report.tool.name} ${report.tool.version} from the files alone; secrets are masked.`),
  ];
}

function heading(text: string): Block {
  return { kind: 'heading', level: 2, text };
}

function sub(text: string): Block {
  return { kind: 'heading', level: 3, text };
}

function paragraph(...content: readonly Inline[]): Block {
  return { kind: 'paragraph', content };
}

function list(items: readonly (readonly Inline[])[]): Block {
  return { kind: 'list', ordered: false, items };
}

/** A link to the line; a member of an archive has no address. */
function place(at: { readonly path: string; readonly line: number }): Inline {
  if (at.path.includes('!/') || at.path === '-') return { code: placeText(at) };
  return { place: placeText(at), uri: `${sarifUri(at.path)}#L${String(at.line)}` };
}
