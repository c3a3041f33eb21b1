import { assert } from 'chai';
import * as vscode from 'vscode';
import { codeOf, diagnostics, hoverOn, openOurs } from './bundle';
import { onPage } from './page';
import { until } from './wait';

describe('the journal of the failed sample', () => {
  let document: vscode.TextDocument;

  before(async () => {
    document = await openOurs('journal.txt', 'zpa-journal');
  });

  it('names the interception as the cause, with its lines', async () => {
    const found = await diagnostics(document.uri, (codes) => codes.includes('tunnel/ssl-interception'));
    const cause = found.find((one) => codeOf(one) === 'tunnel/ssl-interception');
    assert.ok(cause);
    assert.strictEqual(cause.severity, vscode.DiagnosticSeverity.Error);
    assert.match(cause.message, /intercepted/);
    const effect = found.find((one) => codeOf(one) === 'tunnel/not-connected-to-cloud');
    assert.match(effect?.message ?? '', /tunnel\/ssl-interception/);
  });

  it('explains BrkRq with its change', async () => {
    const hover = await hoverOn(document, 'WinUpdate', 'BrkRq');
    assert.match(hover, /BrkRq/);
    assert.match(hover, /[Ii]nferred/);
  });

  it('explains tx_drop', async () => {
    assert.match(await hoverOn(document, 'f_conn', 'tx_drop'), /tx\\?_drop/);
  });

  it('has an outline of processes and hours', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    const [section] = symbols;
    assert.ok(section);
    assert.ok(section.children.some((one) => one.name.startsWith('zpa-connector-child')));
  });

  it('folds status blocks', async () => {
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    assert.ok(folds.length > 50, `${String(folds.length)} folds`);
  });

  it('offers the runbook and opens its page', async () => {
    const found = await diagnostics(document.uri, (codes) => codes.includes('tunnel/ssl-interception'));
    const cause = found.find((one) => codeOf(one) === 'tunnel/ssl-interception');
    assert.ok(cause);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      cause.range,
    );
    const open = actions.find((one) => one.command?.command === 'zpaTriage.openRunbook');
    assert.ok(open?.command, actions.map((one) => one.title).join(', '));
    await vscode.commands.executeCommand(open.command.command, ...((open.command.arguments ?? []) as unknown[]));
    await until('the runbook', () =>
      vscode.window.tabGroups.all.flatMap((group) => group.tabs).find((tab) => tab.label.startsWith('Runbook:')),
    );
  });

  it('looks as it should', async () => {
    const found = await diagnostics(document.uri, (codes) => codes.includes('tunnel/ssl-interception'));
    const cause = found.find((one) => codeOf(one) === 'tunnel/ssl-interception');
    const editor = await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One });
    if (cause !== undefined) {
      editor.selection = new vscode.Selection(cause.range.start, cause.range.start);
      editor.revealRange(cause.range, vscode.TextEditorRevealType.InCenter);
    }
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    await onPage({ wait: 1_500, screenshot: 'triage' });
  });
});
