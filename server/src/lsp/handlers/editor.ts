/** Editor features of one document at a time: plain data of `engine/features` as LSP. */
import { DocumentHighlightKind, InsertTextFormat, SymbolKind } from 'vscode-languageserver-protocol';
import type {
  ClientCapabilities,
  CodeLens,
  CompletionItem,
  Connection,
  DocumentHighlight,
  DocumentLink,
  InlayHint,
  Location,
  Position,
  Range as LspRange,
  ServerCapabilities,
  SymbolInformation,
} from 'vscode-languageserver';
import type { Lens } from '../../engine/features/code-lens';
import { codeLenses, lensText } from '../../engine/features/code-lens';
import type { Completion } from '../../engine/features/completion';
import { completionsAt } from '../../engine/features/completion';
import { definitionAt } from '../../engine/features/definition';
import type { DocumentModel } from '../../engine/features/document-model';
import type { Glossary } from '../../engine/features/glossary';
import { highlightsAt } from '../../engine/features/highlight';
import { inlayHints } from '../../engine/features/inlay-hints';
import type { Link } from '../../engine/features/links';
import { documentLinks } from '../../engine/features/links';
import type { Span } from '../../engine/features/occurrences';
import { referencesAt } from '../../engine/features/references';
import type { BundleSymbol, OpenModel } from '../../engine/features/workspace-symbols';
import { workspaceSymbols } from '../../engine/features/workspace-symbols';
import { CONFIG_COMPLETIONS } from '../../knowledge/config-completions';
import { toRange } from '../convert';
import type { Log } from '../fence';
import { fenced } from '../fence';
import { isLarge } from '../size-tier';

/** What the features of this file add to the server's capabilities. */
const EDITOR_CAPABILITIES = {
  inlayHintProvider: true,
  codeLensProvider: { resolveProvider: true },
  documentLinkProvider: { resolveProvider: false },
  documentHighlightProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  workspaceSymbolProvider: true,
  completionProvider: { triggerCharacters: ['|'] },
} satisfies ServerCapabilities;

export interface EditorDeps {
  readonly glossary: Glossary;
  readonly log: Log;
  /** The analysis of an open document; null for any other. */
  readonly modelOf: (uri: string) => DocumentModel | null;
  /** Documents whose symbols the workspace has. */
  readonly models: () => Iterable<OpenModel>;
  /** URIs of files that are known to exist. */
  readonly files: () => Iterable<string>;
  readonly settings: () => { readonly inlayHints: boolean; readonly codeLens: boolean };
}

export interface EditorFeatures {
  /** Takes what the client can, gives what the server adds. */
  initialize(client: ClientCapabilities): typeof EDITOR_CAPABILITIES;
  /** Asks the editor for hints and lenses anew, after settings or their grounds changed. */
  refresh(): void;
}

/** Answers hints, lenses, links, highlights, definitions, references, symbols and completions. */
export function registerEditorFeatures(connection: Connection, deps: EditorDeps): EditorFeatures {
  let client: ClientCapabilities = {};
  const canSnippets = (): boolean => client.textDocument?.completion?.completionItem?.snippetSupport === true;
  /** Runs the work on the document's analysis, or gives the neutral value. */
  const on = <T>(name: string, uri: string, neutral: T, work: (model: DocumentModel) => T): T =>
    fenced(deps.log, name, neutral, () => {
      const model = deps.modelOf(uri);
      return model === null ? neutral : work(model);
    });
  const tell = (shown: number, total: number, what: string): void => {
    if (total > shown) connection.console.info(`ZPA: ${String(shown)} of ${String(total)} ${what} are shown.`);
  };

  connection.languages.inlayHint.on(({ textDocument, range }) =>
    on('inlay hints', textDocument.uri, [], (model) =>
      deps.settings().inlayHints && !isLargeModel(model) ? hintsOf(model, deps.glossary, range) : [],
    ),
  );
  connection.onCodeLens(({ textDocument: { uri } }) =>
    on('code lenses', uri, [], (model) =>
      deps.settings().codeLens && !isLargeModel(model) ? codeLenses(model).map((lens) => toLens(uri, lens)) : [],
    ),
  );
  connection.onCodeLensResolve((lens) => resolved(deps, lens));
  connection.onDocumentLinks(({ textDocument: { uri } }) =>
    on('links', uri, [], (model) => {
      const { links, capped } = documentLinks(model, siblingsOf(uri, deps.files()));
      if (capped) connection.console.info(`ZPA: only the first ${String(links.length)} links of a document are shown.`);
      return links.map((link) => toLink(uri, link));
    }),
  );
  connection.onDocumentHighlight(({ textDocument, position }) =>
    on('highlights', textDocument.uri, [], (model) =>
      highlightsAt(model, position.line, position.character).map(toHighlight),
    ),
  );
  connection.onDefinition(({ textDocument: { uri }, position }) =>
    on('definition', uri, null, (model) => {
      const span = definitionAt(model, position.line, position.character);
      return span === null ? null : toLocation(uri, span);
    }),
  );
  connection.onReferences(({ textDocument: { uri }, position, context }) =>
    on('references', uri, [], (model) => {
      const { line, character } = position;
      const { spans, total } = referencesAt(model, line, character, context.includeDeclaration);
      tell(spans.length, total, 'places');
      return spans.map((span) => toLocation(uri, span));
    }),
  );
  connection.onWorkspaceSymbol(({ query }) =>
    fenced(deps.log, 'workspace symbols', [], () => {
      const { symbols, total } = workspaceSymbols(deps.models(), query);
      tell(symbols.length, total, 'symbols');
      return symbols.map(toSymbolInformation);
    }),
  );
  connection.onCompletion(({ textDocument, position }) =>
    on('completion', textDocument.uri, [], (model) =>
      completionsAt(model, deps.glossary, CONFIG_COMPLETIONS, position.line, position.character).map((one) =>
        toCompletion(position, one, canSnippets()),
      ),
    ),
  );

  return {
    initialize: (capabilities) => {
      client = capabilities;
      return EDITOR_CAPABILITIES;
    },
    refresh: () => {
      if (client.workspace?.inlayHint?.refreshSupport === true) void connection.languages.inlayHint.refresh();
      if (client.workspace?.codeLens?.refreshSupport === true)
        void connection.sendRequest('workspace/codeLens/refresh');
    },
  };
}

