/** Entry for VS Code in the browser: the server is a web worker. */
import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { clientOptions, start } from '../common/start';

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel('ZPA Connector Triage', { log: true });
  context.subscriptions.push(output);
  const worker = new Worker(vscode.Uri.joinPath(context.extensionUri, 'dist', 'web', 'server.js').toString(true));
  client = new LanguageClient('zpaTriage', 'ZPA Connector Triage', worker, clientOptions(output));
  await start(context, output, client);
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
