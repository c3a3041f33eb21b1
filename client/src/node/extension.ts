/** Entry for desktop and remote VS Code: the server is a Node process, spoken to over IPC. */
import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientOptions, start } from '../common/start';
import { redactCopyBy } from './redact-copy';

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel('ZPA Connector Triage', { log: true });
  context.subscriptions.push(output);
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  client = new LanguageClient(
    'zpaTriage',
    'ZPA Connector Triage',
    {
      run: { module, transport: TransportKind.ipc },
      debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6019'] } },
    },
    clientOptions(output),
  );
  const program = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  await start(context, output, client, redactCopyBy(program));
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
