/** Explanations and reports as read-only Markdown documents, shown beside the log. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { REQUESTS } from '../../../server/src/lsp/protocol';

const SCHEME = 'zpa-triage';

export class TextPages implements vscode.Disposable, vscode.TextDocumentContentProvider {
  readonly #registration: vscode.Disposable;
  readonly #pages = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;

  constructor(private readonly client: BaseLanguageClient) {
    this.#registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#pages.get(uri.path) ?? '';
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }

  /** Opens the explanation of a rule, field, constant or runbook. False where nothing is called so. */
  async openExplanation(query: string): Promise<boolean> {
    const markdown = await this.client.sendRequest<string | null>(REQUESTS.explain, { query });
    if (markdown === null) return false;
    await this.show(`/explain/${query.replace(/[^\w.-]/gu, '_')}.md`, markdown);
    return true;
  }

  /** Shows a page beside the editor, rendered where VS Code can render it. */
  async show(path: string, markdown: string): Promise<void> {
    this.#pages.set(path, markdown);
    const uri = vscode.Uri.from({ scheme: SCHEME, path });
    this.#changed.fire(uri);
    try {
      await vscode.commands.executeCommand('markdown.showPreviewToSide', uri);
    } catch {
      // Without the built-in Markdown extension the text itself is shown.
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true });
    }
  }
}
