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

/** A terminal without a shell, which keeps what is typed into it, in front of all others. */
async function openTerminal(): Promise<{ readonly terminal: vscode.Terminal; readonly typed: () => string }> {
  let typed = '';
  const pty: vscode.Pseudoterminal = {
    onDidWrite: new vscode.EventEmitter<string>().event,
    open: () => undefined,
    close: () => undefined,
    handleInput: (text) => {
      typed += text;
    },
  };
  const terminal = vscode.window.createTerminal({ name: 'A connector', pty });
  terminal.show(true);
  await until('the terminal', () => (vscode.window.activeTerminal === terminal ? true : undefined));
  return { terminal, typed: () => typed };
}

/**
 * What the modal question says that `work` leads to. VS Code shows none while tests run, so it is answered here: the suite
 * and the extension share one API.
 */
async function asked(answer: string | undefined, work: () => Promise<unknown>): Promise<string> {
  const { showWarningMessage } = vscode.window;
  let question: string | undefined;
  Object.assign(vscode.window, {
    showWarningMessage: (message: string, { detail }: vscode.MessageOptions) => {
      question = `${message}\n${detail ?? ''}`;
      return Promise.resolve(answer);
    },
  });
  try {
    await work();
    return await until('the question', () => question);
  } finally {
    Object.assign(vscode.window, { showWarningMessage });
  }
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

  it('types a command into the terminal and does not run it', async () => {
    if (isDesktop) return;
    const { terminal, typed } = await openTerminal();
    await onPage({ clickText: 'Insert into terminal', within: '#step-prove' });
    await until('the command', () => (typed().includes('-noout -subject -issuer') ? true : undefined));
    assert.match(typed(), /^openssl s_client/);
    assert.notMatch(typed(), /[\r\n]/);
    terminal.dispose();
  });

  it('asks before it hands over what destroys something', async () => {
    if (isDesktop) return;
    await vscode.commands.executeCommand('workbench.action.closePanel');
    await openRunbook('reprovision-connector', 'wipe');
    await vscode.env.clipboard.writeText('untouched');
    const refused = await asked(undefined, () => onPage({ clickText: 'Copy', within: '#step-wipe' }));
    assert.match(refused, /^This command destroys something on fra-ac-02\./);
    assert.match(refused, /sudo rm -rf .*What is lost: .*It is not run/s);
    assert.strictEqual(await vscode.env.clipboard.readText(), 'untouched');
    await asked('Copy', () => onPage({ clickText: 'Copy', within: '#step-wipe' }));
    await until('the command on the clipboard', async () =>
      (await vscode.env.clipboard.readText()).includes('rm -rf') ? true : undefined,
    );
    const { terminal, typed } = await openTerminal();
    await asked(undefined, () => onPage({ clickText: 'Insert into terminal', within: '#step-wipe' }));
    assert.strictEqual(typed(), '');
    await asked('Insert', () => onPage({ clickText: 'Insert into terminal', within: '#step-wipe' }));
    await until('the command in the terminal', () => (typed().includes('rm -rf') ? true : undefined));
    assert.notMatch(typed(), /[\r\n]/);
    terminal.dispose();
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });

  it('says so when there is none of that name', async () => {
    await openRunbook('ssl-interception', null);
    await until('the runbook', () => (runbookTab()?.label.includes('TLS') === true ? true : undefined));
    await vscode.commands.executeCommand('zpaTriage.openRunbook', 'no-such-runbook', null);
    assert.match(runbookTab()?.label ?? '', /TLS/);
  });
});
