import type { Connection, Diagnostic, InitializeParams, InitializeResult } from 'vscode-languageserver';
import { DidChangeConfigurationNotification, TextDocuments, TextDocumentSyncKind } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { codeActions, fixAllAction } from '../engine/features/code-actions';
import { documentDiagnostics } from '../engine/features/diagnostics';
import type { FeatureDeps } from '../engine/features/document-model';
import { foldingRanges } from '../engine/features/folding';
import { createGlossary } from '../engine/features/glossary';
import { hoverAt } from '../engine/features/hover';
import { documentSymbols } from '../engine/features/symbols';
import { DEFAULT_SETTINGS } from '../engine/triage';
import { fromDiagnostic, toCodeAction, toDiagnostic, toFolding, toHover, toSymbol } from './convert';
import { DocumentModels } from './documents';
import { fenced } from './fence';
import { documentReport } from './handlers/report';
import { documentState, explainList, explainMarkdown, runbookList, runbookMarkdown } from './handlers/pages';
import type { DocumentParams, RunbookParams } from './protocol';
import { REQUESTS } from './protocol';
import { settingsFrom } from './settings';

/** Delays work; the entry gives the platform's timer. Gives a function that cancels. */
export type Delay = (work: () => void, milliseconds: number) => () => void;

export interface ServerDeps extends FeatureDeps {
  readonly delay: Delay;
  readonly version: string;
}

/** Typing pauses shorter than this are not worth an analysis. */
const DEBOUNCE_MS = 150;

/** The language server on any connection. Wiring only: what is answered stands in features and handlers. */
export function startServer(connection: Connection, deps: ServerDeps): void {
  const documents = new TextDocuments(TextDocument);
  const models = new DocumentModels(deps, DEFAULT_SETTINGS);
  const glossary = createGlossary(deps.catalogue);
  const pending = new Map<string, () => void>();
  const log = (line: string): void => {
    connection.console.error(line);
  };
  let canPull = false;
  let canConfigure = false;
  let related = false;

  const modelOf = (uri: string): ReturnType<DocumentModels['of']> | null => {
    const document = documents.get(uri);
    return document === undefined ? null : models.of(document);
  };
  const diagnosticsOf = (uri: string): Diagnostic[] => {
    const model = modelOf(uri);
    return model === null ? [] : documentDiagnostics(model).map((one) => toDiagnostic(uri, one, related));
  };
  const push = (uri: string): void => {
    const document = documents.get(uri);
    if (document === undefined || canPull) return;
    const diagnostics = fenced(log, 'diagnostics', [], () => diagnosticsOf(uri));
    void connection.sendDiagnostics({ uri, version: document.version, diagnostics });
  };
  const refresh = (): void => {
    if (canPull) void connection.languages.diagnostics.refresh();
    else for (const document of documents.all()) push(document.uri);
  };
  const configure = async (): Promise<void> => {
    if (!canConfigure) return;
    const section: unknown = await connection.workspace.getConfiguration('zpaTriage');
    models.configure(settingsFrom(section));
    refresh();
  };

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const { textDocument, workspace } = params.capabilities;
    canPull = textDocument?.diagnostic !== undefined;
    canConfigure = workspace?.configuration === true;
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
        ...(canPull
          ? { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: true, identifier: 'zpa' } }
          : {}),
      },
    };
  });
  connection.onInitialized(() => {
    if (canConfigure)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'zpaTriage' });
    void configure();
  });
  connection.onDidChangeConfiguration(() => {
    void configure();
  });

  documents.onDidChangeContent(({ document }) => {
    pending.get(document.uri)?.();
    pending.set(
      document.uri,
      deps.delay(() => {
        push(document.uri);
      }, DEBOUNCE_MS),
    );
  });
  documents.onDidClose(({ document }) => {
    pending.get(document.uri)?.();
    pending.delete(document.uri);
    models.forget(document.uri);
    if (!canPull) void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });

  connection.languages.diagnostics.on(({ textDocument }) => ({
    kind: 'full',
    items: fenced(log, 'diagnostics', [], () => diagnosticsOf(textDocument.uri)),
  }));
  connection.languages.diagnostics.onWorkspace(() => ({
    items: documents.all().map(({ uri, version }) => ({
      uri,
      version,
      kind: 'full',
      items: fenced(log, 'diagnostics', [], () => diagnosticsOf(uri)),
    })),
  }));
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
    fenced(log, 'runbook', null, () => runbookMarkdown(deps.catalogue, id, uri === undefined ? null : modelOf(uri))),
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
