import { formats } from '../../engine/formats/generated';
import type { Rule } from '../../engine/match/rule';
import { catalogue } from '../../knowledge/generated/catalogue';
import type { Arguments } from '../args';
import { print } from '../terminal';
import { VERSION } from '../tool';
import { UsageError } from '../usage-error';

/** Prints the whole catalogue: as JSON everything that is known, as text one line a rule. Gives the exit status. */
export async function rulesCommand({ format, paths }: Arguments): Promise<number> {
  if (paths.length > 0) throw new UsageError('rules takes no path; explain ID tells of one rule');
  await print(format === 'json' ? catalogueJson() : ruleList());
  return 0;
}

function catalogueJson(): string {
  const { rules, fields, constants, runbooks } = catalogue;
  const whole = {
    schemaVersion: 1,
    tool: { name: 'zpa-triage', version: VERSION },
    rules: rules.map(ruleJson),
    formats: formats.map(({ id, title, language }) => ({ id, title, language })),
    fields,
    constants,
    runbooks,
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

function ruleJson(rule: Rule): Readonly<Record<string, unknown>> {
  const { id, title, severity, means, matters, doNext, needs, runbook, documentation, source } = rule;
  return {
    id,
    aliases: rule.aliases ?? [],
    category: id.split('/')[0],
    title,
    severity,
    confidence: rule.confidence ?? 'high',
    means,
    matters,
    doNext,
    needs,
    explains: (rule.explains ?? []).map((link) => link.rule),
    thresholds: rule.thresholds ?? [],
    runbook,
    documentation,
    source,
  };
}

function ruleList(): string {
  const width = Math.max(0, ...catalogue.rules.map((rule) => rule.id.length));
  const lines = catalogue.rules.map((rule) => `${rule.id.padEnd(width)}  ${rule.severity.padEnd(7)}  ${rule.title}`);
  return `${lines.join('\n')}\n`;
}
