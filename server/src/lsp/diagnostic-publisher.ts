import type { Connection, Diagnostic, WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver';

/** Sends diagnostics to clients that do not pull, and remembers which files must be cleared later, for both kinds. */
export class DiagnosticPublisher {
  #published = new Set<string>();
  readonly #reported = new Set<string>();

  constructor(private readonly connection: Connection) {}

  publish(uri: string, diagnostics: readonly Diagnostic[]): void {
    if (diagnostics.length === 0) this.#published.delete(uri);
    else this.#published.add(uri);
    void this.connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] });
  }

  /** Sends those of all files, and clears files that had some before and have none now. */
  publishAll(all: ReadonlyMap<string, readonly Diagnostic[]>): void {
    for (const uri of [...this.#published]) if (!all.has(uri)) this.publish(uri, []);
    for (const [uri, diagnostics] of all) this.publish(uri, diagnostics);
  }

  /** Notes that a document was answered by itself: when it is closed, the workspace's answers must clear it. */
  notePulled(uri: string): void {
    this.#reported.add(uri);
  }

  /**
   * The answer to a pull for the whole workspace. Files reported before that have none now are reported empty, every
   * time: a client that is about to forget a closed document passes over the first such answers.
   */
  workspaceReport(
    all: ReadonlyMap<string, readonly Diagnostic[]>,
    versionOf: (uri: string) => number | null,
  ): WorkspaceDocumentDiagnosticReport[] {
    const gone = [...this.#reported].filter((uri) => !all.has(uri));
    for (const uri of all.keys()) this.#reported.add(uri);
    return [...[...all], ...gone.map((uri) => [uri, []] as const)].map(([uri, diagnostics]) => ({
      kind: 'full',
      uri,
      version: versionOf(uri),
      items: [...diagnostics],
    }));
  }
}
