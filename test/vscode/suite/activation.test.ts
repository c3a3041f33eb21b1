/** What the extension costs a window in which it may not be needed. */
import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeEditors } from './bundle';
import { onPage } from './page';
import { until } from './wait';

/** Well above what it takes: the machine of a test may be busy. */
const LIMIT_MS = 250;

describe('activation', () => {
  after(async () => {
    await closeEditors();
    await onPage({ viewport: { width: 1400, height: 900 } });
  });

  it('is over soon, by VS Code’s own clock', async function () {
    if (vscode.env.uiKind === vscode.UIKind.Desktop) this.skip();
    // The list only holds the rows that are in sight.
    await onPage({ viewport: { width: 1400, height: 3000 } });
    await vscode.commands.executeCommand('workbench.action.showRuntimeExtensions');
    const ours = await until('our row', async () => {
      const rows = await onPage({ read: '.runtime-extensions-editor .monaco-list-row' });
      return rows.find((one) => one.includes('zpa-triage'));
    });
    const [, took] = /Activation: (\d+)ms/u.exec(ours) ?? [];
    assert.ok(took, ours);
    console.log(`ZPA_TEST:      activated in ${took} ms`);
    assert.isBelow(Number(took), LIMIT_MS);
  });
});
