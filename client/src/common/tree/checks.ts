/** Rows of "Checks": what passed, and what could not be judged, with the command that collects what is missing. */
import type { BundleState } from '../../../../server/src/lsp/bundle-protocol';
import { count } from '../words';
import type { Row } from './node';

const COLLECT = '; collect it with: ';

/** The two parts of the report's `missing`: what is missing, and the command that collects it (empty when none). */
export function missingParts(text: string): { readonly missing: string; readonly command: string } {
  const at = text.indexOf(COLLECT);
  return at < 0
    ? { missing: text, command: '' }
    : { missing: text.slice(0, at), command: text.slice(at + COLLECT.length) };
}

export function checkRows({ report }: BundleState): readonly Row[] {
  if (report === null) return [];
  const { notEvaluable, passed } = report;
  return [
    group(
      'notEvaluable',
      'Could not be judged',
      'question',
      notEvaluable.map(({ ruleId, missing: text }) => notEvaluableRow(ruleId, text)),
      `${count(notEvaluable.length, 'check')} that could not be judged`,
    ),
    group(
      'passed',
      'Passed',
      'pass',
      passed.map(({ ruleId }) => ({
        id: `passed ${ruleId}`,
        label: ruleId,
        icon: { name: 'pass', color: 'testing.iconPassed' },
        tooltip: [{ kind: 'text', value: 'The evidence is there, and the rule found nothing.' }],
        command: { name: 'zpaTriage.explain', args: [ruleId] },
        spoken: `passed: ${ruleId}`,
      })),
      `${count(passed.length, 'check')} passed`,
    ),
  ];
}

function group(id: string, label: string, icon: string, children: readonly Row[], spoken: string): Row {
  return { id, label, description: String(children.length), icon: { name: icon }, children, spoken };
}

function notEvaluableRow(ruleId: string, text: string): Row {
  const { missing, command } = missingParts(text);
  return {
    id: `notEvaluable ${ruleId}`,
    label: ruleId,
    description: `needs ${missing}`,
    icon: { name: 'circle-slash', color: 'descriptionForeground' },
    ...(command === '' ? {} : { kind: 'command', copy: command }),
    tooltip: [
      { kind: 'field', name: 'Needs', value: missing },
      ...(command === ''
        ? []
        : [{ kind: 'text', value: 'Collect it with:' } as const, { kind: 'code', value: command } as const]),
    ],
    command: { name: 'zpaTriage.explain', args: [ruleId] },
    spoken: `not judged: ${ruleId}, needs ${missing}`,
  };
}
