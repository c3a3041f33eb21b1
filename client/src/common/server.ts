/** The language server as everything here speaks to it. */
import type * as vscode from 'vscode';
import type { BaseLanguageClient, GenericRequestHandler } from 'vscode-languageclient';

/**
 * Loads the language client only after activation: it is most of the extension's program, and a window that opens waits
 * for activations. What is asked for before that waits its turn.
 */
export class Server {
  readonly #handlers: ((client: BaseLanguageClient) => vscode.Disposable)[] = [];
  readonly #registered: vscode.Disposable[] = [];
  #client: Promise<BaseLanguageClient> | undefined;

  constructor(private readonly load: () => Promise<BaseLanguageClient>) {}

  /** Starts the server, and answers once it is ready. */
  async start(): Promise<void> {
    await (await this.#loaded()).start();
  }

  async stop(): Promise<void> {
    await (await this.#client)?.stop();
  }

  /** Asks the server, which is started where it is not running. Rejects when it cannot answer. */
  async sendRequest<R>(method: string, params?: object, token?: vscode.CancellationToken): Promise<R> {
    const client = await this.#loaded();
    // A parameter that is left out is another message than one that is undefined.
    if (params === undefined) return client.sendRequest<R>(method);
    return client.sendRequest<R>(method, params, token);
  }

  /** Before the server is started: its first notification may come at once. */
  onNotification(method: string, handler: () => void): void {
    this.#handlers.push((client) => client.onNotification(method, handler));
  }

  /** Before the server is started: its first request may come at once. */
  onRequest(method: string, handler: GenericRequestHandler<unknown, void>): void {
    this.#handlers.push((client) => client.onRequest(method, handler));
  }

  dispose(): void {
    for (const one of this.#registered) one.dispose();
  }

  #loaded(): Promise<BaseLanguageClient> {
    this.#client ??= later().then(async () => {
      const client = await this.load();
      this.#registered.push(...this.#handlers.map((register) => register(client)));
      return client;
    });
    return this.#client;
  }
}

/** Not within the activation itself. */
function later(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
