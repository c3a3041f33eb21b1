import type { CancellationToken, Connection, Diagnostic, WorkDoneProgressReporter } from 'vscode-languageserver';
import { DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { maskSecrets } from '../../engine/redact/secrets';
import type { Catalogue } from '../../engine/catalogue';
import { provisionKey } from '../../engine/formats/provision-key';
import type { CreateDecoder } from '../../engine/ports';
import type { BundleReportParams, BundleState, ExtractParams, MemberParams, ScanParams } from '../bundle-protocol';
import { BUNDLE_CHANGED, BUNDLE_REQUESTS } from '../bundle-protocol';
import { pathOf } from '../documents';
import { fencedAsync } from '../fence';
import type { BundleFiles } from '../workspace/bundle-files';
import { memberText } from '../workspace/member-text';
import type { BundleIndex } from '../workspace/bundle-index';
import { reportDiagnostics } from '../workspace/report-diagnostics';
import { reportAs } from './report';

/** Delays work; the entry gives the platform's timer. Gives a function that cancels. */
type Delay = (work: () => void, milliseconds: number) => () => void;

export interface BundleServiceDeps {
  readonly connection: Connection;
  readonly index: BundleIndex;
  readonly files: BundleFiles;
  readonly createDecoder: CreateDecoder;
  readonly delay: Delay;
  readonly log: (line: string) => void;
  readonly catalogue: () => Catalogue;
  /** URIs of the workspace's folders as they are now. */
  readonly folders: () => Promise<readonly string[]>;
  /** Diagnostics have changed: ask to be pulled, or push. */
  readonly refresh: () => void;
}

/** Files come in heaps when a bundle is unpacked: one scan for all of them. */
const SETTLE_MS = 600;
/** A scan shorter than this needs no progress. */
const PATIENCE_MS = 400;
const MAX_EXTRACT_LINES = 5_000;

/** Changes of tools' own files say nothing of the bundle. */
function isWatched(uri: string): boolean {
  return !/\/(?:\.git|node_modules|\.vscode)\//u.test(uri);
}

/** The scan of the workspace and everything that is asked about the bundle as a whole. */
export class BundleService {
  /** What was chosen by hand; null while the bundle is the workspace. */
  #chosen: readonly string[] | null = null;
  #cancel: { cancelled: boolean } = { cancelled: false };
  #running: Promise<void> = Promise.resolve();
  #stale = false;
  #settle: (() => void) | null = null;
  #diagnostics: ReadonlyMap<string, readonly Diagnostic[]> = new Map();
  #canProgress = false;
  #wasAsked = false;

  constructor(private readonly deps: BundleServiceDeps) {
    const { connection, index, log } = deps;
    connection.onRequest(BUNDLE_REQUESTS.bundle, () => index.state);
    connection.onRequest(
      BUNDLE_REQUESTS.scan,
      async ({ uris }: ScanParams, token: CancellationToken): Promise<BundleState> => {
        this.#wasAsked = true;
        if (uris !== undefined) this.#chosen = uris.length === 0 ? null : uris;
        await this.scan(false, token);
        return index.state;
      },
    );
    connection.onRequest(BUNDLE_REQUESTS.bundleReport, ({ format }: BundleReportParams) =>
      fencedAsync(log, 'report', null, async () => {
        await this.#fresh();
        const { report, facts } = index;
        return report === null || facts === null ? null : reportAs(format, report, facts, deps.catalogue());
      }),
    );
    connection.onRequest(BUNDLE_REQUESTS.member, ({ uri }: MemberParams) =>
      fencedAsync(log, 'member', null, () => memberText(deps.files, deps.createDecoder, uri)),
    );
    connection.onRequest(BUNDLE_REQUESTS.extract, ({ uri, firstLine, lastLine }: ExtractParams) =>
      fencedAsync(log, 'extract', null, async () => {
        const first = Math.max(0, firstLine);
        const lines = await index.extract(uri, first, Math.min(lastLine, first + MAX_EXTRACT_LINES - 1));
        const isKeyFile = provisionKey.fileName?.test(pathOf(uri)) === true;
        return lines === null ? null : lines.map((line) => maskSecrets(line, isKeyFile)).join('\n');
      }),
    );
    connection.onDidChangeWatchedFiles(({ changes }) => {
      if (!changes.some(({ uri }) => isWatched(uri))) return;
      this.#settle?.();
      this.#settle = deps.delay(() => {
        void this.scan(true, null);
      }, SETTLE_MS);
    });
  }

  /** Begins: the workspace is scanned, and watched where the client can. */
  start(capabilities: { readonly progress: boolean; readonly watch: boolean; readonly folders: boolean }): void {
    this.#canProgress = capabilities.progress;
    const { connection } = this.deps;
    if (capabilities.watch) {
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: '**/*' }] });
    }
    if (capabilities.folders) {
      connection.workspace.onDidChangeWorkspaceFolders(() => {
        void this.scan(true, null);
      });
    }
    // Who asked for a scan before the settings were there gets that one.
    if (!this.#wasAsked) void this.scan(true, null);
  }

  /** Scans the bundle; a running scan is cancelled first. */
  async scan(unasked: boolean, token: CancellationToken | null): Promise<void> {
    this.#cancel.cancelled = true;
    const cancel = { cancelled: false };
    this.#cancel = cancel;
    token?.onCancellationRequested(() => {
      cancel.cancelled = true;
    });
    const before = this.#running;
    this.#running = fencedAsync(this.deps.log, 'scan', undefined, async () => {
      await before;
      if (!cancel.cancelled) await this.#scanNow(unasked, cancel);
    });
    await this.#running;
  }

  /** When no scan runs. */
  settled(): Promise<void> {
    return this.#running;
  }

  /** Settings or the text of an open document have changed: what follows from the bundle is judged when asked for. */
  invalidate(): void {
    this.#stale = true;
  }

  /** Diagnostics of a file of the bundle; null when the document is none. */
  async diagnosticsOf(uri: string): Promise<readonly Diagnostic[] | null> {
    if (this.deps.index.pathOf(uri) === null) return null;
    await this.#fresh();
    return this.#diagnostics.get(uri) ?? [];
  }

  /** Diagnostics of all files that have any. */
  async allDiagnostics(): Promise<ReadonlyMap<string, readonly Diagnostic[]>> {
    await this.#fresh();
    return this.#diagnostics;
  }

  async #fresh(): Promise<void> {
    if (!this.#stale) return;
    this.#stale = false;
    await this.deps.index.rejudge();
    this.#publish();
  }

  async #scanNow(unasked: boolean, cancel: { cancelled: boolean }): Promise<void> {
    const { index } = this.deps;
    const roots = this.#chosen ?? (await this.deps.folders());
    if (roots.length === 0) return;
    const progress = this.#progress(cancel);
    try {
      this.#stale = false;
      await index.scan({
        roots,
        unasked: unasked && this.#chosen === null,
        cancel,
        onFile: (done) => {
          progress.report(done);
        },
      });
    } finally {
      progress.end();
    }
    this.#publish();
    this.deps.refresh();
  }

  #publish(): void {
    const { index, catalogue, connection } = this.deps;
    const { report, uris } = index.state;
    this.#diagnostics = report === null ? new Map() : reportDiagnostics(report, uris, catalogue());
    void connection.sendNotification(BUNDLE_CHANGED);
  }

  /** Work-done progress that only shows when the work takes long. */
  #progress(cancel: { cancelled: boolean }): { report: (done: number) => void; end: () => void } {
    const { connection, delay, log } = this.deps;
    const shown: { progress?: WorkDoneProgressReporter; ended: boolean } = { ended: false };
    const stop = delay(() => {
      if (!this.#canProgress) return;
      void fencedAsync(log, 'progress', undefined, async () => {
        const progress = await connection.window.createWorkDoneProgress();
        progress.begin('Triage of the support bundle', undefined, undefined, true);
        progress.token.onCancellationRequested(() => {
          cancel.cancelled = true;
        });
        shown.progress = progress;
        if (shown.ended) progress.done();
      });
    }, PATIENCE_MS);
    return {
      report: (done) => {
        shown.progress?.report(`${String(done)} files`);
      },
      end: () => {
        shown.ended = true;
        stop();
        shown.progress?.done();
      },
    };
  }
}
