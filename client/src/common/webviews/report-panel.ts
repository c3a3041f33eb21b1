/** The report as a page of ours beside the log: its places lead to lines, also in archives, which a Markdown preview cannot. */
import * as vscode from 'vscode';
import type { Bundle } from '../bundle';
import { columnBeside, columnForPage, openPlace } from '../places';
import type { FromReport, ToReport } from './messages';
import { pageHtml, pageOptions, tabIcon } from './page';

const TITLE = 'ZPA Report';

export class ReportPanel implements vscode.Disposable {
  #panel: vscode.WebviewPanel | undefined;

  constructor(
    private readonly extension: vscode.Uri,
    private readonly bundle: Bundle,
  ) {}

  /** `html`: the whole report, in which every text of the log is escaped; it carries no script, and ours runs by a nonce. */
  show(html: string): void {
    const panel = this.#panel ?? this.#create();
    panel.webview.html = pageHtml(panel.webview, this.extension, 'report', TITLE, mainOf(html));
    panel.reveal(panel.viewColumn, true);
  }

  dispose(): void {
    this.#panel?.dispose();
  }

  #create(): vscode.WebviewPanel {
    const panel = vscode.window.createWebviewPanel(
      'zpaTriage.report',
      TITLE,
      { viewColumn: columnForPage(), preserveFocus: true },
      { ...pageOptions(this.extension), enableFindWidget: true },
    );
    panel.iconPath = tabIcon(this.extension);
    panel.webview.onDidReceiveMessage((message: FromReport) => void this.#receive(panel, message));
    panel.onDidDispose(() => {
      this.#panel = undefined;
    });
    this.#panel = panel;
    return panel;
  }

  async #receive(panel: vscode.WebviewPanel, message: FromReport): Promise<void> {
    if (message.type === 'open') {
      await openPlace(this.bundle, message, { viewColumn: columnBeside(panel) });
    } else if (message.type === 'as') {
      await vscode.commands.executeCommand('zpaTriage.createReport', message.how);
    } else {
      const members = Object.keys(this.bundle.state.uris).filter((path) => path.includes('!/'));
      const answer: ToReport = { type: 'report', members };
      await panel.webview.postMessage(answer);
    }
  }
}

/** The report without its frame and style, which are for browsers. */
function mainOf(html: string): string {
  return html.slice(html.indexOf('<main>') + '<main>'.length, html.lastIndexOf('</main>'));
}
