/** Rows of "Runbooks": those that the findings ask for first, with how far each has been worked through. */
import type { BundleState } from '../../../../server/src/lsp/bundle-protocol';
import type { RunbookListEntry } from '../../../../server/src/lsp/protocol';
import { count } from '../words';
import type { Row } from './node';

/** Number of ticked steps of a runbook. */
export type Ticked = (runbook: string) => number;

export function runbookRows({ report }: BundleState, all: readonly RunbookListEntry[], ticked: Ticked): readonly Row[] {
  const wanted = wantedRunbooks(report);
  const first = all
    .filter((one) => wanted.includes(one.id))
    .sort((a, b) => wanted.indexOf(a.id) - wanted.indexOf(b.id));
  const rest = all.filter((one) => !wanted.includes(one.id));
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

/** Ids: those of the root causes by rank, then those that most findings ask for. */
function wantedRunbooks(report: BundleState['report']): readonly string[] {
  const { findings = [], summary } = report ?? {};
  const ofCauses = (summary?.rootCauses ?? []).flatMap((id) => findings.find((one) => one.id === id)?.runbook ?? []);
  const counts = new Map<string, number>();
  for (const { runbook } of findings) counts.set(runbook, (counts.get(runbook) ?? 0) + 1);
  const byCount = [...counts].sort(([, a], [, b]) => b - a).map(([id]) => id);
  return [...new Set([...ofCauses, ...byCount])];
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
