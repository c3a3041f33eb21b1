/** How much is done for a document, by its size. */
import * as vscode from 'vscode';
import { isLarge } from '../../../../server/src/lsp/size-tier';
import { count } from '../words';

/** Null for documents of ordinary size; else how large it is, in words. */
export function largeness(document: vscode.TextDocument): string | null {
  const characters = document.offsetAt(document.lineAt(document.lineCount - 1).range.end);
  if (!isLarge(characters, document.lineCount)) return null;
  return `${count(Math.round(characters / 2 ** 20), 'MB', 'MB')}, ${count(document.lineCount, 'line')}`;
}

/** Whether VS Code itself has stopped colouring the document: a setting can tell it not to. */
export function isUncoloured(document: vscode.TextDocument): boolean {
  const value = vscode.workspace.getConfiguration('editor', document).get<boolean>('largeFileOptimizations');
  return value !== false;
}

/** What is different in such a document, for people. */
export function largeWords(size: string): string {
  return `This file is large (${size}; the limit is 20 MB or 300,000 lines). Only what is in sight is coloured, and there is no CodeLens and no inlay hint. Findings, hovers, outline and the timeline are complete.`;
}
