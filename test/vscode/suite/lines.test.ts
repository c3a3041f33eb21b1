import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeEditors, file } from './bundle';
import { onPage } from './page';
import { until } from './wait';

describe('lines of a file', () => {
  before(closeEditors);

  it('have gaps in time to go to', async () => {
    const times = ['09:00:00', '09:01:00', '09:05:00', '09:06:00', '09:10:00', '09:11:00'];
    const content = times
      .map(
        (time) =>
          `Mar 17 ${time} host-1 zpa-connector-child[71]: Broker data connection count = 9, backed_off connections = 0`,
      )
      .join('\n');
    const document = await vscode.workspace.openTextDocument({ language: 'zpa-journal', content });
    const editor = await vscode.window.showTextDocument(document);
    const lines: number[] = [];
    for (const command of ['nextGap', 'nextGap', 'previousGap', 'previousGap']) {
      await vscode.commands.executeCommand(`zpaTriage.${command}`);
      lines.push(editor.selection.active.line);
    }
    // Before the first comes the last.
    assert.deepStrictEqual(lines, [2, 4, 2, 4]);
    await closeEditors();
  });

  it('can be copied without those of other processes, and for one connection', async () => {
    const uri = file('journal.txt').toString();
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file('journal.txt')));
    const key = /\[[\d.]+\]:\d+;broker[\w.-]+/.exec(text)?.[0] ?? '';
    await vscode.commands.executeCommand('zpaTriage.openFilteredCopy', { uri, connection: key });
    const copy = await until('the copy', () =>
      vscode.window.activeTextEditor?.document.isUntitled === true ? vscode.window.activeTextEditor : undefined,
    );
    const lines = copy.document.getText().split('\n');
    assert.ok(lines.length > 3 && lines.every((line) => line.includes(key)));
    await closeEditors();
  });
});

describe('a large journal', () => {
  const name = `zpa-large-${crypto.randomUUID()}.txt`;
  const uri = (): vscode.Uri => vscode.Uri.joinPath(file('journal.txt'), '..', '..', name);

  before(async () => {
    await closeEditors();
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file('journal.txt')));
    const many = text.repeat(Math.ceil(300_001 / text.split('\n').length));
    await vscode.workspace.fs.writeFile(uri(), new TextEncoder().encode(many.slice(0, 40 * 2 ** 20)));
  });

  after(async () => {
    await closeEditors();
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.workspace.fs.delete(uri());
  });

  it('is coloured where it is seen, without lenses, and says why', async () => {
    await vscode.window.showTextDocument(uri(), { preview: false });
    await until(
      'its language',
      () =>
        vscode.workspace.textDocuments.find(
          (one) => one.uri.toString() === uri().toString() && one.languageId === 'zpa-journal',
        ),
      60_000,
    );
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri(), 3);
    assert.deepStrictEqual(lenses, []);
    if (vscode.env.uiKind === vscode.UIKind.Desktop) return;
    await vscode.commands.executeCommand('notifications.showList');
    await onPage({ waitForText: 'This file is large' });
    await vscode.commands.executeCommand('notifications.hideList');
    const coloured = await until('colours', async () => {
      const texts = await onPage({ read: '.view-line span[class*="ced-"]' });
      return texts.some((one) => /^Mar\s/u.test(one)) ? texts : undefined;
    });
    assert.ok(
      coloured.some((one) => one.startsWith('zpa-connector')),
      coloured.slice(0, 20).join('\n'),
    );
    await onPage({ wait: 300, screenshot: 'large-document' });
  });
});
