/** Explanations and reports as read-only Markdown documents, shown beside the log. */
import * as vscode from 'vscode';
import { REQUESTS } from '../../../server/src/lsp/protocol';
import { columnForPage, PAGE_SCHEME } from './places';
import type { Server } from './server';

/** The built-in Markdown preview as an editor. */
const PREVIEW = 'vscode.markdown.preview.editor';

export class TextPages implements vscode.Disposable, vscode.TextDocumentContentProvider {
  readonly #registration: vscode.Disposable;
  readonly #pages = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;

  constructor(private readonly server: Server) {
    this.#registration = vscode.workspace.registerTextDocumentContentProvider(PAGE_SCHEME, this);
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
    const markdown = await this.server.sendRequest<string | null>(REQUESTS.explain, { query });
    if (markdown === null) return false;
    await this.show(`/explain/${query.replace(/[^\w.-]/gu, '_')}.md`, markdown);
    return true;
  }

  /** Shows a page beside the editor, rendered where VS Code can render it. */
  async show(path: string, markdown: string): Promise<void> {
    this.#pages.set(path, markdown);
    const uri = vscode.Uri.from({ scheme: PAGE_SCHEME, path });
    this.#changed.fire(uri);
    const where: vscode.TextDocumentShowOptions = { viewColumn: columnForPage(), preserveFocus: true, preview: true };
    try {
      await vscode.commands.executeCommand('vscode.openWith', uri, PREVIEW, where);
    } catch {
      // Without the built-in Markdown extension the text itself is shown.
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(document, where);
    }
  }
}
