import * as vscode from 'vscode';
import { onPage } from './page';

describe('the host', () => {
  it('opens the sample and takes a picture', async () => {
    const [file] = await vscode.workspace.findFiles('*', undefined, 1);
    if (file !== undefined) await vscode.window.showTextDocument(file);
    await onPage({ screenshot: 'smoke' });
  });
});
