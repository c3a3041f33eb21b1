/** Commands about the bundle as a whole. */
import * as vscode from 'vscode';
import { DESK_REQUESTS } from '../../../../server/src/lsp/desk-protocol';
import type { Bundle } from '../bundle';
import type { Place } from '../places';
import { openPlace } from '../places';
import type { Row } from '../tree/node';
import type { TimelinePanel } from '../webviews/timeline-panel';
import { progressWords } from '../words';
import { pickBundle } from './pick-bundle';
import type { Commands } from './registry';
import { copyText } from './registry';
import type { Server } from '../server';

export interface BundleDeps {
  readonly server: Server;
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
    newCollectionScript: () => newCollectionScript(deps.server),
    openPlace: (place: Place) => openPlace(deps.bundle, place),
    copyRow: (row: Row) => copyText(row.copy ?? row.label, 'Copied'),
  };
}

async function triageBundle(
  { bundle }: BundleDeps,
  uri: vscode.Uri | undefined,
  chosen: readonly vscode.Uri[] | undefined,
): Promise<void> {
  const uris =
    chosen !== undefined && chosen.length > 0
      ? chosen
      : uri === undefined
        ? await pickBundle('Triage a support bundle', 'Triage', true)
        : [uri];
  // No folder named: the server takes the workspace.
  if (uris === undefined) return;
  await scan(bundle, uris);
  await vscode.commands.executeCommand('zpaTriage.causes.focus');
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

async function newCollectionScript(server: Server): Promise<void> {
  const content = await server.sendRequest<string>(DESK_REQUESTS.collectionScript);
  const document = await vscode.workspace.openTextDocument({ language: 'shellscript', content });
  await vscode.window.showTextDocument(document, { preview: false });
}
