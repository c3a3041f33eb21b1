/** Commands about what the product knows: runbooks, explanations, snippets. */
import * as vscode from 'vscode';
import type { DocumentState, ExplainEntry, RunbookListEntry } from '../../../../server/src/lsp/protocol';
import { REQUESTS } from '../../../../server/src/lsp/protocol';
import type { TextPages } from '../text-pages';
import type { Row } from '../tree/node';
import type { RunbookPanel } from '../webviews/runbook-panel';
import type { Commands } from './registry';
import type { Server } from '../server';

export interface KnowledgeDeps {
  readonly server: Server;
  readonly pages: TextPages;
  readonly runbooks: RunbookPanel;
}

export function knowledgeCommands(deps: KnowledgeDeps): Commands {
  return {
    openRunbook: (what: string | Row, step?: string | null) => openRunbook(deps, what, step ?? null),
    pickRunbook: () => pickRunbook(deps),
    explain: (query?: string) => explain(deps, query),
    explainRecognition: () => explainRecognition(deps),
    insertSnippet: () => insertSnippet(deps),
  };
}

async function openRunbook({ runbooks }: KnowledgeDeps, what: string | Row, step: string | null): Promise<void> {
  const id = typeof what === 'string' ? what : (what.runbook ?? '');
  if (!(await runbooks.open(id, step))) void vscode.window.showWarningMessage(`ZPA: there is no runbook named ${id}.`);
}

async function pickRunbook({ server, runbooks: panel }: KnowledgeDeps): Promise<void> {
  const runbooks = await server.sendRequest<readonly RunbookListEntry[]>(REQUESTS.runbookList);
  const picked = await vscode.window.showQuickPick(
    runbooks.map((one) => ({ label: one.title, description: one.id, detail: one.when, id: one.id })),
    { title: 'ZPA runbooks', matchOnDescription: true, matchOnDetail: true },
  );
  if (picked !== undefined) await panel.open(picked.id, null);
}

async function explain({ server, pages }: KnowledgeDeps, query?: string): Promise<void> {
  let wanted = query;
  if (wanted === undefined) {
    const entries = await server.sendRequest<readonly ExplainEntry[]>(REQUESTS.explainList);
    const picked = await vscode.window.showQuickPick(
      entries.map((one) => ({ label: one.label, detail: one.detail, id: one.id })),
      { title: 'Explain a rule, field or constant', matchOnDetail: true },
    );
    wanted = picked?.id;
  }
  if (wanted !== undefined && !(await pages.openExplanation(wanted))) {
    void vscode.window.showInformationMessage(`Nothing is known of "${wanted}".`);
  }
}

async function stateInFront(server: Server): Promise<DocumentState | null> {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined) return null;
  return server.sendRequest<DocumentState | null>(REQUESTS.documentState, { uri: document.uri.toString() });
}

async function explainRecognition({ server, pages }: KnowledgeDeps): Promise<void> {
  const state = await stateInFront(server);
  if (state === null) {
    void vscode.window.showInformationMessage(
      'ZPA: this document is not looked at: its language is neither plain text nor one of ours.',
    );
    return;
  }
  const rows = state.sections
    .slice(0, 200)
    .map(
      (one) =>
        `| ${String(one.startLine + 1)} to ${String(one.endLine + 1)} | ${one.format ?? 'not recognised'} | ${one.reason.replace(/\|/gu, '/')} |`,
    );
  const name = state.format ?? 'not recognised';
  await pages.show(
    '/explain/recognition.md',
    `# Recognised as: ${name}\n\n${state.reason}\n\n| lines | format | why |\n|---|---|---|\n${rows.join('\n')}\n`,
  );
}

async function insertSnippet({ server }: KnowledgeDeps): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return;
  const runbooks = await server.sendRequest<readonly RunbookListEntry[]>(REQUESTS.runbookList);
  const picked = await vscode.window.showQuickPick(
    runbooks
      .filter((one) => one.commands !== '')
      .map((one) => ({ label: one.title, description: one.id, detail: one.when, commands: one.commands })),
    { title: 'Insert the commands of a runbook', matchOnDescription: true },
  );
  if (picked === undefined) return;
  const fenced =
    editor.document.languageId === 'markdown' ? `\`\`\`bash\n${picked.commands}\n\`\`\`\n` : `${picked.commands}\n`;
  await editor.insertSnippet(new vscode.SnippetString().appendText(fenced));
}
