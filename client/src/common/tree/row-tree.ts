/** A tree view over rows. */
import * as vscode from 'vscode';
import type { Row, TooltipPart } from './node';

export class RowTree implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #parents = new Map<Row, Row>();
  readonly view: vscode.TreeView<Row>;
  readonly onDidChangeTreeData = this.#changed.event;
  #rows: readonly Row[] = [];

  constructor(id: string) {
    this.view = vscode.window.createTreeView(id, { treeDataProvider: this, showCollapseAll: true });
  }

  get rows(): readonly Row[] {
    return this.#rows;
  }

  show(rows: readonly Row[]): void {
    this.#rows = rows;
    this.#parents.clear();
    this.#changed.fire(undefined);
  }

  getChildren(row?: Row): Row[] {
    if (row === undefined) return [...this.#rows];
    for (const child of row.children ?? []) this.#parents.set(child, row);
    return [...(row.children ?? [])];
  }

  getParent(row: Row): Row | undefined {
    return this.#parents.get(row);
  }

  getTreeItem(row: Row): vscode.TreeItem {
    const item = new vscode.TreeItem(row.label, collapsibleState(row));
    item.id = row.id;
    item.accessibilityInformation = { label: row.spoken ?? [row.label, row.description].join(' ').trim() };
    if (row.description !== undefined) item.description = row.description;
    if (row.tooltip !== undefined) item.tooltip = tooltip(row.tooltip);
    if (row.icon !== undefined) {
      const { name, color } = row.icon;
      item.iconPath = new vscode.ThemeIcon(name, color === undefined ? undefined : new vscode.ThemeColor(color));
    }
    if (row.kind !== undefined) item.contextValue = row.kind;
    if (row.command !== undefined) {
      item.command = { command: row.command.name, title: row.label, arguments: [...row.command.args] };
    }
    return item;
  }

  dispose(): void {
    this.view.dispose();
    this.#changed.dispose();
  }
}

function collapsibleState({ children, open }: Row): vscode.TreeItemCollapsibleState {
  if (children === undefined || children.length === 0) return vscode.TreeItemCollapsibleState.None;
  return open === true ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
}

/** Text of the log is only ever appended as text or code: no Markdown of it comes to life. */
function tooltip(parts: readonly TooltipPart[]): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString();
  for (const part of parts) {
    if (part.kind === 'code') {
      markdown.appendCodeblock(part.value, 'text');
      continue;
    }
    if (part.kind === 'field') {
      markdown.appendMarkdown(`**${part.name}:** `).appendText(part.value);
    } else if (part.kind === 'heading') {
      markdown.appendMarkdown('### ').appendText(part.value);
    } else {
      markdown.appendText(part.value);
    }
    markdown.appendMarkdown('\n\n');
  }
  return markdown;
}
