/** Rows of "Root causes": each unfolds into its evidence, its consequences, its runbook and what is missing. */
import type { BundleState, Report, ReportEvidence, ReportFinding } from '../../../../server/src/lsp/bundle-protocol';
import { baseName, count } from '../words';
import { missingParts } from './checks';
import type { Row, TooltipPart } from './node';
import { goTo, severityIcon } from './node';

/** So many lines of evidence at once: what follows below them is to be in sight. */
const EVIDENCE_SHOWN = 3;

/** Titles of runbooks by id; unknown ones show their id. */
export type RunbookTitles = ReadonlyMap<string, string>;

export function findingRows({ report, deeper }: BundleState, titles: RunbookTitles): readonly Row[] {
  if (report === null) return [];
  const known: Known = { report, deeper, titles };
  const byId = new Map(report.findings.map((one) => [one.id, one]));
  const causes = report.summary.rootCauses.flatMap((id) => byId.get(id) ?? []);
  const shown = new Set(report.summary.rootCauses);
  const others = report.findings.filter((one) => !shown.has(one.id) && !hasKnownCause(one, byId));
  const rows = causes.map((one, index) => findingRow(one, known, { rank: index + 1, open: index === 0 }));
  if (others.length === 0) return rows;
  const sorted = [...others].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
  return [
    ...rows,
    {
      id: 'others',
      label: causes.length === 0 ? 'Findings' : 'Other findings',
      description: String(others.length),
      icon: { name: 'list-unordered' },
      open: causes.length === 0,
      spoken: `${count(others.length, 'finding')} that no root cause explains`,
      children: sorted.map((one) => findingRow(one, known, { rank: null, open: false })),
    },
  ];
}

const RANK = { error: 0, warning: 1, info: 2, hint: 3 } as const;

function hasKnownCause({ causedBy }: ReportFinding, byId: ReadonlyMap<string, ReportFinding>): boolean {
  return causedBy !== null && byId.has(causedBy);
}

interface Known {
  readonly report: Report;
  readonly deeper: BundleState['deeper'];
  readonly titles: RunbookTitles;
}

interface How {
  readonly rank: number | null;
  readonly open: boolean;
  /** Ids above it: causes are no tree by construction, rows must be. */
  readonly above?: readonly string[];
}

function findingRow(finding: ReportFinding, known: Known, how: How): Row {
  const { id, severity, message, line, path, ruleId } = finding;
  const above = [...(how.above ?? []), id];
  const prefix = above.join(' > ');
  const where = `${baseName(path)}:${String(line)}`;
  const times = finding.count > 1 ? ` ×${finding.count.toLocaleString('en')}` : '';
  return {
    id: prefix,
    label: how.rank === null ? message : `${String(how.rank)}. ${message}`,
    description: `${where}${times}`,
    icon: severityIcon(severity),
    tooltip: findingTooltip(finding),
    open: how.open,
    kind: 'finding',
    findingId: id,
    runbook: finding.runbook,
    spoken: `${severity}${finding.rootCause ? ', root cause' : ''}: ${message} Rule ${ruleId}, ${where}`,
    ...goTo(finding),
    children: [
      ...evidenceRows(finding, prefix),
      ...consequenceRows(finding, known, above),
      runbookRow(finding, known.titles, prefix),
      ...missingRows(finding, known, prefix),
    ],
  };
}

function findingTooltip(finding: ReportFinding): readonly TooltipPart[] {
  const { firstTime, lastTime } = finding;
  const time =
    firstTime === null ? null : lastTime === null || lastTime === firstTime ? firstTime : `${firstTime} to ${lastTime}`;
  return [
    { kind: 'text', value: finding.message },
    { kind: 'field', name: 'Rule', value: finding.ruleId },
    { kind: 'field', name: 'Confidence', value: finding.confidence },
    { kind: 'field', name: 'Where', value: `${finding.path}, line ${String(finding.line)}` },
    ...(time === null ? [] : [{ kind: 'field', name: 'When', value: time.replace(/T/gu, ' ') } as const]),
    ...(finding.count > 1 ? [{ kind: 'field', name: 'Times', value: String(finding.count) } as const] : []),
  ];
}

