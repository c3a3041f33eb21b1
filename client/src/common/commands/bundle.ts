/** Commands about the bundle as a whole. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { DESK_REQUESTS } from '../../../../server/src/lsp/desk-protocol';
import type { Bundle } from '../bundle';
import type { Place } from '../places';
import { openPlace } from '../places';
import type { Row } from '../tree/node';
import type { TimelinePanel } from '../webviews/timeline-panel';
import { progressWords } from '../words';
import type { Commands } from './registry';
import { copyText } from './registry';

export interface BundleDeps {
  readonly client: BaseLanguageClient;
  readonly bundle: Bundle;
  readonly timeline: TimelinePanel;
}

export function bundleCommands(deps: BundleDeps): Commands {
  return {
    triageBundle: (uri?: vscode.Uri, chosen?: readonly vscode.Uri[]) => triageBundle(deps, uri, chosen),
    rescan: () => scan(deps.bundle, undefined),
    showTimeline: () => {
      deps.timeline.open();
    },
    newCollectionScript: () => newCollectionScript(deps.client),
    openPlace: (place: Place) => openPlace(deps.bundle, place),
    copyRow: (row: Row) => copyText(row.copy ?? row.label, 'Copied'),
  };
}

const ARCHIVES = ['tgz', 'tar', 'gz', 'zip', 'xz', 'zst', 'bz2'];

async function triageBundle(
  { bundle }: BundleDeps,
  uri: vscode.Uri | undefined,
  chosen: readonly vscode.Uri[] | undefined,
): Promise<void> {
  const uris = chosen !== undefined && chosen.length > 0 ? chosen : uri === undefined ? await pick() : [uri];
  if (uris === undefined) return;
  await scan(bundle, uris);
  await vscode.commands.executeCommand('zpaTriage.causes.focus');
}

/** No platform but macOS has a dialog for folders and files at once: the kind is asked for first. */
async function pick(): Promise<readonly vscode.Uri[] | undefined> {
  const kinds = [
    { label: '$(folder) Folder…', description: 'an unpacked bundle', folder: true },
    { label: '$(file-zip) Archive or Files…', description: '.tgz, .tar, .gz, .zip, or single logs', folder: false },
    ...(vscode.workspace.workspaceFolders === undefined
      ? []
      : [{ label: '$(root-folder) This Workspace', description: 'all its folders', folder: null }]),
  ];
  const kind = await vscode.window.showQuickPick(kinds, { title: 'Triage a support bundle' });
  if (kind === undefined) return undefined;
  // No folder named: the server takes the workspace.
  if (kind.folder === null) return [];
  return vscode.window.showOpenDialog({
    title: 'Support bundle',
    openLabel: 'Triage',
    canSelectFolders: kind.folder,
    canSelectFiles: !kind.folder,
    canSelectMany: true,
    ...(kind.folder ? {} : { filters: { Archives: ARCHIVES, 'All files': ['*'] } }),
  });
}

async function scan(bundle: Bundle, uris: readonly vscode.Uri[] | undefined): Promise<void> {
  await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: 'ZPA: reading the bundle', cancellable: true },
    async (progress, token) => {
      let before = 0;
      const watching = bundle.onDidChange(({ phase, filesDone, filesTotal }) => {
        if (phase !== 'scanning') return;
        const now = filesTotal === 0 ? 0 : Math.min(100, (filesDone / filesTotal) * 100);
        progress.report({
          message: progressWords(filesDone, filesTotal),
          ...(now > before ? { increment: now - before } : {}),
        });
        before = Math.max(before, now);
      });
      try {
        await bundle.scan(uris === undefined ? {} : { uris: uris.map((one) => one.toString()) }, token);
      } catch (error) {
        if (!token.isCancellationRequested) throw error;
      } finally {
        watching.dispose();
      }
    },
  );
}

async function newCollectionScript(client: BaseLanguageClient): Promise<void> {
  const content = await client.sendRequest<string>(DESK_REQUESTS.collectionScript);
  const document = await vscode.workspace.openTextDocument({ language: 'shellscript', content });
  await vscode.window.showTextDocument(document, { preview: false });
}
