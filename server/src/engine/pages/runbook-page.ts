import type { Effect, Runbook, RunbookCommand, RunbookStep } from '../catalogue';
import { codeBlock } from './markdown';

/** The bundle's own values for a page: `{host}`, `{broker}`, `{cloud}`, `{connector}`, `{api-host}`. */
export type PageValues = Readonly<Record<string, string>>;

const EFFECTS: Readonly<Record<Effect, string>> = {
  'read-only': 'read-only',
  'changes-the-host': '⚠ changes the host',
  destructive: '⛔ destructive',
};

/** Shown where the bundle does not tell a value: a place to fill in. */
const PLACES: PageValues = {
  host: '<host>',
  broker: '<broker address>',
  cloud: 'prod.zpath.net',
  connector: '<connector name>',
  'api-host': 'api.private.zscaler.com',
};

/** Fills the places of a command; values that could break out of a shell word are left as places. */
export function fillCommand(command: string, values: PageValues): string {
  return command.replace(/\{([a-z-]+)\}/gu, (whole, name: string) => {
    const value = values[name];
    if (value !== undefined && /^[\w.:-]{1,255}$/u.test(value)) return value;
    return PLACES[name] ?? whole;
  });
}

/** One Markdown page: when, steps with commands and answers, verification, escalation, sources. */
export function runbookPage(runbook: Runbook, values: PageValues = {}): string {
  const parts = [`# ${runbook.title}`, `**When:** ${runbook.when}`];
  for (const [index, step] of runbook.steps.entries()) parts.push(stepSection(step, index + 1, values));
  parts.push(`## Verify\n\n${runbook.verify}`, `## If it persists\n\n${runbook.escalate}`);
  if (runbook.loses !== undefined) parts.push(`> **What the destructive steps lose:** ${runbook.loses}`);
  parts.push(`## Sources\n\n${runbook.sources.map((source) => `- ${source}`).join('\n')}`);
  return `${parts.join('\n\n')}\n`;
}

function stepSection(step: RunbookStep, number: number, values: PageValues): string {
  const parts = [`## ${String(number)}. ${step.title}`, step.text];
  for (const command of step.commands ?? []) parts.push(commandBlock(command, values));
  if (step.good !== undefined) parts.push(`**Good answer:** ${step.good}`);
  if (step.bad !== undefined) parts.push(`**Bad answer:** ${step.bad}`);
  if (step.next !== undefined) parts.push(`**Next:** ${step.next}`);
  return parts.join('\n\n');
}

function commandBlock(command: RunbookCommand, values: PageValues): string {
  const note = command.note === undefined ? '' : ` — ${command.note}`;
  return `*${EFFECTS[command.effect]}*${note}\n\n${codeBlock(fillCommand(command.run, values), 'bash')}`;
}
