/** Gives documents their language by content: the server says what they are. */
import * as vscode from 'vscode';
import { MEMBER_SCHEME } from '../../../server/src/lsp/bundle-protocol';
import type { DocumentState } from '../../../server/src/lsp/protocol';
import { REQUESTS } from '../../../server/src/lsp/protocol';
import type { Server } from './server';

/** Languages that VS Code gives when it knows no better; a language that somebody chose is never taken away. */
const UNDECIDED = new Set(['plaintext', 'log', 'properties', 'ini']);
const SCHEMES = new Set([
  'file',
  'untitled',
  'vscode-vfs',
  'vscode-remote',
  'vscode-test-web',
  'zip',
  'tar',
  MEMBER_SCHEME,
]);

export class LanguageAssigner implements vscode.Disposable {
  readonly #subscriptions: vscode.Disposable[] = [];
  /** Documents looked at; a change of language reopens a document, which must not be looked at again. */
  readonly #seen = new Set<string>();

  constructor(private readonly server: Server) {}

  begin(): void {
    this.#subscriptions.push(
      vscode.workspace.onDidOpenTextDocument((document) => void this.#assign(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#seen.delete(key(document))),
    );
    for (const document of vscode.workspace.textDocuments) void this.#assign(document);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async #assign(document: vscode.TextDocument): Promise<void> {
    if (!UNDECIDED.has(document.languageId) || !SCHEMES.has(document.uri.scheme) || this.#seen.has(key(document)))
      return;
    this.#seen.add(key(document));
    const state = await this.server.sendRequest<DocumentState | null>(REQUESTS.documentState, {
      uri: document.uri.toString(),
    });
    const language = state?.language ?? null;
    if (language === null || document.isClosed) return;
    await vscode.languages.setTextDocumentLanguage(document, language);
  }
}

function key(document: vscode.TextDocument): string {
  return document.uri.toString();
}
