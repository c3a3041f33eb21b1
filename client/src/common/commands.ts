/** The commands of the palette and of code actions. Nothing is ever run on a machine: commands are copied or inserted. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { DocumentState, ExplainEntry, RunbookListEntry } from '../../../server/src/lsp/protocol';
import { REQUESTS } from '../../../server/src/lsp/protocol';
import type { RunbookPages } from './runbook-pages';
import { suppress } from './suppress';

export interface CommandDeps {
  readonly client: BaseLanguageClient;
  readonly pages: RunbookPages;
  readonly output: vscode.OutputChannel;
  readonly storage: vscode.Memento;
}

export function registerCommands(deps: CommandDeps): vscode.Disposable[] {
  const { client, pages, output } = deps;
  const register = (name: string, run: (...args: never[]) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(`zpaTriage.${name}`, run as (...args: unknown[]) => unknown);
  return [
    register('openRunbook', (id: string, step: string | null) => openRunbook(pages, id, step)),
    register('pickRunbook', () => pickRunbook(deps)),
    register('explain', (query?: string) => explain(deps, query)),
    register('explainRecognition', () => explainRecognition(deps)),
    register('insertSnippet', () => insertSnippet(deps)),
    register('createReport', () => createReport(deps)),
    register('copySummary', () => copySummary(deps)),
    register('copyCommands', (text: string) => copy(text, 'Commands copied.')),
    register('suppress', suppress),
    register('restartServer', async () => {
      await client.stop();
      await client.start();
    }),
    register('showOutput', () => {
      output.show();
    }),
  ];
}

async function openRunbook(pages: RunbookPages, id: string, step: string | null): Promise<void> {
  if (!(await pages.openRunbook(id, step))) void vscode.window.showWarningMessage(`There is no runbook named ${id}.`);
}

async function pickRunbook({ client, pages }: CommandDeps): Promise<void> {
  const runbooks = await client.sendRequest<readonly RunbookListEntry[]>(REQUESTS.runbookList);
  const picked = await vscode.window.showQuickPick(
    runbooks.map((one) => ({ label: one.title, description: one.id, detail: one.when, id: one.id })),
    { title: 'ZPA runbooks', matchOnDescription: true, matchOnDetail: true },
  );
  if (picked !== undefined) await pages.openRunbook(picked.id, null);
}

async function explain({ client, pages }: CommandDeps, query?: string): Promise<void> {
  let wanted = query;
  if (wanted === undefined) {
    const entries = await client.sendRequest<readonly ExplainEntry[]>(REQUESTS.explainList);
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

async function stateInFront(client: BaseLanguageClient): Promise<DocumentState | null> {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined) return null;
  return client.sendRequest<DocumentState | null>(REQUESTS.documentState, { uri: document.uri.toString() });
}

async function explainRecognition({ client, pages }: CommandDeps): Promise<void> {
  const state = await stateInFront(client);
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
    null,
  );
}

async function insertSnippet({ client }: CommandDeps): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return;
  const runbooks = await client.sendRequest<readonly RunbookListEntry[]>(REQUESTS.runbookList);
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

async function createReport({ client }: CommandDeps): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined) return;
  const markdown = await client.sendRequest<string | null>(REQUESTS.report, { uri: document.uri.toString() });
  if (markdown === null) {
    void vscode.window.showInformationMessage('ZPA: there is nothing to report on in this document.');
    return;
  }
  const report = await vscode.workspace.openTextDocument({ language: 'markdown', content: markdown });
  await vscode.window.showTextDocument(report, { viewColumn: vscode.ViewColumn.Beside });
}

async function copySummary({ client }: CommandDeps): Promise<void> {
  const state = await stateInFront(client);
  if (state === null) return;
  const causes = state.rootCauses.map(
    (one, index) => `${String(index + 1)}. ${one.message} [${one.ruleId}, line ${String(one.line + 1)}]`,
  );
  await copy(causes.length === 0 ? 'No root cause found in this file.' : causes.join('\n'), 'Case summary copied.');
}

async function copy(text: string, message: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(message, 3_000);
}
