import { compareBundles } from '../../engine/report/compare';
import type { Comparison, FindingChange } from '../../engine/report/compare';
import { escapeTerminal } from '../../engine/report/escape-terminal';
import type { Arguments } from '../args';
import { isFailing, judge } from '../judge';
import { deliver, guardInputs } from '../terminal';
import { UsageError } from '../usage-error';

/** Compares two bundles. Gives the exit status: 1 where something new is at or above `--fail-on`. */
export async function diffCommand(args: Arguments): Promise<number> {
  const [before, after, ...more] = args.paths;
  if (before === undefined || after === undefined || more.length > 0) {
    throw new UsageError('diff takes two paths: zpa-triage diff OLD NEW');
  }
  if (before === '-' && after === '-') throw new UsageError('standard input can be one side of diff, not both');
  guardInputs(args.output, args.paths);
  const old = await judge([before], { ...args, since: args.oldSince, until: args.oldUntil }, true);
  const now = await judge([after], args, true);
  const nothing = [old, now].findIndex(({ report }) => report.artifacts.length === 0);
  if (nothing >= 0) throw new UsageError(`${nothing === 0 ? before : after}: nothing to compare with`);
  const comparison = compareBundles(old, now, now.view.catalogue);
  await deliver(
    args.format === 'json' ? `${JSON.stringify(comparison, null, 2)}\n` : comparisonText(comparison),
    args.output,
  );
  if (old.failed || now.failed) return 2;
  return isFailing(
    comparison.new.map((change) => change.severity),
    args,
  )
    ? 1
    : 0;
}

function comparisonText(comparison: Comparison): string {
  const { gone, changed, connectors, configuration, rates } = comparison;
  const parts = [
    part(
      'New findings',
      comparison.new.map((one) => findingText(one, times(one.newCount))),
    ),
    part(
      'Findings that are gone',
      gone.map((one) => findingText(one, times(one.oldCount))),
    ),
    part(
      'Findings in both, seen more or less often',
      changed.map((one) => findingText(one, `${String(one.oldCount)} -> ${String(one.newCount)}`)),
    ),
    part(
      'Connectors',
      connectors.map((one) => `${one.connector}: ${one.what}: ${one.old ?? 'none'} -> ${one.new ?? 'none'}`),
    ),
    part(
      'Configuration',
      configuration.map((one) => `${one.what}: ${one.old} -> ${one.new}`),
    ),
    part(
      'Counters whose rate doubled or halved, per hour',
      rates.map((one) => `${one.connector}: ${one.counter}: ${String(one.oldPerHour)} -> ${String(one.newPerHour)}`),
    ),
  ].filter((text) => text !== '');
  return parts.length === 0 ? 'No difference.\n' : parts.join('\n');
}

function part(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${title}:\n${lines.map((line) => `  ${escapeTerminal(line)}\n`).join('')}`;
}

function findingText({ severity, message, ruleId }: FindingChange, count: string): string {
  return `${severity}: ${message} [${ruleId}, ${count}]`;
}

function times(count: number): string {
  return count === 1 ? 'once' : `${String(count)} times`;
}
