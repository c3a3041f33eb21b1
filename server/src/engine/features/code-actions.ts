import type { RunbookCommand } from '../catalogue';
import { fillCommand } from '../pages/runbook-page';
import type { DiagnosticData } from './diagnostics';
import type { DocumentModel } from './document-model';
import { fixAllText, textFixes } from './format-fixes';
import { bundleValues } from './page-values';
import type { TextEdit } from './text-fixes';

/** An action as plain data: edits of this document, or one of our commands with its arguments. */
export interface DocumentAction {
  readonly title: string;
  readonly kind: 'quickfix' | 'fixAll';
  /** Index of the diagnostic that it answers; null for the whole document. */
  readonly diagnostic: number | null;
  readonly preferred: boolean;
  readonly edits?: readonly TextEdit[];
  readonly command?: { readonly name: string; readonly args: readonly unknown[] };
}

/** Actions for the diagnostics under the cursor: mend the text, open the runbook at its step, copy its commands, suppress. */
export function codeActions(model: DocumentModel, diagnostics: readonly DiagnosticData[]): readonly DocumentAction[] {
  const fixes = mayNeedFixes(model) ? textFixes(model.artifact.format, textOf(model)) : [];
  return diagnostics.flatMap((data, index): DocumentAction[] => {
    const mend = fixes
      .filter((fix) => fix.ruleId === data.ruleId)
      .map(
        (fix): DocumentAction => ({
          title: fix.title,
          kind: 'quickfix',
          diagnostic: index,
          preferred: fix.safe,
          edits: fix.edits,
        }),
      );
    return [...mend, ...runbookActions(model, data, index), ...suppressActions(data, index)];
  });
}

/** `source.fixAll.zpa`: every safe text fix at once; null where there is nothing to mend. */
export function fixAllAction(model: DocumentModel): DocumentAction | null {
  if (!mayNeedFixes(model)) return null;
  const before = textOf(model);
  const after = fixAllText(model.artifact.format, before);
  if (after === before) return null;
  const lastLine = model.lines.length - 1;
  const edit = {
    line: 0,
    startColumn: 0,
    endLine: lastLine,
    endColumn: model.lines[lastLine]?.length ?? 0,
    newText: after,
  };
  return {
    title: `Mend everything that is safe to mend in this ${model.artifact.format === 'provision-key' ? 'key' : 'file'}`,
    kind: 'fixAll',
    diagnostic: null,
    preferred: false,
    edits: [edit],
  };
}

/** Keys and configuration files have few lines; nobody mends a log. */
function mayNeedFixes(model: DocumentModel): boolean {
  return model.lines.length <= MAX_MENDED_LINES;
}

const MAX_MENDED_LINES = 20_000;

function textOf(model: DocumentModel): string {
  return model.lines.join('\n');
}

function runbookActions(model: DocumentModel, data: DiagnosticData, index: number): DocumentAction[] {
  const runbook = model.deps.catalogue.runbooks.find((one) => one.id === data.runbook);
  if (runbook === undefined) return [];
  const step = runbook.steps.find((one) => one.id === data.step) ?? runbook.steps[0];
  const where = step === undefined ? '' : ` at "${step.title}"`;
  const open: DocumentAction = {
    title: `Open runbook "${runbook.title}"${where}`,
    kind: 'quickfix',
    diagnostic: index,
    preferred: false,
    command: { name: 'zpaTriage.openRunbook', args: [runbook.id, step?.id ?? null, data.findingId] },
  };
  const commands = (step?.commands ?? []).filter((one) => one.effect !== 'destructive');
  if (commands.length === 0) return [open];
  return [
    open,
    {
      title: `Copy the command${commands.length === 1 ? '' : 's'} of this step`,
      kind: 'quickfix',
      diagnostic: index,
      preferred: false,
      command: { name: 'zpaTriage.copyCommands', args: [commandText(commands, model)] },
    },
  ];
}

function commandText(commands: readonly RunbookCommand[], model: DocumentModel): string {
  const values = bundleValues(model.facts);
  return commands.map((one) => fillCommand(one.run, values)).join('\n');
}

function suppressActions(data: DiagnosticData, index: number): DocumentAction[] {
  const suppress = (title: string, scope: 'finding' | 'rule'): DocumentAction => ({
    title,
    kind: 'quickfix',
    diagnostic: index,
    preferred: false,
    command: { name: 'zpaTriage.suppress', args: [{ scope, ruleId: data.ruleId, findingId: data.findingId }] },
  });
  return [
    suppress('Suppress this finding', 'finding'),
    suppress(`Switch ${data.ruleId} off in this workspace`, 'rule'),
  ];
}
