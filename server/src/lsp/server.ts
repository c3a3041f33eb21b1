import type { Connection, Diagnostic, InitializeParams, InitializeResult } from 'vscode-languageserver';
import { DidChangeConfigurationNotification, TextDocuments, TextDocumentSyncKind } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Artifact } from '../engine/bundle/artifact';
import type { Offload } from '../engine/ports';
import { codeActions, fixAllAction } from '../engine/features/code-actions';
import { documentDiagnostics } from '../engine/features/diagnostics';
import type { FeatureDeps } from '../engine/features/document-model';
import { isOurs } from '../engine/features/document-model';
import { foldingRanges } from '../engine/features/folding';
import { createGlossary } from '../engine/features/glossary';
import { hoverAt } from '../engine/features/hover';
import { documentSymbols } from '../engine/features/symbols';
import { takenIds, withSignatures } from '../engine/report/custom-signatures';
import { fromDiagnostic, toCodeAction, toDiagnostic, toFolding, toHover, toSymbol } from './convert';
import { DocumentModels } from './documents';
import { fenced, fencedAsync } from './fence';
import { BUNDLE_CHANGED } from './bundle-protocol';
import { DiagnosticPublisher } from './diagnostic-publisher';
import { BundleService } from './handlers/bundle';
import { collectionScript } from '../knowledge/collection';
import { DESK_REQUESTS } from './desk-protocol';
import { registerDesk } from './handlers/desk';
import type { ServerContext } from './context';
import { registerCommands } from './handlers/commands';
import { registerCompare } from './handlers/compare';
import { registerRedaction } from './handlers/redact';
import { registerLines } from './handlers/lines';
import { registerEditorFeatures } from './handlers/editor';
import { documentReport } from './handlers/report';
import { documentState, explainList, explainMarkdown, runbookList, runbookMarkdown } from './handlers/pages';
import { answerRefusals } from './lifecycle';
import type { DocumentParams, RunbookParams } from './protocol';
import { REQUESTS } from './protocol';
import { foldersOf } from './folders';
import { settingsWarning } from './settings-warning';
import { DEFAULT_SERVER_SETTINGS, settingsFrom } from './settings';
import type { BundleFiles } from './workspace/bundle-files';
import { BundleIndex } from './workspace/bundle-index';
import { clientFiles, reachableFiles } from './workspace/client-files';

/** Delays work; the entry gives the platform's timer. Gives a function that cancels. */
export type Delay = (work: () => void, milliseconds: number) => () => void;

export interface ServerDeps extends FeatureDeps {
  readonly delay: Delay;
  readonly version: string;
  /** Files that the server reads itself (`file:` URIs); all others are read through the client. */
  readonly files?: BundleFiles;
  /** Threads that read large files. */
  readonly offload?: Offload<Artifact>;
}

/** Typing pauses shorter than this are not worth an analysis. */
const DEBOUNCE_MS = 150;

