/** The sample bundle of the extension, copied to where it may be written to and can be listed on the web as well. */
import * as vscode from 'vscode';
import type { Commands } from './registry';

/** The files of media/sample: over HTTP a folder cannot be listed. */
const FILES = [
  'journal.txt',
  'provision_key',
  'openssl.txt',
  'dig.txt',
  'resolv.conf',
  'df.txt',
  'free.txt',
  'systemctl.txt',
  'mtr.txt',
  'memory-status.txt',
];

export function sampleCommands({ extensionUri, globalStorageUri }: vscode.ExtensionContext): Commands {
  return {
    openSample: async () => {
      const folder = vscode.Uri.joinPath(globalStorageUri, 'sample');
      for (const name of FILES) {
        const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'media', 'sample', name));
        await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), bytes);
      }
      await vscode.commands.executeCommand('zpaTriage.triageBundle', folder);
    },
  };
}
