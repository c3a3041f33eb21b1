import type { Catalogue } from '../../engine/catalogue';
import type { PageValues } from '../../engine/pages/runbook-page';
import { fillCommand } from '../../engine/pages/runbook-page';
import type { RunbookData } from '../desk-protocol';

/** A runbook as data for a page of its own, its commands filled with the values; null for an unknown id. */
export function runbookData(catalogue: Catalogue, id: string, values: PageValues): RunbookData | null {
  const runbook = catalogue.runbooks.find((one) => one.id === id);
  if (runbook === undefined) return null;
  return {
    id: runbook.id,
    title: runbook.title,
    when: runbook.when,
    steps: runbook.steps.map((step) => ({
      id: step.id,
      title: step.title,
      text: step.text,
      commands: (step.commands ?? []).map(({ run, effect, note }) => ({
        run: fillCommand(run, values),
        effect,
        note: note ?? null,
      })),
      good: step.good ?? null,
      bad: step.bad ?? null,
      next: step.next ?? null,
    })),
    verify: runbook.verify,
    escalate: runbook.escalate,
    sources: runbook.sources,
    loses: runbook.loses ?? null,
    host: values.host ?? null,
    values,
  };
}
