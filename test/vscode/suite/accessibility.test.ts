/** Our pages as axe-core sees them, in every kind of theme, and the timeline without a mouse. */
import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeEditors, file } from './bundle';
import { onPage } from './page';
import { setTheme, THEMES } from './themes';
import { until } from './wait';

const isDesktop = vscode.env.uiKind === vscode.UIKind.Desktop;

async function audited(selector: string): Promise<void> {
  const wrong = await onPage({ wait: 300, audit: selector });
  assert.strictEqual(wrong.join('\n'), '');
}

describe('accessibility', () => {
  before(async () => {
    await closeEditors();
    await until('the bundle', () =>
      vscode.languages.getDiagnostics(file('journal.txt')).length > 0 ? true : undefined,
    );
  });
  after(async () => {
    await setTheme(undefined);
    await closeEditors();
  });

  for (const [look, theme] of Object.entries(THEMES)) {
    it(`of the pages in the ${look} theme`, async function () {
      if (isDesktop) this.skip();
      await setTheme(theme);
      await vscode.commands.executeCommand('zpaTriage.openRunbook', 'reprovision-connector', null);
      await onPage({ waitForText: 'steps done' });
      await audited('.steps');
      await closeEditors();
      await vscode.commands.executeCommand('zpaTriage.createReport', 'preview');
      await onPage({ waitForText: 'Diagnosis 1' });
      await audited('nav');
      await closeEditors();
      await vscode.commands.executeCommand('zpaTriage.showTimeline');
      await onPage({ waitForText: 'RTT of the control connection' });
      await audited('.lanes');
      await onPage({ clickText: 'Show as table' });
      await audited('.tables');
      await onPage({ clickText: 'Show charts' });
      await closeEditors();
    });
  }

  it('of the report as a file', async function () {
    if (isDesktop) this.skip();
    const target = file('audited.html');
    await vscode.commands.executeCommand('zpaTriage.createReport', 'html', target);
    const wrong = await onPage({ auditFile: 'audited.html' });
    await vscode.workspace.fs.delete(target);
    assert.strictEqual(wrong.join('\n'), '');
  });
});
