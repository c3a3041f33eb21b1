import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeEditors, file, openOurs } from './bundle';
import { until } from './wait';

/** Beside the workspace, so that nothing else of the suite sees it. */
function beside(name: string): vscode.Uri {
  return vscode.Uri.joinPath(file('journal.txt'), '..', '..', name);
}

const inBrowser = typeof process === 'undefined';

describe('comparing', () => {
  it('shows what is new against another bundle', async () => {
    await closeEditors();
    const other = beside(`zpa-other-${crypto.randomUUID()}`);
    const key = await vscode.workspace.fs.readFile(file('resolv.conf'));
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(other, 'resolv.conf'), key);
    await vscode.commands.executeCommand('zpaTriage.compareBundles', other, false);
    const page = await until('the page', () =>
      vscode.workspace.textDocuments.find(
        (one) => one.uri.scheme === 'zpa-triage' && one.uri.path.startsWith('/compare/'),
      ),
    );
    assert.match(page.getText(), /## New findings/);
    assert.match(page.getText(), /tunnel\/ssl-interception/);
    await closeEditors();
    await vscode.workspace.fs.delete(other, { recursive: true });
  });
});

describe('redacting', () => {
  it('copies a selection without names', async () => {
    const document = await openOurs('journal.txt', 'zpa-journal');
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const line = document.lineAt(20);
    assert.match(line.text, /fra-ac-02/);
    editor.selection = new vscode.Selection(line.range.start, line.range.end);
    await vscode.env.clipboard.writeText('');
    await vscode.commands.executeCommand('zpaTriage.redact', 'selection');
    const text = await vscode.env.clipboard.readText();
    assert.ok(text.length > 20 && !text.includes('fra-ac-02'), text);
  });

  it('opens a redacted copy of a document', async () => {
    await vscode.commands.executeCommand('zpaTriage.redact', 'document');
    const copy = await until('the copy', () =>
      vscode.window.activeTextEditor?.document.isUntitled === true ? vscode.window.activeTextEditor : undefined,
    );
    assert.strictEqual(copy.document.languageId, 'zpa-journal');
    assert.ok(!copy.document.getText().includes('fra-ac-02'));
    await closeEditors();
  });

  it('writes a redacted copy of a folder', async function () {
    if (inBrowser) this.skip();
    const source = beside(`zpa-source-${crypto.randomUUID()}`);
    const output = beside(`zpa-redacted-${crypto.randomUUID()}`);
    await vscode.workspace.fs.copy(file('journal.txt'), vscode.Uri.joinPath(source, 'journal.txt'));
    // It waits for an answer to its message, which nobody gives here.
    void vscode.commands.executeCommand('zpaTriage.redact', source, output);
    await until('the map', async () => {
      try {
        return await vscode.workspace.fs.stat(output.with({ path: `${output.path}.map.json` }));
      } catch {
        return undefined;
      }
    });
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(output, 'journal.txt'));
    assert.ok(!new TextDecoder().decode(bytes).includes('fra-ac-02'));
    await vscode.commands.executeCommand('notifications.clearAll');
    for (const one of [source, output, output.with({ path: `${output.path}.map.json` })]) {
      await vscode.workspace.fs.delete(one, { recursive: true });
    }
  });
});

describe('tools for agents', () => {
  const ask = async (name: string, input: object): Promise<string> => {
    const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
    return content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
  };

  it('are registered', async () => {
    await until('the tools', () =>
      ['findings', 'explain', 'runbook'].every((one) =>
        vscode.lm.tools.some(({ name }) => name === `zpa_triage_${one}`),
      )
        ? true
        : undefined,
    );
  });

  it('tell findings, explain, and give runbooks', async () => {
    assert.match(await ask('zpa_triage_findings', { minSeverity: 'error' }), /tunnel\/ssl-interception/);
    assert.match(await ask('zpa_triage_explain', { query: 'tx_drop' }), /drop/i);
    assert.match(await ask('zpa_triage_runbook', { id: 'ssl-interception' }), /openssl/);
    assert.match(await ask('zpa_triage_runbook', { id: 'nothing' }), /There are: /);
  });
});
