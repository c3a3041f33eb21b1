/** "ZPA: 1 root cause, 3 errors" of the bundle; the document in front is in the tooltip. */
import * as vscode from 'vscode';
import type { DocumentState } from '../../../server/src/lsp/protocol';
import { REQUESTS } from '../../../server/src/lsp/protocol';
import type { Bundle } from './bundle';
import type { LargeDocuments } from './large/large-documents';
import { largeWords } from './large/tier';
import { count, progressWords } from './words';
import type { Server } from './server';

export class StatusBar implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem('zpaTriage.status', vscode.StatusBarAlignment.Left, 0);
  readonly #subscriptions: vscode.Disposable[] = [];

  constructor(
    private readonly server: Server,
    private readonly bundle: Bundle,
    private readonly large: LargeDocuments,
  ) {
    this.#item.name = 'ZPA Connector Triage';
    this.#item.command = 'zpaTriage.causes.focus';
  }

  begin(): void {
    const update = (): void => {
      void this.#update();
    };
    this.#subscriptions.push(
      vscode.window.onDidChangeActiveTextEditor(update),
      vscode.languages.onDidChangeDiagnostics(update),
      this.bundle.onDidChange(update),
    );
    update();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#item.dispose();
  }

  async #update(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    const ours = document?.languageId.startsWith('zpa-') === true;
    const state = ours
      ? await this.server.sendRequest<DocumentState | null>(REQUESTS.documentState, { uri: document.uri.toString() })
      : null;
    if (vscode.window.activeTextEditor?.document !== document) return;
    const text = this.#text(state);
    if (text === null) {
      this.#item.hide();
      return;
    }
    this.#item.text = text;
    this.#item.tooltip = this.#tooltip(state);
    this.#item.accessibilityInformation = { label: text.replace(/\$\([\w~-]+\) /gu, '') };
    this.#item.show();
  }

  /** Null where there is nothing of ours in sight. */
  #text(document: DocumentState | null): string | null {
    const { phase, report, filesDone, filesTotal } = this.bundle.state;
    if (phase === 'scanning') return `$(sync~spin) ZPA: reading ${progressWords(filesDone, filesTotal)}`;
    if (report?.artifacts.some((one) => one.format !== null) === true) {
      return `$(pulse) ${verdict(report.summary.rootCauses.length, report.summary.error)}`;
    }
    return document === null ? null : `$(pulse) ${verdict(document.rootCauses.length, document.counts.error)}`;
  }

  #tooltip(document: DocumentState | null): vscode.MarkdownString {
    const { report } = this.bundle.state;
    const text = new vscode.MarkdownString('', true);
    if (report !== null) {
      const { warning, info, hint } = report.summary;
      text.appendMarkdown('**Bundle:** ');
      text.appendText(
        `${count(report.artifacts.length, 'file')}, ${count(warning, 'warning')}, ${count(info + hint, 'note')}\n\n`,
      );
      for (const [index, one] of this.bundle.rootCauses.slice(0, 5).entries()) {
        text.appendText(`${String(index + 1)}. ${one.message}\n\n`);
      }
    }
    if (document !== null) {
      text.appendMarkdown('**This file:** ');
      text.appendText(
        `${document.format ?? 'not recognised'}, ${count(document.counts.error, 'error')}, ${count(document.counts.warning, 'warning')}`,
      );
    }
    const front = vscode.window.activeTextEditor?.document;
    const size = front === undefined ? null : this.large.sizeOf(front);
    if (size !== null) text.appendText(`\n\n${largeWords(size)}`);
    return text;
  }
}

function verdict(causes: number, errors: number): string {
  return `ZPA: ${count(causes, 'root cause')}, ${count(errors, 'error')}`;
}
