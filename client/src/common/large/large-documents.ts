/** Colours for what is in sight of documents that VS Code does not colour any more, and a word about it. */
import * as vscode from 'vscode';
import { baseName } from '../words';
import type { MarkKind } from './patterns';
import { marksOf } from './patterns';
import { isUncoloured, largeness, largeWords } from './tier';

/** Scrolling is not to wait for colours, and colours are not to be painted for what is passed. */
const SETTLE_MS = 60;
/** Lines above and below what is in sight, so that a short scroll shows no uncoloured lines. */
const MARGIN = 60;
const HUSHED = 'zpaTriage.largeFiles.hushed';

const COLOURS: Readonly<Record<MarkKind, string>> = {
  time: 'charts.blue',
  process: 'charts.purple',
  bad: 'charts.red',
  drop: 'charts.orange',
  broker: 'charts.green',
  address: 'charts.yellow',
};

export class LargeDocuments implements vscode.Disposable {
  readonly #types: Readonly<Record<MarkKind, vscode.TextEditorDecorationType>>;
  readonly #subscriptions: vscode.Disposable[] = [];
  readonly #waiting = new Map<vscode.TextEditor, ReturnType<typeof setTimeout>>();
  /** Size in words by document and version; null for ordinary ones. */
  readonly #sizes = new WeakMap<vscode.TextDocument, { readonly version: number; readonly size: string | null }>();
  readonly #told = new Set<string>();

  constructor(private readonly memory: vscode.Memento) {
    const type = (kind: MarkKind): vscode.TextEditorDecorationType =>
      vscode.window.createTextEditorDecorationType({
        color: new vscode.ThemeColor(COLOURS[kind]),
        ...(kind === 'bad' || kind === 'drop' ? { fontWeight: 'bold' } : {}),
        rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
      });
    this.#types = {
      time: type('time'),
      process: type('process'),
      bad: type('bad'),
      drop: type('drop'),
      broker: type('broker'),
      address: type('address'),
    };
  }

  begin(): void {
    this.#subscriptions.push(
      vscode.window.onDidChangeVisibleTextEditors((editors) => {
        for (const editor of editors) this.#soon(editor);
      }),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
        this.#soon(textEditor);
      }),
      // A language that is given is a document that is opened anew.
      vscode.workspace.onDidOpenTextDocument((document) => {
        for (const editor of vscode.window.visibleTextEditors) if (editor.document === document) this.#soon(editor);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        for (const editor of vscode.window.visibleTextEditors) if (editor.document === document) this.#soon(editor);
      }),
    );
    for (const editor of vscode.window.visibleTextEditors) this.#soon(editor);
  }

  dispose(): void {
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    for (const one of [...this.#subscriptions, ...Object.values(this.#types)]) one.dispose();
  }

  /** Size in words of a document of ours that is large; null for any other. */
  sizeOf(document: vscode.TextDocument): string | null {
    if (!document.languageId.startsWith('zpa-')) return null;
    const known = this.#sizes.get(document);
    if (known?.version === document.version) return known.size;
    const size = largeness(document);
    this.#sizes.set(document, { version: document.version, size });
    return size;
  }

  #soon(editor: vscode.TextEditor): void {
    clearTimeout(this.#waiting.get(editor));
    this.#waiting.set(
      editor,
      setTimeout(() => {
        this.#waiting.delete(editor);
        this.#paint(editor);
      }, SETTLE_MS),
    );
  }

  #paint(editor: vscode.TextEditor): void {
    const { document } = editor;
    const size = document.isClosed ? null : this.sizeOf(document);
    if (size === null) return;
    void this.#tell(document, size);
    if (!isUncoloured(document)) return;
    const ranges: Record<MarkKind, vscode.Range[]> = {
      time: [],
      process: [],
      bad: [],
      drop: [],
      broker: [],
      address: [],
    };
    for (const line of linesInSight(editor)) {
      for (const { kind, start, end } of marksOf(document.lineAt(line).text)) {
        ranges[kind].push(new vscode.Range(line, start, line, end));
      }
    }
    for (const kind of Object.keys(ranges) as MarkKind[]) editor.setDecorations(this.#types[kind], ranges[kind]);
  }

  async #tell(document: vscode.TextDocument, size: string): Promise<void> {
    const key = document.uri.toString();
    if (this.#told.has(key) || this.memory.get<boolean>(HUSHED) === true) return;
    this.#told.add(key);
    const never = "Don't Show Again";
    const answer = await vscode.window.showInformationMessage(
      `ZPA: ${baseName(document.uri.path)}: ${largeWords(size)}`,
      never,
    );
    if (answer === never) await this.memory.update(HUSHED, true);
  }
}

function linesInSight({ visibleRanges, document }: vscode.TextEditor): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const { start, end } of visibleRanges) {
    const last = Math.min(document.lineCount - 1, end.line + MARGIN);
    for (let line = Math.max(0, start.line - MARGIN); line <= last; line += 1) lines.add(line);
  }
  return lines;
}
