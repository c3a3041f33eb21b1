import { assert } from 'chai';
import { strToU8, zipSync } from 'fflate';
import * as vscode from 'vscode';
import { closeEditors, file } from './bundle';
import { onPage } from './page';
import { until } from './wait';

/** Beside the workspace, so that nothing else of the suite sees it. */
function beside(name: string): vscode.Uri {
  return vscode.Uri.joinPath(file('journal.txt'), '..', '..', name);
}

describe('a bundle in an archive', () => {
  const name = `zpa-archive-${crypto.randomUUID()}.zip`;
  let journal = '';

  before(async () => {
    await closeEditors();
    journal = new TextDecoder().decode(await vscode.workspace.fs.readFile(file('journal.txt')));
    const bytes = zipSync({ 'var/log/messages': strToU8(journal) });
    await vscode.workspace.fs.writeFile(beside(name), bytes);
    await vscode.commands.executeCommand('zpaTriage.triageBundle', beside(name));
  });

  after(async () => {
    await closeEditors();
    await vscode.commands.executeCommand('zpaTriage.triageBundle', vscode.Uri.joinPath(file('journal.txt'), '..'));
    await vscode.workspace.fs.delete(beside(name));
  });

  it('opens at the line of a finding, with language, problems and hovers, read-only', async () => {
    const [uri, problems] = await until('problems in the archive', () =>
      vscode.languages.getDiagnostics().find(([one, found]) => one.scheme === 'zpa-archive' && found.length > 0),
    );
    assert.strictEqual(uri.path, '/var/log/messages');
    const [problem] = problems;
    assert.ok(problem);
    await vscode.commands.executeCommand('zpaTriage.openPlace', {
      path: `${name}!/var/log/messages`,
      line: problem.range.start.line + 1,
    });
    const editor = await until('the member', () =>
      vscode.window.activeTextEditor?.document.uri.scheme === 'zpa-archive'
        ? vscode.window.activeTextEditor
        : undefined,
    );
    assert.strictEqual(editor.selection.active.line, problem.range.start.line);
    assert.strictEqual(editor.document.getText(), journal);
    await until('its language', () =>
      vscode.workspace.textDocuments.find(
        (one) => one.uri.toString() === uri.toString() && one.languageId === 'zpa-journal',
      ),
    );
    const at = editor.document.positionAt(journal.indexOf('WinUpdate') + 2);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, at);
    assert.ok(hovers.length > 0);
    assert.strictEqual(vscode.workspace.fs.isWritableFileSystem('zpa-archive'), false);
  });

  it('is linked to from the report', async () => {
    if (vscode.env.uiKind === vscode.UIKind.Desktop) return;
    await closeEditors();
    await vscode.commands.executeCommand('zpaTriage.createReport', 'preview');
    await onPage({ waitForText: 'Diagnosis 1' });
    await onPage({ clickText: 'var/log/messages:', within: 'li a' });
    const editor = await until('the member', () => vscode.window.activeTextEditor);
    assert.strictEqual(editor.document.uri.scheme, 'zpa-archive');
    assert.notStrictEqual(editor.selection.active.line, 0);
  });

  it('says so where a member is gone', async () => {
    const gone = vscode.Uri.from({ scheme: 'zpa-archive', path: '/nothing', query: beside(name).toString() });
    let failed = false;
    await vscode.workspace.fs.readFile(gone).then(undefined, () => {
      failed = true;
    });
    assert.ok(failed);
  });
});
