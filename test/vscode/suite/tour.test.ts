/** What a person sees, step by step, as pictures: looked at by people, and used by the README and the walkthrough. */
import * as vscode from 'vscode';
import { closeEditors, codeOf, diagnostics, openOurs } from './bundle';
import { onPage } from './page';
import { setTheme, THEMES } from './themes';
import { until } from './wait';

async function closeAll(): Promise<void> {
  await closeEditors();
  await vscode.commands.executeCommand('workbench.action.closePanel');
  await vscode.commands.executeCommand('workbench.action.closeAuxiliaryBar');
  await vscode.commands.executeCommand('notifications.clearAll');
}

/** Room for the messages of the root causes, and none for what tells nobody anything in a picture. */
async function arrange(): Promise<void> {
  await onPage({ viewport: { width: 1400, height: 900 } });
  await vscode.workspace.getConfiguration('editor').update('minimap.enabled', false, vscode.ConfigurationTarget.Global);
  await openOurs('journal.txt', 'zpa-journal');
  // What the editor loses, the side bar gains.
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  for (let step = 0; step < 2; step += 1) await vscode.commands.executeCommand('workbench.action.decreaseViewWidth');
}

/** A picture for the README, in a window whose text can be read there. */
async function readmePicture(name: string, command?: string): Promise<void> {
  await onPage({ viewport: { width: 1340, height: 800 }, wait: 800 });
  if (command !== undefined) await vscode.commands.executeCommand(command);
  await onPage({ wait: 1_000, screenshot: `readme-${name}` });
  await onPage({ viewport: { width: 1400, height: 900 } });
}

describe('the tour', () => {
  before(arrange);

  for (const [look, name] of Object.entries(THEMES)) {
    describe(look, () => {
      let journal: vscode.TextDocument;
      let cause: vscode.Range;

      before(async () => {
        await setTheme(name);
        await closeAll();
        await vscode.commands.executeCommand('zpaTriage.causes.focus');
        journal = await openOurs('journal.txt', 'zpa-journal');
        const found = await diagnostics(journal.uri, (codes) => codes.includes('tunnel/ssl-interception'));
        cause = found.find((one) => codeOf(one) === 'tunnel/ssl-interception')?.range ?? new vscode.Range(0, 0, 0, 0);
      });

      it('goes from the root cause to its line', async () => {
        await vscode.window.showTextDocument(journal, {
          selection: new vscode.Range(cause.start, cause.start),
          preview: false,
        });
        await onPage({ wait: 1_200, screenshot: `tour-${look}-1-cause` });
      });

      it('explains a value', async () => {
        const at = journal.getText().lastIndexOf('BrkRq[Dsp', journal.offsetAt(cause.start));
        const place = journal.positionAt(at + 7);
        const editor = await vscode.window.showTextDocument(journal, {
          selection: new vscode.Range(place, place),
          preview: false,
        });
        editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.InCenter);
        await vscode.commands.executeCommand('editor.action.showHover');
        await onPage({ wait: 1_200, screenshot: `tour-${look}-2-hover` });
        if (look === 'dark') await readmePicture('hover', 'editor.action.showHover');
        await onPage({ press: 'Escape' });
      });

      it('opens the runbook beside it, with a step ticked', async () => {
        // So far to the right that the narrow editor shows the message, not the times.
        const place = cause.start.translate(0, 40);
        await vscode.window.showTextDocument(journal, { selection: new vscode.Range(place, place), preview: false });
        await vscode.commands.executeCommand('zpaTriage.openRunbook', 'ssl-interception', null);
        const message = new vscode.Range(cause.start, cause.start.translate(0, 30));
        vscode.window.visibleTextEditors[0]?.revealRange(message, vscode.TextEditorRevealType.InCenter);
        await onPage({ clickText: '1. Show who signs' });
        await onPage({ wait: 800, screenshot: `tour-${look}-3-runbook` });
        if (look === 'dark') await readmePicture('triage');
        await onPage({ clickText: 'Clear ticks' });
      });

      it('shows the timeline', async () => {
        await closeAll();
        await vscode.commands.executeCommand('zpaTriage.showTimeline');
        await onPage({
          waitForText: 'RTT of the control connection',
          wait: 800,
          screenshot: `tour-${look}-4-timeline`,
        });
        if (look === 'dark') await readmePicture('timeline');
      });

      it('shows the report', async () => {
        await closeAll();
        await vscode.commands.executeCommand('zpaTriage.createReport', 'preview');
        await until('the report', () =>
          vscode.window.tabGroups.all.flatMap((group) => group.tabs).find((tab) => tab.label === 'ZPA Report'),
        );
        await onPage({ wait: 1_500, screenshot: `tour-${look}-5-report` });
      });
    });
  }
});

