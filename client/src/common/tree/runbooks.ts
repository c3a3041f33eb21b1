/** Rows of "Runbooks": those that the findings ask for first, with how far each has been worked through. */
import type { BundleState } from '../../../../server/src/lsp/bundle-protocol';
import type { RunbookListEntry } from '../../../../server/src/lsp/protocol';
import { count } from '../words';
import type { Row } from './node';

/** Number of ticked steps of a runbook. */
export type Ticked = (runbook: string) => number;

export function runbookRows({ report }: BundleState, all: readonly RunbookListEntry[], ticked: Ticked): readonly Row[] {
  const causes = new Set(report?.summary.rootCauses);
  const wanted = new Map<string, number>();
  for (const { runbook, id } of report?.findings ?? []) {
    wanted.set(runbook, (wanted.get(runbook) ?? 0) + (causes.has(id) ? 1_000 : 1));
  }
  const first = all
    .filter((one) => wanted.has(one.id))
    .sort((a, b) => (wanted.get(b.id) ?? 0) - (wanted.get(a.id) ?? 0));
  const rest = all.filter((one) => !wanted.has(one.id));
  if (first.length === 0) return rest.map((one) => row(one, ticked));
  return [
    ...first.map((one) => row(one, ticked)),
    {
      id: 'all',
      label: 'Other runbooks',
      description: String(rest.length),
      icon: { name: 'library' },
      children: rest.map((one) => row(one, ticked)),
    },
  ];
}

function row({ id, title, when }: RunbookListEntry, ticked: Ticked): Row {
  const done = ticked(id);
  return {
    id: `runbook ${id}`,
    label: title,
    ...(done === 0 ? {} : { description: `${count(done, 'step')} ticked` }),
    icon: done === 0 ? { name: 'book' } : { name: 'book', color: 'testing.iconPassed' },
    kind: 'runbook',
    runbook: id,
    tooltip: [
      { kind: 'heading', value: title },
      { kind: 'field', name: 'When', value: when },
    ],
    command: { name: 'zpaTriage.openRunbook', args: [id, null] },
  };
}
