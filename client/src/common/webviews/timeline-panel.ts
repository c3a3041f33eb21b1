/** The timeline of the bundle in an editor of its own. */
import * as vscode from 'vscode';
import type { TimelineData } from '../../../../server/src/lsp/desk-protocol';
import { DESK_REQUESTS } from '../../../../server/src/lsp/desk-protocol';
import type { Bundle } from '../bundle';
import { columnBeside, openPlace } from '../places';
import type { FromTimeline, ToTimeline } from './messages';
import { pageHtml, pageOptions, tabIcon } from './page';
import type { Server } from '../server';

export class TimelinePanel implements vscode.Disposable {
  readonly #subscription: vscode.Disposable;
  #panel: vscode.WebviewPanel | undefined;

  constructor(
    private readonly server: Server,
    private readonly extension: vscode.Uri,
    private readonly bundle: Bundle,
  ) {
    this.#subscription = bundle.onDidChange(({ phase }) => {
      if (phase === 'ready') void this.#post();
    });
  }

  open(): void {
    if (this.#panel !== undefined) {
      this.#panel.reveal();
      return;
    }
    const panel = vscode.window.createWebviewPanel('zpaTriage.timeline', 'ZPA Timeline', vscode.ViewColumn.Active, {
      ...pageOptions(this.extension),
      // Zoom and scroll position are worth more than the few megabytes.
      retainContextWhenHidden: true,
    });
    panel.iconPath = tabIcon(this.extension);
    panel.webview.onDidReceiveMessage((message: FromTimeline) => {
      if (message.type === 'ready') void this.#post();
      else void openPlace(this.bundle, message, { viewColumn: columnBeside(panel) });
    });
    panel.onDidDispose(() => {
      this.#panel = undefined;
    });
    this.#panel = panel;
    panel.webview.html = pageHtml(panel.webview, this.extension, 'timeline', 'ZPA Timeline');
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#panel?.dispose();
  }

  async #post(): Promise<void> {
    if (this.#panel === undefined) return;
    const data = await this.server.sendRequest<TimelineData | null>(DESK_REQUESTS.timeline);
    const message: ToTimeline = { type: 'timeline', data, scanning: this.bundle.state.phase === 'scanning' };
    await this.#panel.webview.postMessage(message);
  }
}
