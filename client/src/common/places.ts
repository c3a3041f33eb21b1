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

/** The cursor at the place's beginning: a selection to its end would scroll long lines sideways. */
function cursorAt({ line, column = 1 }: Place): vscode.Range {
  return new vscode.Range(line - 1, column - 1, line - 1, column - 1);
}
