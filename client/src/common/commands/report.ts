/** What leaves the desk: the report, SARIF, the summary for the case. */
import * as vscode from 'vscode';
import type { BundleReportParams } from '../../../../server/src/lsp/bundle-protocol';
import { BUNDLE_REQUESTS } from '../../../../server/src/lsp/bundle-protocol';
import type { Bundle } from '../bundle';
import { caseSummary } from '../case-summary';
import type { ReportPanel } from '../webviews/report-panel';
import type { Commands } from './registry';
import { copyText } from './registry';
import type { Server } from '../server';

export interface ReportDeps {
  readonly server: Server;
  readonly bundle: Bundle;
  readonly page: ReportPanel;
}

type How = 'preview' | 'markdown' | 'html';

export function reportCommands(deps: ReportDeps): Commands {
  return {
    createReport: (how?: unknown, target?: vscode.Uri) => createReport(deps, isHow(how) ? how : undefined, target),
    exportSarif: (target?: unknown) =>
      save(deps, 'sarif', 'zpa-triage.sarif', target instanceof vscode.Uri ? target : undefined),
    copySummary: () => copySummary(deps.bundle),
  };
}

/** Menus hand over what they stand on; only our own words are a choice. */
function isHow(value: unknown): value is How {
  return value === 'preview' || value === 'markdown' || value === 'html';
}

async function createReport(deps: ReportDeps, wanted: How | undefined, target: vscode.Uri | undefined): Promise<void> {
  const how = wanted ?? (await ask());
  if (how === undefined) return;
  if (how === 'html') {
    await save(deps, 'html', 'zpa-triage-report.html', target);
    return;
  }
  if (how === 'preview') {
    const html = await report(deps.server, 'html');
    if (html !== null) deps.page.show(html);
    return;
  }
  const markdown = await report(deps.server, 'markdown');
  if (markdown === null) return;
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: markdown });
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: false });
}

async function ask(): Promise<How | undefined> {
  const ways: readonly (vscode.QuickPickItem & { readonly how: How })[] = [
    { label: '$(open-preview) Show it', description: 'a page beside the log, with links to the lines', how: 'preview' },
    { label: '$(markdown) Edit it', description: 'Markdown in a new editor, to be saved or pasted', how: 'markdown' },
    { label: '$(save-as) Save it as HTML…', description: 'one file that opens in any browser', how: 'html' },
  ];
  return (await vscode.window.showQuickPick(ways, { title: 'Triage report of the bundle' }))?.how;
}

async function report(server: Server, format: BundleReportParams['format']): Promise<string | null> {
  const params: BundleReportParams = { format };
  const text = await server.sendRequest<string | null>(BUNDLE_REQUESTS.bundleReport, params);
  if (text === null) void vscode.window.showInformationMessage('ZPA: no bundle has been read yet.');
  return text;
}

async function save(
  { server }: ReportDeps,
  format: BundleReportParams['format'],
  name: string,
  target: vscode.Uri | undefined,
): Promise<void> {
  const text = await report(server, format);
  if (text === null) return;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const uri =
    target ??
    (await vscode.window.showSaveDialog({
      ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, name) }),
      filters: format === 'html' ? { HTML: ['html'] } : { SARIF: ['sarif', 'json'] },
    }));
  if (uri === undefined) return;
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  if (target !== undefined) return;
  const show = 'Open';
  const chosen = await vscode.window.showInformationMessage(`ZPA: written to ${uri.path}.`, show);
  if (chosen !== show) return;
  // A page is for the browser; VS Code shows its source only.
  if (format === 'html' && uri.scheme === 'file') await vscode.env.openExternal(uri);
  else await vscode.commands.executeCommand('vscode.open', uri);
}

async function copySummary(bundle: Bundle): Promise<void> {
  const { report: known } = bundle.state;
  if (known === null) {
    void vscode.window.showInformationMessage('ZPA: no bundle has been read yet.');
    return;
  }
  await copyText(caseSummary(known), 'Case summary copied');
}
