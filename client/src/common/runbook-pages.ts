/** Runbook and explanation pages as read-only Markdown documents, shown beside the log. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { REQUESTS } from '../../../server/src/lsp/protocol';

const SCHEME = 'zpa-triage';

export class RunbookPages implements vscode.Disposable, vscode.TextDocumentContentProvider {
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

  /** Opens a runbook at a step, filled with the values of the document in front. False for an unknown id. */
  async openRunbook(id: string, step: string | null): Promise<boolean> {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    const markdown = await this.client.sendRequest<string | null>(REQUESTS.runbook, {
      id,
      ...(uri === undefined ? {} : { uri }),
    });
    if (markdown === null) return false;
    await this.show(`/runbook/${id}.md`, markdown, step === null ? null : step.replace(/-/gu, ' '));
    return true;
  }

  /** Opens the explanation of a rule, field, constant or runbook. False where nothing is called so. */
  async openExplanation(query: string): Promise<boolean> {
    const markdown = await this.client.sendRequest<string | null>(REQUESTS.explain, { query });
    if (markdown === null) return false;
    await this.show(`/explain/${query.replace(/[^\w.-]/gu, '_')}.md`, markdown, null);
    return true;
  }

  /** Shows a page beside the editor, rendered where VS Code can render it. */
  async show(path: string, markdown: string, heading: string | null): Promise<void> {
    this.#pages.set(path, markdown);
    const fragment = heading === null ? '' : anchorOf(markdown, heading);
    const uri = vscode.Uri.from({ scheme: SCHEME, path, fragment });
    this.#changed.fire(uri.with({ fragment: '' }));
    try {
      await vscode.commands.executeCommand('markdown.showPreviewToSide', uri);
    } catch {
      // Without the built-in Markdown extension the text itself is shown.
      const document = await vscode.workspace.openTextDocument(uri.with({ fragment: '' }));
      await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true });
    }
  }
}

/** The preview's anchor of the heading whose words hold those of a step's id, best match first. */
function anchorOf(markdown: string, words: string): string {
  const wanted = words.split(' ');
  const headings = [...markdown.matchAll(/^## (.+)$/gmu)].map((match) => match[1] ?? '');
  const score = (heading: string): number => wanted.filter((word) => heading.toLowerCase().includes(word)).length;
  const best = [...headings].sort((a, b) => score(b) - score(a))[0];
  if (best === undefined || score(best) === 0) return '';
  return best
    .toLowerCase()
    .replace(/[^\w\s-]/gu, '')
    .trim()
    .replace(/\s+/gu, '-');
}
