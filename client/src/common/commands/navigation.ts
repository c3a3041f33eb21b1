/** From finding to finding through all files of the bundle, and out of files that are too large. */
import * as vscode from 'vscode';
import type { ExtractParams } from '../../../../server/src/lsp/bundle-protocol';
import { BUNDLE_REQUESTS } from '../../../../server/src/lsp/bundle-protocol';
import type { Bundle } from '../bundle';
import type { Place } from '../places';
import type { Row } from '../tree/node';
import { baseName } from '../words';
import type { Commands } from './registry';
import type { Server } from '../server';

export interface NavigationDeps {
  readonly server: Server;
  readonly bundle: Bundle;
}

export function navigationCommands(deps: NavigationDeps): Commands {
  return {
    nextFinding: () => step(1),
    previousFinding: () => step(-1),
    extractAround: (row?: Row) => extractAround(deps, row),
  };
}

interface Spot {
  readonly uri: vscode.Uri;
  readonly range: vscode.Range;
}

/** Every problem of ours, by file and line. */
function spots(): readonly Spot[] {
  return vscode.languages
    .getDiagnostics()
    .flatMap(([uri, diagnostics]) =>
      diagnostics.filter(({ source }) => source === 'zpa').map(({ range }) => ({ uri, range })),
    )
    .sort(inOrder);
}

function inOrder(a: Spot, b: Spot): number {
  const [left, right] = [a.uri.toString(), b.uri.toString()];
  if (left !== right) return left < right ? -1 : 1;
  return a.range.start.compareTo(b.range.start);
}

/** The next or previous one from the cursor on; behind the last comes the first. */
async function step(by: 1 | -1): Promise<void> {
  const all = spots();
  if (all.length === 0) {
    void vscode.window.showInformationMessage('ZPA: no findings.');
    return;
  }
  const editor = vscode.window.activeTextEditor;
  let target = by === 1 ? all[0] : all[all.length - 1];
  if (editor !== undefined) {
    const here: Spot = {
      uri: editor.document.uri,
      range: new vscode.Range(editor.selection.start, editor.selection.start),
    };
    const after = (one: Spot): boolean => inOrder(one, here) * by > 0;
    target = (by === 1 ? all.find(after) : all.findLast(after)) ?? target;
  }
  if (target === undefined) return;
  const at = target.range.start;
  await vscode.commands.executeCommand('vscode.open', target.uri, { selection: new vscode.Range(at, at) });
}

const SIZES = [100, 500, 2_000];

/** Lines around a finding as a new document: for files that no editor holds, and for the case. */
async function extractAround({ server, bundle }: NavigationDeps, row: Row | undefined): Promise<void> {
  const place = row?.place ?? (await placeInFront(bundle));
  if (place === undefined) return;
  const uri = bundle.uriOf(place.path);
  if (uri === undefined) {
    void vscode.window.showInformationMessage(`ZPA: ${place.path} is no file of the bundle.`);
    return;
  }
  const picked = await vscode.window.showQuickPick(
    SIZES.map((size) => ({ label: `${size.toLocaleString('en')} lines before and after`, size })),
    { title: `Extract around ${baseName(place.path)}:${String(place.line)}` },
  );
  if (picked === undefined) return;
  const firstLine = Math.max(0, place.line - 1 - picked.size);
  const params: ExtractParams = { uri: uri.toString(), firstLine, lastLine: place.line - 1 + picked.size };
  const content = await server.sendRequest<string | null>(BUNDLE_REQUESTS.extract, params);
  if (content === null) {
    void vscode.window.showWarningMessage(`ZPA: ${place.path} cannot be read.`);
    return;
  }
  const document = await vscode.workspace.openTextDocument({ content });
  const line = Math.min(place.line - 1 - firstLine, document.lineCount - 1);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(line, 0, line, 0), preview: false });
}

/** The finding at the cursor, else one that is picked. */
async function placeInFront(bundle: Bundle): Promise<Place | undefined> {
  const editor = vscode.window.activeTextEditor;
  const path = editor === undefined ? undefined : bundle.pathOf(editor.document.uri);
  const findings = bundle.state.report?.findings ?? [];
  const here = findings.find((one) => one.path === path && one.line - 1 === editor?.selection.active.line);
  if (here !== undefined) return here;
  const picked = await vscode.window.showQuickPick(
    findings.map((one) => ({ label: one.message, description: `${one.path}:${String(one.line)}`, place: one })),
    { title: 'Extract around which finding?', matchOnDescription: true },
  );
  return picked?.place;
}
