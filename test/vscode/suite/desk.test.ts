import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeEditors, file } from './bundle';
import { onPage } from './page';
import { until } from './wait';

/** The rows of our views as they are on the page; null in a desktop VS Code, which has no page to read. */
async function rows(wanted: RegExp): Promise<readonly string[] | null> {
  if (vscode.env.uiKind === vscode.UIKind.Desktop) return null;
  return until(`a row like ${String(wanted)}`, async () => {
    const texts = await onPage({ wait: 200, read: '.sidebar .monaco-list-row' });
    return texts.some((one) => wanted.test(one)) ? texts : undefined;
  });
}

/** Our own problems of a file that no editor has open. */
function problemsOf(name: string): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(file(name)).filter(({ source }) => source === 'zpa');
}

describe('the triage desk', () => {
  before(async () => {
    await closeEditors();
    await vscode.commands.executeCommand('zpaTriage.causes.focus');
  });

  it('ranks the root causes of the bundle and unfolds the first', async () => {
    const shown = await rows(/intercepted/);
    if (shown === null) return;
    assert.match(shown.join('\n'), /1\. TLS to .* is intercepted/);
    assert.ok(
      shown.some((one) => /journal\.txt:\d+/.test(one)),
      shown.join('\n'),
    );
  });

  it('names consequences, runbook and missing evidence', async () => {
    const shown = await rows(/Consequences/);
    if (shown === null) return;
    assert.ok(
      shown.some((one) => one.includes('Runbook')),
      shown.join('\n'),
    );
  });

  it('has problems of files that are not opened', async () => {
    const problems = await until('problems of the key file', () => {
      const found = problemsOf('provision_key');
      return found.length > 0 ? found : undefined;
    });
    assert.ok(problems.length > 0);
    assert.strictEqual(vscode.window.visibleTextEditors.length, 0);
  });

  it('goes to the line of a row, in a file that is not opened', async () => {
    await vscode.commands.executeCommand('zpaTriage.openPlace', { path: 'journal.txt', line: 120, column: 1 });
    const editor = await until('the journal', () => vscode.window.activeTextEditor);
    assert.match(editor.document.uri.path, /journal\.txt$/);
    assert.strictEqual(editor.selection.active.line, 119);
  });

  it('walks from finding to finding through the files', async () => {
    const seen = new Set<string>();
    for (let step = 0; step < 4; step += 1) {
      await vscode.commands.executeCommand('zpaTriage.nextFinding');
      const editor = vscode.window.activeTextEditor;
      assert.ok(editor);
      seen.add(`${editor.document.uri.path}:${String(editor.selection.active.line)}`);
    }
    assert.ok(seen.size >= 3, [...seen].join(' '));
    const there = vscode.window.activeTextEditor?.selection.active.line;
    await vscode.commands.executeCommand('zpaTriage.previousFinding');
    assert.notStrictEqual(vscode.window.activeTextEditor?.selection.active.line, there);
  });

  it('copies a summary for the case', async () => {
    await vscode.env.clipboard.writeText('');
    await vscode.commands.executeCommand('zpaTriage.copySummary');
    const text = await vscode.env.clipboard.readText();
    assert.match(text, /^ZPA triage: \d+ root cause/);
    assert.match(text, /Connector: Frankfurt DC-2/);
    assert.match(text, /tunnel\/ssl-interception/);
  });

  it('writes the report as Markdown, as a page and as SARIF', async () => {
    await vscode.commands.executeCommand('zpaTriage.createReport', 'markdown');
    const markdown = await until('the report', () =>
      vscode.workspace.textDocuments.find((one) => one.isUntitled && one.languageId === 'markdown'),
    );
    assert.match(markdown.getText(), /intercepted/);
    const html = file('report.html');
    await vscode.commands.executeCommand('zpaTriage.createReport', 'html', html);
    assert.match(new TextDecoder().decode(await vscode.workspace.fs.readFile(html)), /<html/i);
    const sarif = file('report.sarif');
    await vscode.commands.executeCommand('zpaTriage.exportSarif', sarif);
    const { version } = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(sarif))) as {
      version: string;
    };
    assert.strictEqual(version, '2.1.0');
    await Promise.all([html, sarif].map((one) => vscode.workspace.fs.delete(one)));
  });

  it('extracts the lines around a finding', async () => {
    if (vscode.env.uiKind === vscode.UIKind.Desktop) return;
    const [first] = problemsOf('journal.txt');
    assert.ok(first);
    const at = first.range.start;
    await vscode.window.showTextDocument(file('journal.txt'), { selection: new vscode.Range(at, at) });
    const done = vscode.commands.executeCommand('zpaTriage.extractAround');
    await onPage({ waitForText: '100 lines before and after' });
    await onPage({ press: 'Enter' });
    await done;
    const { document, selection } = await until('the extract', () => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document.isUntitled === true ? editor : undefined;
    });
    assert.strictEqual(document.lineCount, Math.min(at.line, 100) + 101);
    assert.strictEqual(selection.active.line, Math.min(at.line, 100));
  });

  it('gives the script that collects a bundle, in a new editor', async () => {
    await vscode.commands.executeCommand('zpaTriage.newCollectionScript');
    const script = await until('the script', () =>
      vscode.workspace.textDocuments.find((one) => one.isUntitled && one.languageId === 'shellscript'),
    );
    assert.match(script.getText(), /journalctl/);
  });

  it('reads the sample bundle when asked to, and the workspace again', async () => {
    await closeEditors();
    await vscode.commands.executeCommand('zpaTriage.openSample');
    await vscode.commands.executeCommand('zpaTriage.openPlace', { path: 'journal.txt', line: 241 });
    const editor = await until('the journal of the sample', () => vscode.window.activeTextEditor);
    const { uri } = editor.document;
    assert.match(uri.path, /\/sample\/journal\.txt$/);
    await until('its language', () =>
      vscode.workspace.textDocuments.find(
        (one) => one.uri.toString() === uri.toString() && one.languageId === 'zpa-journal',
      ),
    );
    await until('its problems', () => (vscode.languages.getDiagnostics(uri).length > 0 ? true : undefined));
    await closeEditors();
    await vscode.commands.executeCommand('zpaTriage.triageBundle', vscode.Uri.joinPath(file('journal.txt'), '..'));
    await until('the problems of the sample to go', () =>
      vscode.languages.getDiagnostics(uri).length === 0 ? true : undefined,
    );
    await until('problems of the key file', () => (problemsOf('provision_key').length > 0 ? true : undefined));
  });
});

