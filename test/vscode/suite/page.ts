/** Asks the host of the tests for things that only the page can do: screenshots, keys, the mouse. */
import * as vscode from 'vscode';

export interface PageAction {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly press?: string | readonly string[];
  readonly type?: string;
  readonly hoverText?: string;
  readonly clickText?: string;
  /** Milliseconds to wait before the picture. */
  readonly wait?: number;
  /** Name of a picture to take. */
  readonly screenshot?: string;
}

let actions = 0;

/** Done when the page has acknowledged. Does nothing in a desktop VS Code, which has no such host. */
export async function onPage(action: PageAction): Promise<void> {
  if (vscode.env.uiKind === vscode.UIKind.Desktop) return;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (folder === undefined) throw new Error('no folder is open');
  actions += 1;
  const acknowledge = `.page-action-${String(actions)}`;
  console.log(`ZPA_PAGE:${JSON.stringify({ ...action, acknowledge })}`);
  const file = vscode.Uri.joinPath(folder, acknowledge);
  for (let tries = 0; tries < 150; tries += 1) {
    try {
      await vscode.workspace.fs.stat(file);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
