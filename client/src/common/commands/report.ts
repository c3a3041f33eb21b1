/** What leaves the desk: the report, SARIF, the summary for the case. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { BundleReportParams } from '../../../../server/src/lsp/bundle-protocol';
import { BUNDLE_REQUESTS } from '../../../../server/src/lsp/bundle-protocol';
import type { Bundle } from '../bundle';
import { caseSummary } from '../case-summary';
import type { TextPages } from '../text-pages';
import type { Commands } from './registry';
import { copyText } from './registry';

export interface ReportDeps {
  readonly client: BaseLanguageClient;
  readonly bundle: Bundle;
  readonly pages: TextPages;
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
  const markdown = await report(deps.client, 'markdown');
  if (markdown === null) return;
  if (how === 'preview') {
    await deps.pages.show('/report/ZPA triage report.md', withLinks(markdown, deps.bundle));
    return;
  }
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: markdown });
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: false });
}

/**
 * Links to lines, made to work from a page that lies in no folder: a preview takes paths that begin with a slash to be
 * in the first folder of the workspace.
 */
function withLinks(markdown: string, bundle: Bundle): string {
  const first = vscode.workspace.workspaceFolders?.[0];
  return markdown.replace(/\]\(([^()\s#]{1,1000})#L(\d{1,12})\)/gu, (whole, path: string, line: string) => {
    const uri = bundle.uriOf(decodeURIComponent(path));
    if (uri === undefined || first === undefined) return whole;
    if (vscode.workspace.getWorkspaceFolder(uri)?.index !== 0) return whole;
    const inside = vscode.workspace.asRelativePath(uri, false).split('/').map(encodeURIComponent).join('/');
    return `](/${inside}#L${line})`;
  });
}

async function ask(): Promise<How | undefined> {
  const ways: readonly (vscode.QuickPickItem & { readonly how: How })[] = [
    { label: '$(open-preview) Show it', description: 'a preview beside the log', how: 'preview' },
    { label: '$(markdown) Edit it', description: 'Markdown in a new editor, to be saved or pasted', how: 'markdown' },
    { label: '$(save-as) Save it as HTML…', description: 'one file that opens in any browser', how: 'html' },
  ];
  return (await vscode.window.showQuickPick(ways, { title: 'Triage report of the bundle' }))?.how;
}

async function report(client: BaseLanguageClient, format: BundleReportParams['format']): Promise<string | null> {
  const params: BundleReportParams = { format };
  const text = await client.sendRequest<string | null>(BUNDLE_REQUESTS.bundleReport, params);
  if (text === null) void vscode.window.showInformationMessage('ZPA: no bundle has been read yet.');
  return text;
}

async function save(
  { client }: ReportDeps,
  format: BundleReportParams['format'],
  name: string,
  target: vscode.Uri | undefined,
): Promise<void> {
  const text = await report(client, format);
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
