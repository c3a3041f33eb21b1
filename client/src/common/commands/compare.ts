/** The present bundle against another one: what is new, what is gone, what moved. */
import * as vscode from 'vscode';
import type { CompareParams, CompareResult } from '../../../../server/src/lsp/bundle-protocol';
import { BUNDLE_REQUESTS } from '../../../../server/src/lsp/bundle-protocol';
import type { Bundle } from '../bundle';
import type { TextPages } from '../text-pages';
import { baseName } from '../words';
import { pickBundle } from './pick-bundle';
import type { Commands } from './registry';
import type { Server } from '../server';

export interface CompareDeps {
  readonly server: Server;
  readonly bundle: Bundle;
  readonly pages: TextPages;
}

export function compareCommands(deps: CompareDeps): Commands {
  return {
    compareBundles: (other?: unknown, isNewer?: unknown) =>
      compare(
        deps,
        other instanceof vscode.Uri ? other : undefined,
        typeof isNewer === 'boolean' ? isNewer : undefined,
      ),
  };
}

async function compare(
  { server, bundle, pages }: CompareDeps,
  other: vscode.Uri | undefined,
  isNewer: boolean | undefined,
): Promise<void> {
  if (bundle.state.report === null) {
    void vscode.window.showInformationMessage('ZPA: read the first bundle before comparing it with another.');
    return;
  }
  const uris = other === undefined ? await pickBundle('Compare with which bundle?', 'Compare') : [other];
  if (uris === undefined || uris.length === 0) return;
  const newer = isNewer ?? (await askOrder());
  if (newer === undefined) return;
  const params: CompareParams = {
    uris: uris.map((uri) => uri.toString()),
    isNewer: newer,
    names: { present: presentName(bundle), other: uris.map((uri) => baseName(uri.path)).join(', ') },
  };
  const result = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: 'ZPA: reading the other bundle', cancellable: true },
    (_progress, token) => server.sendRequest<CompareResult | null>(BUNDLE_REQUESTS.compare, params, token),
  );
  if (result === null) {
    void vscode.window.showWarningMessage('ZPA: nothing of a support bundle was found in the other one.');
    return;
  }
  await pages.show('/compare/ZPA comparison.md', result.markdown);
}

async function askOrder(): Promise<boolean | undefined> {
  const orders = [
    { label: '$(history) The other one is older', description: 'such as from before the trouble began', newer: false },
    { label: '$(arrow-right) The other one is newer', description: 'such as from after the fix', newer: true },
  ];
  return (await vscode.window.showQuickPick(orders, { title: 'Which bundle came first?' }))?.newer;
}

/** What the present bundle is called: by its connector. */
function presentName({ state }: Bundle): string {
  const connector = state.report?.connectors[0];
  const name = connector?.name ?? connector?.host ?? null;
  return name === null ? 'the bundle at hand' : `the bundle at hand (${name})`;
}
