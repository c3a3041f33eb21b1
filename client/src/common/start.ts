/** What the desktop and the web extension share: everything but how the server is started. */
import type * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { registerCommands } from './commands';
import { LanguageAssigner } from './languages';
import { RunbookPages } from './runbook-pages';
import { StatusBar } from './status-bar';

/** Documents that can hold part of a bundle: our languages, and what VS Code takes for plain text or a log. */
const LANGUAGES = [
  'zpa-journal',
  'zpa-memory',
  'zpa-provision-key',
  'zpa-diagnostics',
  'plaintext',
  'log',
  'properties',
  'ini',
];

export function clientOptions(output: vscode.LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: LANGUAGES.map((language) => ({ language })),
    outputChannel: output,
    diagnosticCollectionName: 'zpa',
    // Log text comes back in hovers, escaped; only our own commands may be linked.
    markdown: { isTrusted: false, supportHtml: false },
  };
}

/** Starts the client and everything that hangs on it. */
export async function start(
  context: vscode.ExtensionContext,
  output: vscode.LogOutputChannel,
  client: BaseLanguageClient,
): Promise<void> {
  const pages = new RunbookPages(client);
  const status = new StatusBar(client);
  const languages = new LanguageAssigner(client);
  context.subscriptions.push(
    pages,
    status,
    languages,
    ...registerCommands({ client, pages, output, storage: context.workspaceState }),
  );
  await client.start();
  languages.begin();
  status.begin();
}
