/** A real JSON-RPC client over the server's standard streams, as any editor has one. */
import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import type {
  ClientCapabilities,
  Diagnostic,
  InitializeParams,
  InitializeResult,
  ProtocolConnection,
  PublishDiagnosticsParams,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

export interface ClientOptions {
  /** Ask for pull diagnostics. Default: the server pushes. */
  readonly pull?: boolean;
  /** Answer to workspace/configuration. */
  readonly settings?: unknown;
  /** URIs of workspace folders. */
  readonly folders?: readonly string[];
  /** Start the server's own program, as the extension does, instead of the command line. */
  readonly direct?: boolean;
  /** Do not initialize: the test does, or does not. */
  readonly raw?: boolean;
  /** Over the parameters of initialize. */
  readonly params?: Partial<InitializeParams>;
  /** Over the capabilities of the workspace. */
  readonly workspace?: ClientCapabilities['workspace'];
}

/** A message that the server shows. */
export interface Shown {
  readonly type: number;
  readonly message: string;
}

/** One server process and the client that talks to it. */
export class Client {
  readonly initialized: Promise<InitializeResult>;
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #connection: ProtocolConnection;
  readonly #published = new Map<string, PublishDiagnosticsParams>();
  readonly #waiting: (() => void)[] = [];
  settings: unknown;
  /** What the server has shown so far. */
  readonly shown: Shown[] = [];
  /** What the server has asked to edit so far. */
  readonly edits: WorkspaceEdit[] = [];
  /** Exit status of the server. */
  readonly ended: Promise<number | null>;

  constructor(options: ClientOptions = {}) {
    const [program, ...args] = options.direct === true ? ['server.js', '--stdio'] : ['cli.js', 'lsp', '--stdio'];
    const server = join(root, 'dist', program);
    if (!existsSync(server)) throw new Error(`dist/${program} is missing: run npm run build`);
    this.settings = options.settings ?? {};
    this.#process = spawn(process.execPath, [server, ...args], { stdio: 'pipe' });
    this.#connection = createProtocolConnection(
      new StreamMessageReader(this.#process.stdout),
      new StreamMessageWriter(this.#process.stdin),
    );
    this.#connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.#published.set(params.uri, params);
      for (const check of [...this.#waiting]) check();
    });
    this.#connection.onRequest('workspace/configuration', () => [this.settings]);
    this.#connection.onRequest('client/registerCapability', () => null);
    this.#connection.onRequest('workspace/workspaceFolders', () =>
      (options.folders ?? []).map((uri) => ({ uri, name: uri })),
    );
    this.#connection.onRequest('window/workDoneProgress/create', () => null);
    this.#connection.onRequest('workspace/diagnostic/refresh', () => null);
    this.#connection.onNotification('window/showMessage', (shown: Shown) => {
      this.shown.push(shown);
      for (const check of [...this.#waiting]) check();
    });
    this.#connection.onRequest('workspace/applyEdit', ({ edit }: { readonly edit: WorkspaceEdit }) => {
      this.edits.push(edit);
      return { applied: true };
    });
    this.ended = new Promise((resolve) => this.#process.on('exit', resolve));
    this.#connection.listen();
    this.initialized = options.raw === true ? new Promise(() => undefined) : this.#initialize(options);
  }

  /** Process id of the server itself: the command line starts it as a program of its own. */
  get pid(): number {
    const children = readFileSync(
      `/proc/${String(this.#process.pid)}/task/${String(this.#process.pid)}/children`,
      'utf8',
    );
    return Number(children.trim().split(' ')[0] ?? 0);
  }

  request<R>(method: string, params: unknown): Promise<R> {
    return this.#connection.sendRequest(method, params);
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.#connection.sendNotification(method, params);
  }

  /** Opens a document under any language id. */
  async open(uri: string, text: string, languageId = 'plaintext'): Promise<void> {
    await this.initialized;
    await this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  /** The diagnostics pushed for a document, once they satisfy the test. */
  diagnostics(
    uri: string,
    wanted: (diagnostics: readonly Diagnostic[]) => boolean = () => true,
  ): Promise<readonly Diagnostic[]> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(
          new Error(
            `no such diagnostics for ${uri}: ${JSON.stringify(this.#published.get(uri)?.diagnostics.map((one) => one.code))}`,
          ),
        );
      }, 20_000);
      const check = (): void => {
        const found = this.#published.get(uri)?.diagnostics;
        if (found === undefined || !wanted(found)) return;
        clearTimeout(timer);
        this.#waiting.splice(this.#waiting.indexOf(check), 1);
        resolve(found);
      };
      this.#waiting.push(check);
      check();
    });
  }

  /** The first message shown that fits. */
  message(wanted: RegExp): Promise<Shown> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error(`no such message: ${JSON.stringify(this.shown)}`));
      }, 20_000);
      const check = (): void => {
        const found = this.shown.find((one) => wanted.test(one.message));
        if (found === undefined) return;
        clearTimeout(timer);
        this.#waiting.splice(this.#waiting.indexOf(check), 1);
        resolve(found);
      };
      this.#waiting.push(check);
      check();
    });
  }

  /** Ends the server whatever it does: for tests that failed before they stopped it. */
  kill(): void {
    this.#process.kill();
  }

  async stop(): Promise<void> {
    await this.request('shutdown', undefined);
    await this.notify('exit', undefined);
    this.#connection.dispose();
    this.#process.kill();
  }

  async #initialize({ pull, folders, params, workspace }: ClientOptions): Promise<InitializeResult> {
    const capabilities: ClientCapabilities = {
      workspace: {
        configuration: true,
        ...(folders === undefined
          ? {}
          : { workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } }),
        ...workspace,
      },
      window: { workDoneProgress: true },
      textDocument: {
        publishDiagnostics: { relatedInformation: true },
        ...(pull === true ? { diagnostic: {} } : {}),
      },
    };
    const result = await this.request<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities,
      ...params,
    });
    await this.notify('initialized', {});
    return result;
  }
}
