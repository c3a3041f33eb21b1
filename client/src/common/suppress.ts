/** Suppressions are settings of the workspace: `zpaTriage.rules` for a rule, `zpaTriage.suppressions` for one finding. */
import * as vscode from 'vscode';

export interface SuppressRequest {
  readonly scope: 'finding' | 'rule';
  readonly ruleId: string;
  readonly findingId: string;
}

/** Hides a finding, or switches its rule off, and offers to undo it. */
export async function suppress({ scope, ruleId, findingId }: SuppressRequest): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('zpaTriage');
  const target =
    vscode.workspace.workspaceFolders === undefined
      ? vscode.ConfigurationTarget.Global
      : vscode.ConfigurationTarget.Workspace;
  const name = scope === 'rule' ? 'rules' : 'suppressions';
  const before = configuration.get<unknown>(name);
  const after =
    scope === 'rule'
      ? { ...configuration.get<Record<string, string>>('rules'), [ruleId]: 'off' }
      : [...(configuration.get<readonly string[]>('suppressions') ?? []), findingId];
  await configuration.update(name, after, target);
  const undo = 'Undo';
  const told = scope === 'rule' ? `${ruleId} is switched off` : `the finding of ${ruleId} is hidden`;
  const chosen = await vscode.window.showInformationMessage(`ZPA: ${told} in this workspace.`, undo);
  if (chosen === undo) await configuration.update(name, before, target);
}
