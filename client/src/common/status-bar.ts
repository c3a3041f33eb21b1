/** "ZPA: 1 root cause, 3 errors" for the document in front. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { DocumentState } from '../../../server/src/lsp/protocol';
import { REQUESTS } from '../../../server/src/lsp/protocol';

export class StatusBar implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem('zpaTriage.status', vscode.StatusBarAlignment.Left, 0);
  readonly #subscriptions: vscode.Disposable[] = [];

  constructor(private readonly client: BaseLanguageClient) {
    this.#item.name = 'ZPA Connector Triage';
    this.#item.command = 'workbench.actions.view.problems';
  }

  begin(): void {
    this.#subscriptions.push(
      vscode.window.onDidChangeActiveTextEditor(() => void this.#update()),
      vscode.languages.onDidChangeDiagnostics(() => void this.#update()),
    );
    void this.#update();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#item.dispose();
  }

  async #update(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (document?.languageId.startsWith('zpa-') !== true) {
      this.#item.hide();
      return;
    }
    const state = await this.client.sendRequest<DocumentState | null>(REQUESTS.documentState, {
      uri: document.uri.toString(),
    });
    if (state === null || vscode.window.activeTextEditor?.document !== document) return;
    this.#item.text = statusText(state);
    this.#item.tooltip = tooltip(state);
    this.#item.show();
  }
}

/** Text of the status bar. */
export function statusText({ counts, rootCauses }: DocumentState): string {
  const causes = `${String(rootCauses.length)} root cause${rootCauses.length === 1 ? '' : 's'}`;
  return `$(pulse) ZPA: ${causes}, ${String(counts.error)} error${counts.error === 1 ? '' : 's'}`;
}

function tooltip({ format, rootCauses, counts }: DocumentState): string {
  const causes = rootCauses
    .slice(0, 5)
    .map((one, index) => `${String(index + 1)}. ${one.message} (line ${String(one.line + 1)})`);
  const others = `${String(counts.warning)} warnings, ${String(counts.info + counts.hint)} notes`;
  return [`Recognised as ${format ?? 'nothing'}`, ...causes, others].join('\n');
}
