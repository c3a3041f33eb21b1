/** The five views of the desk, kept up to date with the bundle. */
import * as vscode from 'vscode';
import type { RunbookListEntry } from '../../../../server/src/lsp/protocol';
import { REQUESTS } from '../../../../server/src/lsp/protocol';
import type { Bundle } from '../bundle';
import type { RunbookTicks } from '../webviews/runbook-ticks';
import { count, moment, progressWords } from '../words';
import { artifactRows } from './artifacts';
import { checkRows } from './checks';
import { connectorRows } from './connectors';
import { findingRows } from './findings';
import { RowTree } from './row-tree';
import { runbookRows } from './runbooks';
import type { Server } from '../server';

export class Desk implements vscode.Disposable {
  readonly causes = new RowTree('zpaTriage.causes');
  readonly connectors = new RowTree('zpaTriage.connectors');
  readonly files = new RowTree('zpaTriage.files');
  readonly checks = new RowTree('zpaTriage.checks');
  readonly runbooks = new RowTree('zpaTriage.runbooks');
  readonly #subscriptions: readonly { dispose(): unknown }[];
  #list: readonly RunbookListEntry[] = [];
  #scanEnded: (() => void) | null = null;

  constructor(
    private readonly server: Server,
    private readonly bundle: Bundle,
    private readonly ticks: RunbookTicks,
  ) {
    this.#subscriptions = [
      this.causes,
      this.connectors,
      this.files,
      this.checks,
      this.runbooks,
      bundle.onDidChange(() => {
        this.#show();
      }),
      ticks.onDidChange(() => {
        this.#showRunbooks();
      }),
    ];
  }

  /** Once the server answers. */
  async begin(): Promise<void> {
    this.#list = await this.server.sendRequest<readonly RunbookListEntry[]>(REQUESTS.runbookList);
    this.#show();
  }

  dispose(): void {
    this.#scanEnded?.();
    for (const one of this.#subscriptions) one.dispose();
  }

  #show(): void {
    const { state } = this.bundle;
    this.causes.show(findingRows(state, new Map(this.#list.map((one) => [one.id, one.title]))));
    this.connectors.show(connectorRows(state));
    this.files.show(artifactRows(state));
    this.checks.show(checkRows(state));
    this.#showRunbooks();
    this.#badge();
    this.#message();
    this.#progress();
  }

  #showRunbooks(): void {
    this.runbooks.show(runbookRows(this.bundle.state, this.#list, (id) => this.ticks.of(id).length));
  }

  #badge(): void {
    const errors = this.bundle.state.report?.summary.error ?? 0;
    this.causes.view.badge = errors === 0 ? undefined : { value: errors, tooltip: count(errors, 'error') };
  }

  /** The likeliest root cause in full, above the rows: a row shows no more than its beginning. */
  #message(): void {
    const { report, phase, filesDone, filesTotal } = this.bundle.state;
    const { view } = this.causes;
    const [likeliest, ...others] = this.bundle.rootCauses;
    if (phase === 'scanning') {
      view.message = `Reading ${progressWords(filesDone, filesTotal)}…`;
    } else if (likeliest !== undefined) {
      const rank = others.length === 0 ? 'Root cause' : 'Likeliest cause';
      const since = likeliest.firstTime === null ? '' : ` Since ${moment(likeliest.firstTime)}.`;
      view.message = `${rank}: ${likeliest.message}${since}`;
    } else if (report !== null && report.findings.length === 0 && report.artifacts.some((one) => one.format !== null)) {
      view.message = `Nothing wrong was found: ${count(report.passed.length, 'check')} passed.`;
    } else {
      view.message = '';
    }
    const { error = 0, warning = 0 } = report?.summary ?? {};
    view.description = error + warning === 0 ? '' : `${count(error, 'error')}, ${count(warning, 'warning')}`;
  }

  /** The thin bar above the view while files are read. */
  #progress(): void {
    const scanning = this.bundle.state.phase === 'scanning';
    if (!scanning) {
      this.#scanEnded?.();
      this.#scanEnded = null;
    } else if (this.#scanEnded === null) {
      void vscode.window.withProgress(
        { location: { viewId: 'zpaTriage.causes' } },
        () =>
          new Promise<void>((resolve) => {
            this.#scanEnded = resolve;
          }),
      );
    }
  }
}
