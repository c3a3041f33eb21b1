/** Commands of runbooks are handed over, never run: to the clipboard, or to a terminal without the Enter key. */
import * as vscode from 'vscode';
import type { RunbookData, RunbookDataStep } from '../../../../server/src/lsp/desk-protocol';

export type Command = RunbookDataStep['commands'][number];

/** Whether commands may go to a terminal: not where the workspace is not trusted. */
export function canInsert(): boolean {
  return vscode.workspace.isTrusted;
}

/** Copies the command; a destructive one only after a look at what is lost. */
export async function copyCommand(runbook: RunbookData, command: Command): Promise<void> {
  if (!(await isMeant(runbook, command, 'Copy'))) return;
  await vscode.env.clipboard.writeText(command.run);
  vscode.window.setStatusBarMessage('$(check) Command copied', 3_000);
}

/** Types the command into the terminal and leaves it there. */
export async function insertCommand(runbook: RunbookData, command: Command): Promise<void> {
  if (!canInsert()) {
    void vscode.window.showWarningMessage(
      'ZPA: commands go to a terminal in trusted workspaces only. Copy it instead.',
    );
    return;
  }
  // A terminal takes a line break for the Enter key.
  if (/[\r\n]/u.test(command.run)) {
    await copyCommand(runbook, command);
    return;
  }
  if (!(await isMeant(runbook, command, 'Insert'))) return;
  const terminal = vscode.window.activeTerminal ?? vscode.window.createTerminal('ZPA');
  terminal.show(false);
  terminal.sendText(command.run, false);
}

async function isMeant(runbook: RunbookData, { effect, run }: Command, verb: string): Promise<boolean> {
  if (effect !== 'destructive') return true;
  const where = runbook.host ?? 'the connector host';
  const lost = runbook.loses === null ? '' : `\n\nWhat is lost: ${runbook.loses}`;
  const chosen = await vscode.window.showWarningMessage(
    `This command destroys something on ${where}.`,
    { modal: true, detail: `${run}${lost}\n\nIt is not run: you press Enter yourself, on the right host.` },
    verb,
  );
  return chosen === verb;
}