describe('suppressions', () => {
  it('are written to the bundle, and hold', async () => {
    const config = file('.zpa-triage.json');
    await until('the notes of the key', () => (problemsOf('provision_key').length > 0 ? true : undefined));
    await vscode.window.showTextDocument(file('provision_key'));
    // It waits for an answer to its "Undo", which nobody gives here.
    void vscode.commands.executeCommand('zpaTriage.suppress', {
      scope: 'rule',
      ruleId: 'provision-key/secret-exposed',
      findingId: 'provision-key/secret-exposed@provision_key:1',
    });
    const text = await until('the configuration', async () => {
      try {
        return new TextDecoder().decode(await vscode.workspace.fs.readFile(config));
      } catch {
        return undefined;
      }
    });
    assert.deepStrictEqual(JSON.parse(text), { suppress: [{ rule: 'provision-key/secret-exposed' }] });
    await vscode.commands.executeCommand('zpaTriage.rescan');
    await until('the finding to go', () =>
      problemsOf('provision_key').some(({ code }) => JSON.stringify(code).includes('secret-exposed'))
        ? undefined
        : true,
    );
    await vscode.workspace.fs.delete(config);
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.commands.executeCommand('zpaTriage.rescan');
  });
});

describe('the page of the report', () => {
  it('links to the lines', async () => {
    if (vscode.env.uiKind === vscode.UIKind.Desktop) return;
    await closeEditors();
    await vscode.commands.executeCommand('workbench.action.closePanel');
    await until('the bundle', () => (problemsOf('journal.txt').length > 0 ? true : undefined));
    await vscode.commands.executeCommand('zpaTriage.createReport', 'preview');
    await onPage({ waitForText: 'Diagnosis 1' });
    await onPage({ clickText: 'journal.txt:', within: 'li a' });
    const editor = await until('the journal', () => vscode.window.activeTextEditor);
    assert.match(editor.document.uri.path, /journal\.txt$/);
    assert.notStrictEqual(editor.selection.active.line, 0);
  });
});