function evidenceRows({ evidence }: ReportFinding, prefix: string): readonly Row[] {
  const rows = evidence
    .slice(0, EVIDENCE_SHOWN)
    .map((one, index) => evidenceRow(one, `${prefix} evidence ${String(index)}`));
  const more = evidence.length - rows.length;
  if (more <= 0) return rows;
  return [
    ...rows,
    {
      id: `${prefix} evidence rest`,
      label: count(more, 'more line'),
      icon: { name: 'ellipsis' },
      children: evidence
        .slice(EVIDENCE_SHOWN)
        .map((one, index) => evidenceRow(one, `${prefix} evidence ${String(index + EVIDENCE_SHOWN)}`)),
    },
  ];
}

function evidenceRow(evidence: ReportEvidence, id: string): Row {
  const where = `${baseName(evidence.path)}:${String(evidence.line)}`;
  return {
    id,
    label: where,
    description: messageOf(evidence.text),
    icon: { name: 'output' },
    kind: 'evidence',
    copy: `${evidence.path}:${String(evidence.line)}: ${evidence.text}`,
    tooltip: [
      { kind: 'field', name: 'Evidence', value: `${evidence.path}, line ${String(evidence.line)}` },
      { kind: 'code', value: evidence.text },
      ...(evidence.note === undefined ? [] : [{ kind: 'text', value: evidence.note } as const]),
    ],
    spoken: `evidence, ${where}: ${evidence.text.slice(0, 200)}`,
    ...goTo(evidence),
  };
}

/** A journal line without its date, host and process, which are the same for all: the room of a row is small. */
function messageOf(text: string): string {
  const match =
    /^(?:[A-Z][a-z]{2} [ \d]\d (\d\d:\d\d:\d\d)|\d{4}-\d\d-\d\dT(\d\d:\d\d:\d\d)\S{0,12}) \S{1,80} [\w.@/-]{1,60}(?:\[\d{1,10}\])?: (.*)$/u.exec(
      text,
    );
  if (match === null) return text.trim();
  return `${match[1] ?? match[2] ?? ''} ${match[3] ?? ''}`;
}

function consequenceRows({ id }: ReportFinding, known: Known, above: readonly string[]): readonly Row[] {
  const consequences = known.report.findings.filter((one) => one.causedBy === id && !above.includes(one.id));
  if (consequences.length === 0) return [];
  return [
    {
      id: `${above.join(' > ')} consequences`,
      label: 'Consequences',
      description: String(consequences.length),
      icon: { name: 'type-hierarchy-sub' },
      spoken: count(consequences.length, 'consequence'),
      children: consequences.map((one) => findingRow(one, known, { rank: null, open: false, above })),
    },
  ];
}

function runbookRow({ runbook, id }: ReportFinding, titles: RunbookTitles, prefix: string): Row {
  return {
    id: `${prefix} runbook`,
    label: 'Runbook',
    description: titles.get(runbook) ?? runbook,
    icon: { name: 'book' },
    kind: 'runbook',
    runbook,
    command: { name: 'zpaTriage.openRunbook', args: [runbook, null, id] },
  };
}

/** Checks that could not be judged and would explain the cause in turn; where no rule does, those of the same field. */
function missingRows({ ruleId, rootCause }: ReportFinding, { report, deeper }: Known, prefix: string): readonly Row[] {
  if (!rootCause) return [];
  const explaining = report.notEvaluable.filter((one) => deeper[ruleId]?.includes(one.ruleId) === true);
  const category = ruleId.slice(0, ruleId.indexOf('/') + 1);
  const checks =
    explaining.length > 0 ? explaining : report.notEvaluable.filter((one) => one.ruleId.startsWith(category));
  if (checks.length === 0) return [];
  const byText = new Map<string, string[]>();
  for (const { missing, ruleId: rule } of checks) byText.set(missing, [...(byText.get(missing) ?? []), rule]);
  return [
    {
      id: `${prefix} missing`,
      label: 'Missing evidence',
      description: String(byText.size),
      icon: { name: 'question' },
      children: [...byText].map(([text, rules]) => missingRow(text, rules, prefix)),
    },
  ];
}

function missingRow(text: string, rules: readonly string[], prefix: string): Row {
  const { missing, command } = missingParts(text);
  return {
    id: `${prefix} missing ${text}`,
    label: missing,
    description: rules.join(', '),
    icon: { name: 'circle-outline' },
    ...(command === '' ? {} : { kind: 'command', copy: command }),
    tooltip: [
      { kind: 'text', value: `${missing} would let ${rules.join(', ')} be judged.` },
      ...(command === ''
        ? []
        : [{ kind: 'text', value: 'Collect it with:' } as const, { kind: 'code', value: command } as const]),
    ],
  };
}
