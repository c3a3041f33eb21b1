/** Runbooks beside the log: steps to tick, commands to copy or to insert. */
import * as vscode from 'vscode';
import type { RunbookData } from '../../../../server/src/lsp/desk-protocol';
import { DESK_REQUESTS } from '../../../../server/src/lsp/desk-protocol';
import type { RunbookListEntry } from '../../../../server/src/lsp/protocol';
import { REQUESTS } from '../../../../server/src/lsp/protocol';
import { columnForPage } from '../places';
import { canInsert, copyCommand, insertCommand } from './hand-over';
import type { FromRunbook, ToRunbook } from './messages';
import { pageHtml, pageOptions, tabIcon } from './page';
import type { RunbookTicks } from './runbook-ticks';
import type { Server } from '../server';

export class RunbookPanel implements vscode.Disposable {
  readonly #subscriptions: vscode.Disposable[] = [];
  #panel: vscode.WebviewPanel | undefined;
  #shown: RunbookData | null = null;
  #step: string | null = null;
  #known: readonly string[] | null = null;
  #ready = false;

  constructor(
    private readonly server: Server,
    private readonly extension: vscode.Uri,
    private readonly ticks: RunbookTicks,
  ) {
    this.#subscriptions.push(
      vscode.workspace.onDidGrantWorkspaceTrust(() => {
        this.#post();
      }),
      ticks.onDidChange((id) => {
        if (id === this.#shown?.id) this.#post(false);
      }),
    );
  }

  /** Opens a runbook at a step. False for an unknown id. */
  async open(id: string, step: string | null): Promise<boolean> {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    const data = await this.server.sendRequest<RunbookData | null>(DESK_REQUESTS.runbookData, {
      id,
      ...(uri === undefined ? {} : { uri }),
    });
    if (data === null) return false;
    this.#known ??= (await this.server.sendRequest<readonly RunbookListEntry[]>(REQUESTS.runbookList)).map(
      (one) => one.id,
    );
    this.#shown = data;
    this.#step = step;
    const panel = this.#panel ?? this.#create();
    panel.title = `Runbook: ${data.title}`;
    panel.reveal(panel.viewColumn, true);
    this.#post();
    return true;
  }

  dispose(): void {
    for (const one of this.#subscriptions) one.dispose();
    this.#panel?.dispose();
  }

  #create(): vscode.WebviewPanel {
    const panel = vscode.window.createWebviewPanel(
      'zpaTriage.runbook',
      'Runbook',
      { viewColumn: columnForPage(), preserveFocus: true },
      { ...pageOptions(this.extension), enableFindWidget: true },
    );
    panel.iconPath = tabIcon(this.extension);
    panel.webview.onDidReceiveMessage((message: FromRunbook) => void this.#receive(message));
    panel.onDidDispose(() => {
      this.#panel = undefined;
      this.#ready = false;
    });
    panel.webview.html = pageHtml(panel.webview, this.extension, 'runbook', 'Runbook');
    this.#panel = panel;
    return panel;
  }

  async #receive(message: FromRunbook): Promise<void> {
    const runbook = this.#shown;
    if (message.type === 'ready') {
      this.#ready = true;
      this.#post();
    } else if (message.type === 'runbook') await this.open(message.id, null);
    else if (runbook === null) return;
    else if (message.type === 'tick') await this.ticks.set(runbook.id, message.step, message.on);
    else if (message.type === 'untick') await this.ticks.clear(runbook.id);
    else {
      // The page names a command; what it says is looked up here.
      const command = runbook.steps.find((one) => one.id === message.step)?.commands[message.command];
      if (command === undefined) return;
      await (message.type === 'copy' ? copyCommand(runbook, command) : insertCommand(runbook, command));
    }
  }

  #post(scroll = true): void {
    if (!this.#ready || this.#shown === null) return;
    const message: ToRunbook = {
      type: 'runbook',
      data: this.#shown,
      ticked: this.ticks.of(this.#shown.id),
      step: scroll ? this.#step : null,
      canInsert: canInsert(),
      known: this.#known ?? [],
    };
    void this.#panel?.webview.postMessage(message);
  }
}
