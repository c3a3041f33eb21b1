/** What the server knows of the bundle, kept for everything that shows it. */
import * as vscode from 'vscode';
import type { BundleState, ReportFinding, ScanParams } from '../../../server/src/lsp/bundle-protocol';
import { BUNDLE_CHANGED, BUNDLE_REQUESTS } from '../../../server/src/lsp/bundle-protocol';
import type { Server } from './server';

const NOTHING: BundleState = {
  phase: 'idle',
  filesDone: 0,
  filesTotal: 0,
  report: null,
  uris: {},
  deeper: {},
  leftOut: [],
};

export class Bundle implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<BundleState>();
  #state = NOTHING;
  #findings = new Map<string, ReportFinding>();
  #asking = false;
  #askAgain = false;

  readonly onDidChange = this.#changed.event;

  constructor(private readonly server: Server) {
    server.onNotification(BUNDLE_CHANGED, () => void this.refresh());
  }

  get state(): BundleState {
    return this.#state;
  }

  /** A finding by its id; undefined for one that is gone. */
  finding(id: string): ReportFinding | undefined {
    return this.#findings.get(id);
  }

  /** The root causes, the likeliest first. */
  get rootCauses(): readonly ReportFinding[] {
    return this.#state.report?.summary.rootCauses.flatMap((id) => this.finding(id) ?? []) ?? [];
  }

  /** URI of a path of the report, also inside archives; undefined for files that the bundle does not hold. */
  uriOf(path: string): vscode.Uri | undefined {
    const text = this.#state.uris[path];
    return text === undefined ? undefined : vscode.Uri.parse(text);
  }

  /** Path in the report of a file; undefined for files that the bundle does not hold. */
  pathOf(uri: vscode.Uri): string | undefined {
    const wanted = uri.toString();
    return Object.entries(this.#state.uris).find(([, text]) => vscode.Uri.parse(text).toString() === wanted)?.[0];
  }

  /** Asks the server for its state. Questions that come while one is out are answered by one more. */
  async refresh(): Promise<void> {
    if (this.#asking) {
      this.#askAgain = true;
      return;
    }
    this.#asking = true;
    try {
      do {
        this.#askAgain = false;
        this.#take(await this.server.sendRequest<BundleState>(BUNDLE_REQUESTS.bundle));
      } while (this.#wantsMore());
    } catch {
      // A server that was stopped answers nothing; the next start asks anew.
    } finally {
      this.#asking = false;
    }
  }

  /** Reads the workspace, or what is named, anew. */
  async scan(params: ScanParams, token?: vscode.CancellationToken): Promise<BundleState> {
    const state = await this.server.sendRequest<BundleState>(BUNDLE_REQUESTS.scan, params, token);
    this.#take(state);
    return state;
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #wantsMore(): boolean {
    return this.#askAgain;
  }

  #take(state: BundleState): void {
    this.#state = state;
    this.#findings = new Map(state.report?.findings.map((one) => [one.id, one]));
    const recognised = state.report?.artifacts.some((one) => one.format !== null) === true;
    const context: Readonly<Record<string, unknown>> = {
      phase: state.phase,
      hasReport: state.report !== null && recognised,
      hasFindings: this.#findings.size > 0,
    };
    for (const [key, value] of Object.entries(context)) {
      void vscode.commands.executeCommand('setContext', `zpaTriage.${key}`, value);
    }
    this.#changed.fire(state);
  }
}
