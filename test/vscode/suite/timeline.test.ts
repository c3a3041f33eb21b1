import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeEditors } from './bundle';
import { onPage } from './page';
import { until } from './wait';

describe('the timeline', () => {
  before(async () => {
    await closeEditors();
    await vscode.commands.executeCommand('zpaTriage.showTimeline');
    await until('its tab', () =>
      vscode.window.tabGroups.all.flatMap((group) => group.tabs).find((tab) => tab.label === 'ZPA Timeline'),
    );
  });

  it('draws states, figures and findings of the connector', async () => {
    if (vscode.env.uiKind === vscode.UIKind.Desktop) return;
    const captions = await onPage({ waitForText: 'RTT of the control connection', read: 'figcaption' });
    assert.includeMembers([...captions], ['RTT of the control connection', 'Throughput', 'CPU', 'Memory']);
    const states = await onPage({ read: '.state' });
    assert.match(states.join(' '), /connected.*backoff/s);
    assert.isNotEmpty(await onPage({ read: '.mark' }));
    assert.isNotEmpty(await onPage({ read: '.u-legend' }));
  });

  it('goes to the line of a finding', async () => {
    if (vscode.env.uiKind === vscode.UIKind.Desktop) return;
    await onPage({ clickText: '✕', within: '.mark.cause' });
    const editor = await until('the journal', () => vscode.window.visibleTextEditors[0]);
    assert.match(editor.document.uri.path, /journal\.txt$/);
    assert.match(editor.document.lineAt(editor.selection.active.line).text, /self signed certificate/);
  });

  it('is read and left by keys', async () => {
    if (vscode.env.uiKind === vscode.UIKind.Desktop) return;
    const range = async (): Promise<string> => (await onPage({ read: '.range' })).join('');
    const all = await range();
    await onPage({ clickText: 'Throughput', within: 'figcaption' });
    await onPage({ press: '+' });
    assert.notStrictEqual(await range(), all);
    await onPage({ press: '0' });
    assert.strictEqual(await range(), all);
    await onPage({ press: ['ArrowRight', 'ArrowRight', 'ArrowRight'] });
    const spoken = await onPage({ read: '.unseen[role=status]' });
    assert.match(spoken.join(''), /^\d{4}-\d\d-\d\d [\d:]{8}, to broker [\d.,]+ .?B\/s, from broker /);
    const before = vscode.window.visibleTextEditors[0]?.selection.active.line;
    await onPage({ press: 'Enter' });
    const line = await until('the line of the sample', () => {
      const now = vscode.window.visibleTextEditors[0]?.selection.active.line;
      return now === before ? undefined : now;
    });
    const text = vscode.window.visibleTextEditors[0]?.document.lineAt(line).text ?? '';
    assert.match(text, /Data Transfer|Connector Status/);
  });

  it('is a table too', async () => {
    if (vscode.env.uiKind === vscode.UIKind.Desktop) return;
    await onPage({ clickText: 'Show as table' });
    const captions = await onPage({ waitForText: 'Findings', read: 'caption' });
    assert.includeMembers([...captions], ['Findings', 'Control connection', 'Figures']);
    await onPage({ clickText: 'Show charts' });
  });
});
