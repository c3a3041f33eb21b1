/** Entry for desktop and remote VS Code: the server is a Node process, spoken to over IPC. */
import * as vscode from 'vscode';
import { Server } from '../common/server';
import { clientOptions, NAME, start } from '../common/start';
import { redactCopyBy } from './redact-copy';

let server: Server | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const output = vscode.window.createOutputChannel(NAME, { log: true });
  context.subscriptions.push(output);
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  server = new Server(async () => {
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
    const run = { module, transport: TransportKind.ipc };
    const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6019'] } };
    return new LanguageClient('zpaTriage', NAME, { run, debug }, clientOptions(output));
  });
  start(context, output, server, redactCopyBy(module));
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
