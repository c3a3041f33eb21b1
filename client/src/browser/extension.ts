/** Entry for VS Code in the browser: the server is a web worker. */
import * as vscode from 'vscode';
import { Server } from '../common/server';
import { clientOptions, NAME, start } from '../common/start';

let server: Server | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const output = vscode.window.createOutputChannel(NAME, { log: true });
  context.subscriptions.push(output);
  const program = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').toString(true);
  server = new Server(async () => {
    const { LanguageClient } = await import('vscode-languageclient/browser');
    return new LanguageClient('zpaTriage', NAME, new Worker(program), clientOptions(output));
  });
  start(context, output, server);
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
