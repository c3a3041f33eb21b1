/** The one place where the engine's plain data becomes LSP and back. */
import { CodeActionKind, DiagnosticSeverity, FoldingRangeKind, SymbolKind } from 'vscode-languageserver-protocol';
import type {
  CodeAction,
  Diagnostic,
  DocumentSymbol,
  FoldingRange,
  Hover as LspHover,
  Range as LspRange,
} from 'vscode-languageserver-protocol';
import type { DocumentAction } from '../engine/features/code-actions';
import type { DiagnosticData, DocumentDiagnostic } from '../engine/features/diagnostics';
import type { Range } from '../engine/features/document-model';
import type { Fold } from '../engine/features/folding';
import type { Hover } from '../engine/features/hover';
import type { DocumentSymbolNode } from '../engine/features/symbols';

export const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

const SYMBOLS = {
  section: SymbolKind.File,
  boot: SymbolKind.Package,
  process: SymbolKind.Module,
  session: SymbolKind.Interface,
  hour: SymbolKind.Namespace,
  block: SymbolKind.Event,
} as const;

/** Both sides count from 0 in UTF-16 units, with the end exclusive. */
export function toRange(range: Range): LspRange {
  return {
    start: { line: range.startLine, character: range.startColumn },
    end: { line: range.endLine, character: range.endColumn },
  };
}

/** `withRelated`: whether the client shows related places. */
export function toDiagnostic(uri: string, one: DocumentDiagnostic, withRelated: boolean): Diagnostic {
  return {
    range: toRange(one.range),
    severity: SEVERITIES[one.severity],
    code: one.ruleId,
    ...(one.documentation === null ? {} : { codeDescription: { href: one.documentation } }),
    source: 'zpa',
    message: one.message,
    ...(withRelated
      ? {
          relatedInformation: one.related.map((related) => ({
            location: { uri, range: toRange(related.range) },
            message: related.message,
          })),
        }
      : {}),
    data: one.data,
  };
}

/** Our data of a diagnostic that the editor sends back; null for foreign ones. */
export function fromDiagnostic(diagnostic: Diagnostic): DiagnosticData | null {
  const data: unknown = diagnostic.data;
  if (diagnostic.source !== 'zpa' || typeof data !== 'object' || data === null) return null;
  const { findingId, ruleId, runbook, step } = data as Partial<Record<keyof DiagnosticData, unknown>>;
  if (typeof findingId !== 'string' || typeof ruleId !== 'string' || typeof runbook !== 'string') return null;
  return { findingId, ruleId, runbook, step: typeof step === 'string' ? step : null };
}

/** `line`: 0-based line of the hover. */
export function toHover(line: number, hover: Hover): LspHover {
  return {
    contents: { kind: 'markdown', value: hover.markdown },
    range: { start: { line, character: hover.startColumn }, end: { line, character: hover.endColumn } },
  };
}

/** `diagnostics`: those of the request; the action names the one it mends by its index. */
export function toCodeAction(uri: string, action: DocumentAction, diagnostics: readonly Diagnostic[]): CodeAction {
  const diagnostic = action.diagnostic === null ? undefined : diagnostics[action.diagnostic];
  return {
    title: action.title,
    kind: action.kind === 'fixAll' ? `${CodeActionKind.SourceFixAll}.zpa` : CodeActionKind.QuickFix,
    ...(diagnostic === undefined ? {} : { diagnostics: [diagnostic] }),
    ...(action.preferred ? { isPreferred: true } : {}),
    ...(action.edits === undefined
      ? {}
      : {
          edit: {
            changes: {
              [uri]: action.edits.map((edit) => ({
                range: {
                  start: { line: edit.line, character: edit.startColumn },
                  end: { line: edit.endLine, character: edit.endColumn },
                },
                newText: edit.newText,
              })),
            },
          },
        }),
    ...(action.command === undefined
      ? {}
      : { command: { title: action.title, command: action.command.name, arguments: [...action.command.args] } }),
  };
}

/** The symbol with all its children. */
export function toSymbol(node: DocumentSymbolNode): DocumentSymbol {
  const range = toRange(node.range);
  return {
    name: node.name,
    detail: node.detail,
    kind: SYMBOLS[node.kind],
    range,
    selectionRange: { start: range.start, end: range.start },
    children: node.children.map(toSymbol),
  };
}

/** Lines on both sides are 0-based, the last one inclusive. */
export function toFolding(fold: Fold): FoldingRange {
  return { startLine: fold.startLine, endLine: fold.endLine, kind: FoldingRangeKind.Region };
}
