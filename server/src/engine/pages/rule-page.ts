import type { Catalogue } from '../catalogue';
import type { Example, Rule, Source } from '../match/rule';
import { DEFAULT_THRESHOLDS } from '../match/thresholds';
import { codeBlock } from './markdown';

/** The documentation page of a rule: what it means, why, what to do, evidence, examples. */
export function rulePage(rule: Rule, catalogue: Catalogue): string {
  const runbook = catalogue.runbooks.find((one) => one.id === rule.runbook.id);
  const step = runbook?.steps.find((one) => one.id === rule.runbook.step);
  const parts = [
    `# ${rule.id}`,
    `**${rule.title}** · ${rule.severity}${rule.confidence === undefined ? '' : ` · confidence ${rule.confidence}`}`,
    `## What it means\n\n${rule.means}`,
    `## Why it matters\n\n${rule.matters}`,
    `## What to do\n\n${rule.doNext}`,
  ];
  if (runbook !== undefined) {
    parts.push(
      `Runbook: **${runbook.title}** (\`${runbook.id}\`)${step === undefined ? '' : `, step "${step.title}"`}.`,
    );
  }
  parts.push(evidenceSection(rule));
  const fires = rule.fires[0];
  if (fires !== undefined) parts.push(`## Example that fires\n\n${exampleBlocks(fires.files)}`);
  const silent = rule.silent[0];
  if (silent !== undefined) parts.push(`## Example that stays silent\n\n${exampleBlocks(silent)}`);
  parts.push(
    `## Sources\n\n${[sourceText(rule.source), ...rule.documentation.map((url) => `<${url}>`)].map((line) => `- ${line}`).join('\n')}`,
  );
  return `${parts.join('\n\n')}\n`;
}

/** A statement's source in words. */
export function sourceText(source: Source): string {
  const kinds = { documented: 'Documented', inferred: 'Inferred', illustration: 'Known from an illustration only' };
  return `${kinds[source.kind]}: ${source.from}`;
}

function evidenceSection(rule: Rule): string {
  const lines = rule.needs.map((need) => `- Needs ${need.missing}: \`${need.command}\``);
  for (const link of rule.explains ?? []) lines.push(`- Explains \`${link.rule}\`${within(link.withinSeconds)}`);
  for (const link of rule.absorbs ?? [])
    lines.push(`- Takes \`${link.rule}\`${within(link.withinSeconds)} as its evidence`);
  for (const name of rule.thresholds ?? [])
    lines.push(`- Threshold: \`zpaTriage.thresholds.${name}\` (${String(DEFAULT_THRESHOLDS[name])} by default)`);
  return `## Evidence\n\n${lines.length === 0 ? '- Reads whatever is there.' : lines.join('\n')}`;
}

function within(seconds: number | undefined): string {
  return seconds === undefined ? '' : ` within ${String(seconds)} s`;
}

/** At most this many lines of an example are shown. */
const MAX_LINES = 12;

function exampleBlocks(example: Example): string {
  const files = typeof example === 'string' ? { 'journal.txt': example } : example;
  return Object.entries(files)
    .map(([path, text]) => `\`${path}\`\n\n${codeBlock(shorten(text))}`)
    .join('\n\n');
}

function shorten(text: string): string {
  const lines = text.split('\n');
  const shown = lines.slice(0, MAX_LINES).map((line) => (line.length > 300 ? `${line.slice(0, 300)}…` : line));
  if (lines.length > MAX_LINES + 1) shown.push(`… ${String(lines.length - MAX_LINES)} more lines`);
  return shown.join('\n');
}