/** The language server on any connection. Wiring only: what is answered stands in features and handlers. */
export function startServer(connection: Connection, deps: ServerDeps): void {
  const documents = new TextDocuments(TextDocument);
  const models = new DocumentModels(deps, DEFAULT_SERVER_SETTINGS.triage);
  const glossary = createGlossary(deps.catalogue);
  const opened = new Map<string, number>();
  let settings = DEFAULT_SERVER_SETTINGS;
  let catalogue = deps.catalogue;
  const pending = new Map<string, () => void>();
  const log = (line: string): void => {
    connection.console.error(line);
  };
  let canPull = false;
  let canConfigure = false;
  let canFolders = false;
  /** URIs of the folders that a client names once and for all. */
  let given: readonly string[] = [];
  let canWatch = false;
  let canProgress = false;
  let related = false;

  const modelOf = (uri: string): ReturnType<DocumentModels['of']> | null => {
    const document = documents.get(uri);
    return document === undefined ? null : models.of(document);
  };
  const files = reachableFiles(deps.files, clientFiles(connection));
  const context = (): ServerContext => ({
    ...deps,
    catalogue,
    settings: settings.triage,
    scan: settings.scan,
    // Threads have the catalogue without the signatures of the settings.
    offload: catalogue === deps.catalogue ? (deps.offload ?? null) : null,
  });
  const index = new BundleIndex(files, {
    context,
    zone: () => settings.zone,
    open: (uri) => {
      const document = documents.get(uri);
      const model = modelOf(uri);
      if (document === undefined || model === null) return null;
      return { lines: model.lines, artifact: model.artifact, edited: opened.get(uri) !== document.version };
    },
    changed: () => {
      void connection.sendNotification(BUNDLE_CHANGED);
    },
  });
  /** A file of the bundle is judged with its neighbours; any other document by itself. */
  const diagnosticsOf = (uri: string): Promise<readonly Diagnostic[]> =>
    fencedAsync(log, 'diagnostics', [], async () => {
      const model = modelOf(uri);
      if (model !== null && !isOurs(model)) return [];
      const ofBundle = await bundle.diagnosticsOf(uri);
      if (ofBundle !== null || model === null) return ofBundle ?? [];
      return documentDiagnostics(model).map((one) => toDiagnostic(uri, one, related));
    });
  const everyDiagnostic = async (): Promise<ReadonlyMap<string, readonly Diagnostic[]>> => {
    const none: ReadonlyMap<string, readonly Diagnostic[]> = new Map();
    const all = new Map(await fencedAsync(log, 'diagnostics', none, () => bundle.allDiagnostics()));
    for (const { uri } of documents.all()) all.set(uri, await diagnosticsOf(uri));
    return all;
  };
  const publisher = new DiagnosticPublisher(connection);
  const push = async (uri: string): Promise<void> => {
    if (!canPull && documents.get(uri) !== undefined) publisher.publish(uri, await diagnosticsOf(uri));
  };
  const refresh = (): void => {
    if (canPull) {
      void connection.languages.diagnostics.refresh();
      return;
    }
    void everyDiagnostic().then((all) => {
      publisher.publishAll(all);
    });
  };
  const folders = async (): Promise<readonly string[]> =>
    canFolders ? ((await connection.workspace.getWorkspaceFolders()) ?? []).map((one) => one.uri) : given;
  const bundle = new BundleService({
    connection,
    index,
    files,
    createDecoder: deps.ports.createDecoder,
    delay: deps.delay,
    log,
    catalogue: () => catalogue,
    folders,
    refresh,
  });
  const warn = settingsWarning(connection);
  const configure = async (): Promise<void> => {
    if (!canConfigure) return;
    const section: unknown = await connection.workspace.getConfiguration('zpaTriage');
    settings = settingsFrom(section);
    warn([...settings.problems, ...takenIds(deps.catalogue, settings.customSignatures)]);
    catalogue = withSignatures(deps.catalogue, settings.customSignatures);
    models.configure({ ...deps, catalogue }, settings.triage);
    bundle.invalidate();
    refresh();
    editor.refresh();
  };
  registerLines(connection, { index, log, modelOf, gapSeconds: () => settings.triage.thresholds.statusGapSeconds });
  registerCompare(connection, { index, files, context, log });
  registerRedaction(connection, {
    log,
    linesOf: (uri) => modelOf(uri)?.lines ?? null,
    salt: crypto.randomUUID(),
  });
  registerDesk(connection, { index, catalogue: () => catalogue, log, modelOf });
  connection.onRequest(DESK_REQUESTS.collectionScript, () => collectionScript());
  const editor = registerEditorFeatures(connection, {
    glossary,
    log,
    modelOf,
    models: () => documents.all().map((document) => ({ uri: document.uri, model: models.of(document) })),
    files: () => [...documents.keys(), ...Object.values(index.state.uris)],
    settings: () => settings,
  });

  const commands = registerCommands(connection, {
    log,
    catalogue: () => catalogue,
    index,
    files,
    folders,
    textOf: (uri) => documents.get(uri)?.getText() ?? null,
    settled: () => bundle.settled(),
    rescan: () => void bundle.scan(true, null),
  });
  answerRefusals(connection);

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const { textDocument, workspace } = params.capabilities;
    canPull = textDocument?.diagnostic !== undefined;
    canConfigure = workspace?.configuration === true;
    canFolders = workspace?.workspaceFolders === true;
    given = foldersOf(params);
    canWatch = workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    canProgress = params.capabilities.window?.workDoneProgress === true;
    related =
      textDocument?.publishDiagnostics?.relatedInformation === true ||
      textDocument?.diagnostic?.relatedDocumentSupport === true ||
      canPull;
    return {
      serverInfo: { name: 'zpa-triage', version: deps.version },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: TextDocumentSyncKind.Incremental,
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.zpa'] },
        documentSymbolProvider: true,
        foldingRangeProvider: true,
        ...editor.initialize(params.capabilities),
        ...commands.initialize(params),
        ...(canFolders ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } } : {}),
        ...(canPull
          ? { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: true, identifier: 'zpa' } }
          : {}),
      },
    };
  });
  connection.onInitialized(() => {
    if (canConfigure)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'zpaTriage' });
    void fencedAsync(log, 'start', undefined, async () => {
      await configure();
      bundle.start({ progress: canProgress, watch: canWatch, folders: canFolders });
    });
  });
  connection.onDidChangeConfiguration(() => {
    void configure();
  });

  documents.onDidOpen(({ document }) => {
    opened.set(document.uri, document.version);
  });
  documents.onDidChangeContent(({ document }) => {
    if (opened.get(document.uri) !== document.version) bundle.invalidate();
    pending.get(document.uri)?.();
    pending.set(
      document.uri,
      deps.delay(() => {
        void push(document.uri);
      }, DEBOUNCE_MS),
    );
  });
  documents.onDidClose(({ document }) => {
    pending.get(document.uri)?.();
    pending.delete(document.uri);
    models.forget(document.uri);
    if (opened.get(document.uri) !== document.version) bundle.invalidate();
    opened.delete(document.uri);
    if (canPull) return;
    // A file of the bundle keeps its problems; any other takes them along.
    void fencedAsync(log, 'diagnostics', undefined, async () => {
      publisher.publish(document.uri, (await bundle.diagnosticsOf(document.uri)) ?? []);
    });
  });

  connection.languages.diagnostics.on(async ({ textDocument }) => {
    const items = [...(await diagnosticsOf(textDocument.uri))];
    if (items.length > 0) publisher.notePulled(textDocument.uri);
    return { kind: 'full', items };
  });
  connection.languages.diagnostics.onWorkspace(async () => {
    const all = await everyDiagnostic();
    return { items: publisher.workspaceReport(all, (uri) => documents.get(uri)?.version ?? null) };
  });
  connection.onHover(({ textDocument, position }) =>
    fenced(log, 'hover', null, () => {
      const model = modelOf(textDocument.uri);
      const hover = model === null ? null : hoverAt(model, glossary, position.line, position.character);
      return hover === null ? null : toHover(position.line, hover);
    }),
  );
  connection.onCodeAction(({ textDocument, context }) =>
    fenced(log, 'code actions', [], () => {
      const model = modelOf(textDocument.uri);
      if (model === null) return [];
      const ours = context.diagnostics.flatMap((diagnostic) => {
        const data = fromDiagnostic(diagnostic);
        return data === null ? [] : [{ diagnostic, data }];
      });
      const wants = (kind: string): boolean =>
        context.only === undefined || context.only.some((one) => kind === one || kind.startsWith(`${one}.`));
      const quick = wants('quickfix')
        ? codeActions(
            model,
            ours.map(({ data }) => data),
          )
        : [];
      const all = wants('source.fixAll.zpa') && context.only !== undefined ? fixAllAction(model) : null;
      return [...quick, ...(all === null ? [] : [all])].map((action) =>
        toCodeAction(
          textDocument.uri,
          action,
          ours.map(({ diagnostic }) => diagnostic),
        ),
      );
    }),
  );
  connection.onDocumentSymbol(({ textDocument }) =>
    fenced(log, 'outline', [], () => {
      const model = modelOf(textDocument.uri);
      return model === null ? [] : documentSymbols(model).map(toSymbol);
    }),
  );
  connection.onFoldingRanges(({ textDocument }) =>
    fenced(log, 'folding', [], () => {
      const model = modelOf(textDocument.uri);
      return model === null ? [] : foldingRanges(model).map(toFolding);
    }),
  );

  connection.onRequest(REQUESTS.documentState, ({ uri }: DocumentParams) =>
    fenced(log, 'state', null, () => {
      const model = modelOf(uri);
      return model === null ? null : documentState(model);
    }),
  );
  connection.onRequest(REQUESTS.runbook, ({ id, uri }: RunbookParams) =>
    fenced(log, 'runbook', null, () =>
      runbookMarkdown(deps.catalogue, id, uri === undefined ? null : modelOf(uri), index.facts),
    ),
  );
  connection.onRequest(REQUESTS.runbookList, () => runbookList(deps.catalogue));
  connection.onRequest(REQUESTS.explain, ({ query }: { readonly query: string }) =>
    fenced(log, 'explain', null, () => explainMarkdown(deps.catalogue, query)),
  );
  connection.onRequest(REQUESTS.report, ({ uri }: DocumentParams) =>
    fenced(log, 'report', null, () => {
      const model = modelOf(uri);
      return model === null ? null : documentReport(model, deps.version);
    }),
  );
  connection.onRequest(REQUESTS.explainList, () => explainList(deps.catalogue));

  documents.listen(connection);
  connection.listen();
}
