import { assert } from 'chai';
import * as vscode from 'vscode';
import { openOurs } from './bundle';

describe('foreign documents', () => {
  it('keep their language and stay silent', async () => {
    await openOurs('journal.txt', 'zpa-journal');
    const document = await vscode.workspace.openTextDocument({
      content: 'Jan 27 13:58:18 web-1 nginx[7]: upstream: self signed certificate in certificate chain\n',
    });
    await vscode.window.showTextDocument(document);
    // The server answers in order: when the explanation is there, the new document has been looked at.
    await vscode.commands.executeCommand('zpaTriage.explain', 'tx_drop');
    assert.strictEqual(document.languageId, 'plaintext');
    assert.deepStrictEqual(vscode.languages.getDiagnostics(document.uri), []);
  });
});
