import { escapeMarkdown, inlineCode } from '../pages/markdown';
import type { Comparison, FindingChange } from './compare';

/** A comparison of two bundles as a page. `before` and `after` name them for people. */
export function comparisonMarkdown(comparison: Comparison, before: string, after: string): string {
  const { gone, changed, connectors, configuration, rates } = comparison;
  const parts = [
    table(
      'New findings',
      ['Severity', 'Finding', 'Rule', 'Times'],
      comparison.new.map((one) => findingCells(one, String(one.newCount))),
    ),
    table(
      'Findings that are gone',
      ['Severity', 'Finding', 'Rule', 'Times'],
      gone.map((one) => findingCells(one, String(one.oldCount))),
    ),
    table(
      'Findings in both, seen more or less often',
      ['Severity', 'Finding', 'Rule', 'Before', 'After'],
      changed.map((one) => findingCells(one, String(one.oldCount), String(one.newCount))),
    ),
    table(
      'Connectors',
      ['Connector', 'What', 'Before', 'After'],
      connectors.map((one) => [cell(one.connector), cell(one.what), cell(one.old ?? 'none'), cell(one.new ?? 'none')]),
    ),
    table(
      'Configuration',
      ['What', 'Before', 'After'],
      configuration.map((one) => [cell(one.what), cell(one.old), cell(one.new)]),
    ),
    table(
      'Counters whose rate doubled or halved, per hour',
      ['Connector', 'Counter', 'Before', 'After'],
      rates.map((one) => [
        cell(one.connector),
        inlineCode(one.counter),
        String(one.oldPerHour),
        String(one.newPerHour),
      ]),
    ),
  ].filter((text) => text !== '');
  return [
    '# Comparison of two bundles',
    `Before: ${escapeMarkdown(before)}  \nAfter: ${escapeMarkdown(after)}`,
    ...(parts.length === 0 ? ['No difference in findings, connectors, configuration and rates of counters.'] : parts),
    '',
  ].join('\n\n');
}

function table(title: string, heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [`## ${title}`, '', line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

function findingCells({ severity, message, ruleId }: FindingChange, ...counts: readonly string[]): readonly string[] {
  return [severity, cell(message), inlineCode(ruleId), ...counts];
}

/** A text of the log in a table: neither Markdown nor the end of its cell. */
function cell(text: string): string {
  return escapeMarkdown(text.replace(/\s+/gu, ' '));
}