describe('the tour in a small window', () => {
  before(async () => {
    await setTheme(THEMES.dark);
    await closeAll();
    await onPage({ viewport: { width: 1000, height: 700 } });
  });

  after(async () => {
    await closeAll();
    await onPage({ viewport: { width: 1400, height: 900 } });
  });

  it('shows cause, runbook and timeline', async () => {
    await vscode.commands.executeCommand('zpaTriage.causes.focus');
    await openOurs('journal.txt', 'zpa-journal');
    await onPage({ wait: 800, screenshot: 'tour-small-1-cause' });
    await vscode.commands.executeCommand('zpaTriage.openRunbook', 'ssl-interception', null);
    await onPage({ waitForText: '1. Show who signs', wait: 500, screenshot: 'tour-small-3-runbook' });
    await closeAll();
    await vscode.commands.executeCommand('zpaTriage.openRunbook', 'ssl-interception', null);
    await onPage({ waitForText: '1. Show who signs', wait: 500, screenshot: 'readme-runbook' });
    await closeAll();
    await vscode.commands.executeCommand('zpaTriage.showTimeline');
    await onPage({ waitForText: 'RTT of the control connection', wait: 800, screenshot: 'tour-small-4-timeline' });
  });
});

describe('the rest of the desk', () => {
  it('shows the other views', async () => {
    await setTheme(THEMES.dark);
    await closeAll();
    for (const view of ['connectors', 'files', 'checks', 'runbooks']) {
      await vscode.commands.executeCommand(`zpaTriage.${view}.focus`);
    }
    await onPage({ wait: 600, screenshot: 'tour-views' });
  });

  it('shows connectors and checks unfolded', async () => {
    for (const view of ['connectors', 'checks']) {
      await vscode.commands.executeCommand(`zpaTriage.${view}.focus`);
      await vscode.commands.executeCommand('list.focusFirst');
      await vscode.commands.executeCommand('list.expand');
    }
    await onPage({ wait: 600, screenshot: 'tour-views-unfolded' });
  });

  it('shows what is explained and what is asked', async () => {
    await openOurs('journal.txt', 'zpa-journal');
    await vscode.commands.executeCommand('zpaTriage.explain', 'tx_drop');
    await onPage({ wait: 1_500, screenshot: 'tour-explain' });
    await openOurs('dig.txt', 'zpa-diagnostics');
    await vscode.commands.executeCommand('zpaTriage.explainRecognition');
    await onPage({ wait: 1_500, screenshot: 'tour-recognition' });
    for (const question of ['explain', 'createReport', 'redact', 'compareBundles', 'pickRunbook', 'triageBundle']) {
      void vscode.commands.executeCommand(`zpaTriage.${question}`);
      await onPage({ wait: 700, screenshot: `tour-asks-${question}` });
      await onPage({ press: 'Escape' });
    }
    await vscode.commands.executeCommand('workbench.action.quickOpen', '>ZPA: ');
    await onPage({ wait: 700, screenshot: 'tour-palette' });
    await onPage({ press: 'Escape' });
    await closeAll();
  });

  it('shows the walkthrough', async () => {
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', 'zpa-triage.zpa-triage#start', false);
    await onPage({ wait: 1_500, screenshot: 'tour-walkthrough' });
    for (const step of ['Read the root cause', 'Understand a line', 'See it over time', 'Work through the runbook']) {
      await onPage({ clickText: step, wait: 600, screenshot: `tour-walkthrough-${step}` });
    }
    await onPage({ clickText: 'Put it into the case', wait: 600, screenshot: 'tour-walkthrough-report' });
    await closeAll();
  });
});

const EDITOR = '.part.editor .editor-container';
const PART_HEIGHT = 440;

/** Part of the page in a window in which such a part fills a page of the walkthrough. */
async function walkthroughPicture(name: string, of: string, margin = 0): Promise<void> {
  await onPage({ wait: 1_000, part: { name: `walkthrough-${name}`, of, height: PART_HEIGHT, margin } });
}

describe('the pictures of the walkthrough', () => {
  before(async () => {
    await setTheme(THEMES.dark);
    await closeAll();
    await onPage({ viewport: { width: 1040, height: 800 } });
  });

  after(async () => {
    await closeAll();
    await onPage({ viewport: { width: 1400, height: 900 } });
  });

  it('show the views', async () => {
    await vscode.commands.executeCommand('zpaTriage.files.focus');
    await walkthroughPicture('files', '.part.sidebar .pane:has([aria-label^="Files"])');
    await vscode.commands.executeCommand('zpaTriage.causes.focus');
    await walkthroughPicture('cause', '.part.sidebar .pane:has([aria-label^="Root Causes"])');
  });

  it('show a hover', async () => {
    const journal = await openOurs('journal.txt', 'zpa-journal');
    const cause = journal.getText().indexOf('self signed certificate');
    const at = journal.positionAt(journal.getText().lastIndexOf('BrkRq[Dsp', cause) + 7);
    await vscode.window.showTextDocument(journal, { selection: new vscode.Range(at, at) });
    await vscode.commands.executeCommand('editor.action.showHover');
    await walkthroughPicture('hover', '.monaco-hover', 24);
    await closeAll();
  });

  it('show the pages', async () => {
    await vscode.commands.executeCommand('zpaTriage.showTimeline');
    await onPage({ waitForText: 'RTT of the control connection' });
    await walkthroughPicture('timeline', EDITOR);
    await closeAll();
    await vscode.commands.executeCommand('zpaTriage.openRunbook', 'ssl-interception', null);
    await onPage({ clickText: '1. Show who signs' });
    await walkthroughPicture('runbook', EDITOR);
    await onPage({ clickText: 'Clear ticks' });
    await closeAll();
    await vscode.commands.executeCommand('zpaTriage.createReport', 'preview');
    await onPage({ waitForText: 'Diagnosis 1' });
    await walkthroughPicture('report', EDITOR);
  });
});
