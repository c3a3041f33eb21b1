/** Commands about the lines of one file: from gap to gap in time, and copies of what matters in it. */
import * as vscode from 'vscode';
import type {
  ConnectionLines,
  FilteredCopy,
  FilteredCopyParams,
  LinesParams,
  TimeGaps,
} from '../../../../server/src/lsp/lines-protocol';
import { LINES_REQUESTS } from '../../../../server/src/lsp/lines-protocol';
import type { Bundle } from '../bundle';
import type { Row } from '../tree/node';
import { baseName, count, duration } from '../words';
import type { Commands } from './registry';
import type { Server } from '../server';

export interface LinesDeps {
  readonly server: Server;
  readonly bundle: Bundle;
}

export function linesCommands(deps: LinesDeps): Commands {
  return {
    nextGap: () => step(deps.server, 1),
    previousGap: () => step(deps.server, -1),
    openFilteredCopy: (what?: Row | FilteredCopyParams) => openFilteredCopy(deps, what),
  };
}

/** To the first line behind the next or previous gap; behind the last comes the first. */
async function step(server: Server, by: 1 | -1): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return;
  const params: LinesParams = { uri: editor.document.uri.toString() };
  const gaps = (await server.sendRequest<TimeGaps>(LINES_REQUESTS.timeGaps, params)) ?? [];
  if (gaps.length === 0) {
    void vscode.window.showInformationMessage('ZPA: no gap in time and no boot in this file.');
    return;
  }
  const here = editor.selection.active.line;
  const gap =
    by === 1
      ? (gaps.find(({ line }) => line > here) ?? gaps[0])
      : (gaps.findLast(({ line }) => line < here) ?? gaps.at(-1));
  if (gap === undefined) return;
  const at = new vscode.Position(gap.line, 0);
  editor.selection = new vscode.Selection(at, at);
  editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenter);
  const silence = gap.seconds > 0 ? `${duration(gap.seconds)} of silence` : 'no time is known';
  const what = gap.kind === 'boot' ? `a boot, ${silence}` : silence;
  vscode.window.setStatusBarMessage(
    `$(history) Above this line: ${what} (${String(gaps.indexOf(gap) + 1)} of ${count(gaps.length, 'gap')})`,
    6_000,
  );
}

/** The connector's lines, or those of one connection, as a new document. */
async function openFilteredCopy(deps: LinesDeps, what: Row | FilteredCopyParams | undefined): Promise<void> {
  const params = what !== undefined && 'connection' in what ? what : await ask(deps, what);
  if (params === undefined) return;
  const name = baseName(deps.bundle.pathOf(vscode.Uri.parse(params.uri)) ?? params.uri);
  const copy = await busy(`reading ${name}`, (token) =>
    deps.server.sendRequest<FilteredCopy | null>(LINES_REQUESTS.filteredCopy, params, token),
  );
  if (copy === null) {
    void vscode.window.showWarningMessage(`ZPA: ${name} cannot be read.`);
    return;
  }
  if (copy.lineCount === 0) {
    void vscode.window.showInformationMessage(
      `ZPA: no such line is among the ${count(copy.ofLines, 'line')} of ${name}.`,
    );
    return;
  }
  const document = await vscode.workspace.openTextDocument({ content: copy.text });
  await vscode.window.showTextDocument(document, { preview: false });
  const cut = copy.truncated ? ' The copy was cut there: it is kept small enough for every feature of the editor.' : '';
  const told = `ZPA: ${count(copy.lineCount, 'line')} of the ${copy.truncated ? 'first ' : ''}${count(copy.ofLines, 'line')} of ${name}.${cut}`;
  if (copy.truncated) void vscode.window.showInformationMessage(told);
  else vscode.window.setStatusBarMessage(told, 6_000);
}

async function ask({ server, bundle }: LinesDeps, row: Row | undefined): Promise<FilteredCopyParams | undefined> {
  const uri = row?.place === undefined ? await pickFile(bundle) : bundle.uriOf(row.place.path);
  if (uri === undefined) return undefined;
  const params: LinesParams = { uri: uri.toString() };
  const ways = [
    { label: "$(server-process) The connector's own lines", description: 'without other processes', all: true },
    { label: '$(plug) Lines of one connection…', description: 'to a broker', all: false },
  ];
  const way = await vscode.window.showQuickPick(ways, { title: `Filtered copy of ${baseName(uri.path)}` });
  if (way === undefined) return undefined;
  if (way.all) return { ...params, connection: null };
  const found = await busy('looking for connections', (token) =>
    server.sendRequest<readonly ConnectionLines[] | null>(LINES_REQUESTS.connections, params, token),
  );
  if (found === null || found.length === 0) {
    void vscode.window.showInformationMessage(`ZPA: ${baseName(uri.path)} tells of no connection.`);
    return undefined;
  }
  const picked = await vscode.window.showQuickPick(
    found.map((one) => ({
      label: one.key.slice(one.key.indexOf(';') + 1),
      description: one.key.slice(0, one.key.indexOf(';')),
      detail: `${count(one.count, 'line')}, from line ${String(one.firstLine + 1)} to ${String(one.lastLine + 1)}`,
      key: one.key,
    })),
    { title: 'Lines of which connection?', matchOnDescription: true },
  );
  return picked === undefined ? undefined : { ...params, connection: picked.key };
}

/** The file in front where the bundle holds it, else one that is picked. */
async function pickFile(bundle: Bundle): Promise<vscode.Uri | undefined> {
  const front = vscode.window.activeTextEditor?.document.uri;
  if (front !== undefined && bundle.pathOf(front) !== undefined) return front;
  const journals = (bundle.state.report?.artifacts ?? []).filter(({ format }) => format !== null);
  const picked = await vscode.window.showQuickPick(
    journals.map(({ path, format, lines }) => ({
      label: path,
      description: `${format ?? ''}, ${count(lines, 'line')}`,
    })),
    { title: 'Filtered copy of which file?', matchOnDescription: true },
  );
  return picked === undefined ? undefined : bundle.uriOf(picked.label);
}

function busy<T>(what: string, work: (token: vscode.CancellationToken) => Promise<T>): Thenable<T> {
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: `ZPA: ${what}`, cancellable: true },
    (_progress, token) => work(token),
  );
}
