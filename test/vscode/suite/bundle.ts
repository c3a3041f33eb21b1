import * as vscode from 'vscode';
import { until } from './wait';

/** A file of the open bundle. */
export function file(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('no bundle is open');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Opens a file and waits until the server has given it a language of ours. */
export async function openOurs(name: string, language: string): Promise<vscode.TextDocument> {
  const uri = file(name);
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  return until(`${name} to become ${language}`, () =>
    vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString() && one.languageId === language),
  );
}

/** Our diagnostics of a document, once there are any that satisfy the test. */
export function diagnostics(
  uri: vscode.Uri,
  wanted: (codes: readonly string[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  return until(`diagnostics of ${uri.path}`, () => {
    const ours = vscode.languages.getDiagnostics(uri).filter((one) => one.source === 'zpa');
    return wanted(ours.map(codeOf)) ? ours : undefined;
  });
}

/** Rule id of a diagnostic. */
export function codeOf(diagnostic: vscode.Diagnostic): string {
  const { code } = diagnostic;
  return typeof code === 'object' ? String(code.value) : String(code);
}

/** Text of the hovers at the first place where `text` stands behind `after`. */
export async function hoverOn(document: vscode.TextDocument, after: string, text: string): Promise<string> {
  const from = document.getText().indexOf(after);
  const at = document.getText().indexOf(text, from);
  if (from < 0 || at < 0) throw new Error(`"${text}" is not in the document`);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    document.positionAt(at + 1),
  );
  return hovers
    .flatMap((hover) => hover.contents)
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
    .join('\n');
}

/** Closes everything in the editor area; what was typed is given up, as nobody answers whether to save it. */
export async function closeEditors(): Promise<void> {
  for (let left = 20; left > 0 && vscode.window.tabGroups.activeTabGroup.activeTab !== undefined; left -= 1) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
