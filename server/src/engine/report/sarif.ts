import type { Rule, Severity } from '../match/rule';
import type { ReportEvidence, ReportFinding } from './model';
import type { ReportView } from './view';

type Json = Readonly<Record<string, unknown>>;

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };
const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/** The report as a SARIF 2.1.0 log: one run, its rules with help, one result a finding, evidence as related locations. */
export function sarifReport({ report, catalogue }: ReportView): string {
  const ids = [...new Set(report.findings.map((finding) => finding.ruleId))].sort();
  const rules = ids.map((id): Json => {
    const rule = catalogue.rules.find((one) => one.id === id);
    if (rule === undefined) return { id };
    return {
      id,
      name: pascalCase(id),
      shortDescription: { text: `${rule.title}.` },
      fullDescription: { text: rule.means },
      help: helpOf(rule),
      ...(rule.documentation[0] === undefined ? {} : { helpUri: rule.documentation[0] }),
      defaultConfiguration: { level: LEVELS[rule.severity] },
      properties: { tags: [id.split('/')[0] ?? ''], runbook: rule.runbook.id },
    };
  });
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: report.tool.name, semanticVersion: report.tool.version, rules } },
        columnKind: 'utf16CodeUnits',
        artifacts: report.artifacts.map((artifact) => ({
          location: { uri: sarifUri(artifact.path) },
          length: artifact.bytes,
        })),
        results: report.findings.map((finding) => result(finding, ids.indexOf(finding.ruleId))),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** Without the rule page's examples, which look like log lines and keys of the bundle. */
function helpOf(rule: Rule): Json {
  const { means, matters, doNext, runbook, documentation } = rule;
  const more = documentation.map((url) => `- <${url}>`).join('\n');
  return {
    text: `${means} ${matters} ${doNext} Runbook: ${runbook.id}.`,
    markdown:
      `${means}\n\n**Why it matters:** ${matters}\n\n**What to do:** ${doNext}\n\nRunbook: \`${runbook.id}\`\n\n${more}`.trim(),
  };
}

function result(finding: ReportFinding, ruleIndex: number): Json {
  const { id, rootCause, causedBy, confidence, runbook, firstTime, lastTime } = finding;
  return {
    ruleId: finding.ruleId,
    ruleIndex,
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [{ physicalLocation: location(finding, null) }],
    relatedLocations: finding.evidence.map((evidence, index) => ({
      id: index,
      physicalLocation: location(evidence, evidence.text),
      message: { text: evidence.note ?? 'Evidence' },
    })),
    occurrenceCount: finding.count,
    partialFingerprints: { 'zpaTriageFinding/v1': id },
    properties: { id, rootCause, causedBy, confidence, runbook, firstTime, lastTime },
  };
}

type Region = Pick<ReportEvidence, 'path' | 'line' | 'column' | 'endLine' | 'endColumn'>;

/** A region's snippet is what it spans; the line around a part of it is its context. */
function location({ path, line, column, endLine, endColumn }: Region, text: string | null): Json {
  const region = { startLine: line, startColumn: column, endLine, endColumn };
  const isWhole = column === 1 && endColumn === (text ?? '').length + 1;
  return {
    artifactLocation: { uri: sarifUri(path) },
    region: text !== null && isWhole && text !== '' ? { ...region, snippet: { text } } : region,
    ...(text === null || isWhole || text === '' ? {} : { contextRegion: { startLine: line, snippet: { text } } }),
  };
}

/** A path as a relative URI reference: every part encoded, so that none can be a scheme or a query. */
export function sarifUri(path: string): string {
  return path
    .split('/')
    .map((part) => encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd')))
    .join('/');
}

function pascalCase(id: string): string {
  return id
    .split(/[/-]/u)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
}
