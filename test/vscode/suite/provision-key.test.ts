import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeEditors, diagnostics, file, openOurs } from './bundle';

describe('a provisioning key with curly quotes', () => {
  // The editor may save by itself, and the other tests are to see the sample as it is.
  let asItWas: Uint8Array;

  before(async () => {
    asItWas = await vscode.workspace.fs.readFile(file('provision_key'));
  });

  after(async () => {
    await closeEditors();
    await vscode.workspace.fs.writeFile(file('provision_key'), asItWas);
  });

  it('is mended by the quick fix', async () => {
    const document = await openOurs('provision_key', 'zpa-provision-key');
    const before = document.getText();
    assert.match(before, /[\u201c\u201d]/);
    await diagnostics(document.uri, (codes) => codes.includes('provision-key/smart-quotes'));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(0, 0, 0, 1),
    );
    const fix = actions.find((one) => one.edit !== undefined);
    assert.ok(fix?.edit, actions.map((one) => one.title).join(', '));
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.strictEqual(document.getText(), before.replace(/[\u201c\u201d]/gu, ''));
    await diagnostics(document.uri, (codes) => !codes.includes('provision-key/smart-quotes'));
  });
});
