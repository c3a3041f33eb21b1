/** Going to a line of the bundle, also in files that no editor has open. */
import * as vscode from 'vscode';
import type { Bundle } from './bundle';

/** Lines and columns are 1-based, as in the report. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly column?: number;
}

/** Shows a place; says so where the file went since the scan. */
export async function openPlace(
  bundle: Bundle,
  place: Place,
  options: vscode.TextDocumentShowOptions = {},
): Promise<void> {
  const uri = bundle.uriOf(place.path);
  if (uri === undefined) {
    void vscode.window.showInformationMessage(
      `ZPA: ${place.path} is no file of the bundle that was read last. Rescan the bundle to go to line ${String(place.line)}.`,
    );
    return;
  }
  await vscode.commands.executeCommand('vscode.open', uri, { selection: cursorAt(place), ...options });
}

/** Scheme of our Markdown pages (text-pages.ts). */
export const PAGE_SCHEME = 'zpa-triage';

/**
 * Where a page of ours opens: where one is already, so that they do not take ever more columns, else beside the log. Where
 * no log is open, half of the window would be empty.
 */
export function columnForPage(): vscode.ViewColumn {
  const { tabGroups, visibleTextEditors } = vscode.window;
  const known = tabGroups.all.find((group) => group.tabs.some(isPage))?.viewColumn;
  return known ?? (visibleTextEditors.length > 0 ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active);
}

function isPage({ input }: vscode.Tab): boolean {
  if (input instanceof vscode.TabInputWebview) return input.viewType.includes('zpaTriage.');
  return input instanceof vscode.TabInputCustom && input.uri.scheme === PAGE_SCHEME;
}

/** Where a page of ours shows the log: next to itself, not over it. */
export function columnBeside(panel: vscode.WebviewPanel): vscode.ViewColumn {
  const other = vscode.window.visibleTextEditors.find((one) => one.viewColumn !== panel.viewColumn);
  return other?.viewColumn ?? vscode.ViewColumn.Beside;
}

/** The cursor at the place's beginning: a selection to its end would scroll long lines sideways. */
function cursorAt({ line, column = 1 }: Place): vscode.Range {
  return new vscode.Range(line - 1, column - 1, line - 1, column - 1);
}