function hintsOf(model: DocumentModel, glossary: Glossary, { start, end }: LspRange): InlayHint[] {
  return inlayHints(model, glossary, start.line, end.line)
    .map(({ line, column, label, tooltip }) => ({
      position: { line, character: column },
      label,
      tooltip,
      paddingLeft: true,
    }))
    .filter(({ position }) => !isBefore(position, start) && !isBefore(end, position));
}

/** Documents of which the editor shows less (size-tier.ts). Bytes are never fewer than characters. */
function isLargeModel({ artifact, lines }: DocumentModel): boolean {
  return isLarge(artifact.bytes, lines.length);
}

function isBefore(one: Position, other: Position): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}

function toLens(uri: string, { line, life, block }: Lens): CodeLens {
  const place = { line, character: 0 };
  return { range: { start: place, end: place }, data: { uri, life, block } };
}

/** The lens with its words, found by the data it was sent with. A lens without a command would never be shown. */
function resolved(deps: EditorDeps, lens: CodeLens): CodeLens {
  const data: unknown = lens.data;
  const { uri, life, block } = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>;
  const text = fenced(deps.log, 'code lens', null, () => {
    if (typeof uri !== 'string' || typeof life !== 'number' || typeof block !== 'number') return null;
    const model = deps.modelOf(uri);
    return model === null ? null : lensText(model, { life, block });
  });
  const isKnown =
    text?.explain !== null && text?.explain !== undefined && deps.glossary.constant(text.explain) !== null;
  return {
    ...lens,
    command: {
      title: text?.title ?? 'status block',
      command: isKnown ? 'zpaTriage.explain' : '',
      ...(isKnown ? { arguments: [text.explain] } : {}),
    },
  };
}

/** Names of the files in the same folder (of the same archive, which the query names) as the document. */
function siblingsOf(uri: string, files: Iterable<string>): ReadonlySet<string> {
  const folder = folderOf(uri);
  const names = new Set<string>();
  for (const file of files) {
    if (file === uri || folderOf(file) !== folder || queryOf(file) !== queryOf(uri)) continue;
    const name = nameOf(file.slice(folder.length).replace(/\?.*$/u, ''));
    if (name !== null) names.add(name);
  }
  return names;
}

/** The URI up to its path's last slash; scheme and authority stay as they are. */
function folderOf(uri: string): string {
  const path = uri.replace(/\?.*$/u, '');
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** The query with its question mark; empty where there is none. */
function queryOf(uri: string): string {
  const at = uri.indexOf('?');
  return at < 0 ? '' : uri.slice(at);
}

function nameOf(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

function toLink(uri: string, { line, start, end, target }: Link): DocumentLink {
  const range = toRange({ startLine: line, startColumn: start, endLine: line, endColumn: end });
  if (target.kind === 'page') return { range, target: target.address, tooltip: 'Open the page of the documentation' };
  const place = target.line === null ? '' : `#L${String(target.line)}`;
  return {
    range,
    target: `${folderOf(uri)}${encodeURIComponent(target.name)}${queryOf(uri)}${place}`,
    tooltip: 'Open the file',
  };
}

function rangeOfSpan({ line, start, end }: Span): LspRange {
  return { start: { line, character: start }, end: { line, character: end } };
}

function toHighlight(span: Span): DocumentHighlight {
  return { range: rangeOfSpan(span), kind: DocumentHighlightKind.Text };
}

function toLocation(uri: string, span: Span): Location {
  return { uri, range: rangeOfSpan(span) };
}

const SYMBOLS = {
  connector: SymbolKind.Object,
  process: SymbolKind.Module,
  'root-cause': SymbolKind.Event,
} as const;

function toSymbolInformation({ name, container, kind, uri, range }: BundleSymbol): SymbolInformation {
  return { name, kind: SYMBOLS[kind], containerName: container, location: { uri, range: toRange(range) } };
}

function toCompletion({ line }: Position, one: Completion, canSnippets: boolean): CompletionItem {
  const range = { start: { line, character: one.start }, end: { line, character: one.end } };
  const isSnippet = one.isSnippet && canSnippets;
  return {
    label: one.label,
    detail: one.detail,
    documentation: { kind: 'markdown', value: one.markdown },
    textEdit: { range, newText: one.isSnippet && !isSnippet ? plainSnippet(one.insertText) : one.insertText },
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    sortText: String(one.rank).padStart(4, '0'),
  };
}

/** The words of a snippet, for an editor that knows no places to fill in. */
function plainSnippet(text: string): string {
  return text.replace(/\$\{\d{1,2}:([^{}]{0,200})\}|\$\{?\d{1,2}\}?/gu, '$1').replace(/\\([$}\\])/gu, '$1');
}
