import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeEditors, openOurs } from './bundle';
import { onPage } from './page';
import { until } from './wait';

const isDesktop = vscode.env.uiKind === vscode.UIKind.Desktop;

function runbookTab(): vscode.Tab | undefined {
  return vscode.window.tabGroups.all.flatMap((group) => group.tabs).find((tab) => tab.label.startsWith('Runbook:'));
}

async function openRunbook(id: string, step: string | null): Promise<vscode.Tab> {
  await vscode.commands.executeCommand('zpaTriage.openRunbook', id, step);
  return until('the runbook', runbookTab);
}

async function progress(): Promise<string> {
  return (await onPage({ waitForText: 'steps done', read: '.progress span' })).join(' ');
}

describe('a runbook', () => {
  before(async () => {
    await closeEditors();
    await openOurs('journal.txt', 'zpa-journal');
  });

  it('opens beside the log', async () => {
    const tab = await openRunbook('ssl-interception', 'prove');
    assert.strictEqual(tab.group.viewColumn, vscode.ViewColumn.Two);
    assert.match(vscode.window.activeTextEditor?.document.uri.path ?? '', /journal\.txt$/);
  });

  it("holds the bundle's own values", async () => {
    if (isDesktop) return;
    const commands = await onPage({ waitForText: 'Show who signs', read: '.command pre' });
    assert.match(commands.join('\n'), /openssl s_client -servername co2br\.prod\.zpath\.net/);
  });

  it('keeps its ticks', async () => {
    if (isDesktop) return;
    assert.match(await progress(), /^0 of/);
    await onPage({ clickText: '1. Show who signs' });
    await until('the tick', async () => ((await progress()).startsWith('1 of') ? true : undefined));
    const tab = runbookTab();
    assert.ok(tab);
    await vscode.window.tabGroups.close(tab);
    await openRunbook('ssl-interception', null);
    assert.match(await progress(), /^1 of/);
    await onPage({ clickText: 'Clear ticks' });
    await until('the ticks to go', async () => ((await progress()).startsWith('0 of') ? true : undefined));
  });

  it('copies a command', async () => {
    if (isDesktop) return;
    await vscode.env.clipboard.writeText('');
    await onPage({ clickText: 'Copy', within: '#step-prove' });
    await until('the command on the clipboard', async () =>
      (await vscode.env.clipboard.readText()).startsWith('openssl s_client') ? true : undefined,
    );
  });

  it('says so when there is none of that name', async () => {
    await openRunbook('ssl-interception', null);
    await vscode.commands.executeCommand('zpaTriage.openRunbook', 'no-such-runbook', null);
    assert.match(runbookTab()?.label ?? '', /TLS/);
  });
});
