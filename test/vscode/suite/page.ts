/** Asks the host of the tests for what only the page can do: pictures, keys, the mouse. The other end: host/page-actions.mjs. */
import * as vscode from 'vscode';
import { until } from './wait';

/** Done in this order; all are optional. */
export interface PageAction {
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Keys, as in `Control+Shift+M`. */
  readonly press?: string | readonly string[];
  /** Text for whatever has the focus. */
  readonly type?: string;
  /** The mouse goes to this text: in an editor, else anywhere, also in webviews. */
  readonly hoverText?: string;
  readonly clickText?: string;
  /** A CSS selector that narrows the texts to look for. */
  readonly within?: string;
  /** Text that has to show up, also in webviews. */
  readonly waitForText?: string;
  /** Milliseconds to wait before the rest. */
  readonly wait?: number;
  /** Name of a picture to take. */
  readonly screenshot?: string;
  /** A picture of the element of a CSS selector, as WebP; `height`: at most, in pixels. */
  readonly part?: {
    readonly name: string;
    readonly of: string;
    readonly height?: number;
    readonly margin?: number;
  };
  /** A CSS selector: the visible texts of its elements are the answer. */
  readonly read?: string;
  /** A CSS selector: webviews that have such an element are checked for accessibility; what is wrong is the answer. */
  readonly audit?: string;
  /** An HTML file of the opened folder, checked in the same way in a page of its own. */
  readonly auditFile?: string;
}

interface Answer {
  readonly texts?: readonly string[];
  readonly error?: string;
}

/**
 * Done when the page has answered; rejects where it could not do it. A desktop VS Code has no such host: nothing happens
 * there, and nothing is read.
 */
export async function onPage(action: PageAction): Promise<readonly string[]> {
  if (vscode.env.uiKind === vscode.UIKind.Desktop) return [];
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (folder === undefined) throw new Error('no folder is open');
  const name = `.page-${crypto.randomUUID()}.json`;
  console.log(`ZPA_PAGE:${JSON.stringify({ ...action, answer: name })}`);
  // Beside the folder, not in it: the tests' folder stays as it is.
  const file = vscode.Uri.joinPath(folder, '..', name);
  const bytes = await until(`the page to answer ${JSON.stringify(action)}`, async () => {
    try {
      return await vscode.workspace.fs.readFile(file);
    } catch {
      return undefined;
    }
  });
  await vscode.workspace.fs.delete(file);
  const { texts = [], error } = JSON.parse(new TextDecoder().decode(bytes)) as Answer;
  if (error !== undefined) throw new Error(error);
  return texts;
}
