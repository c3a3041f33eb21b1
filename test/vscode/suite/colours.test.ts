/**
 * Pictures of every group of formats in three kinds of themes, for people to look at; `npx tsx scripts/format-pictures.ts`
 * makes those of docs/formats.md from them.
 */
import * as vscode from 'vscode';
import { pictures } from '../../grammar/samples/pictures';
import { closeEditors } from './bundle';
import { onPage } from './page';
import { THEMES } from './themes';

/** Nothing but the text. */
const BARE: Readonly<Record<string, unknown>> = {
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'editor.lineNumbers': 'off',
  'editor.glyphMargin': false,
  'editor.folding': false,
  'editor.codeLens': false,
  'editor.hover.enabled': false,
  'editor.renderLineHighlight': 'none',
  'editor.unicodeHighlight.ambiguousCharacters': false,
  'editor.overviewRulerBorder': false,
  'editor.scrollbar.vertical': 'hidden',
  'editor.scrollbar.horizontal': 'hidden',
  'editor.fontSize': 11,
  'editor.guides.indentation': false,
  'editor.inlayHints.enabled': 'off',
  'problems.visibility': false,
  'window.title': 'ZPA Connector Triage',
  'breadcrumbs.enabled': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.statusBar.visible': false,
  'workbench.editor.showTabs': 'none',
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'window.menuBarVisibility': 'hidden',
  'window.customTitleBarVisibility': 'never',
};
const LINE_PX = 17;
const WIDTH_PX = 1200;

/** Sets or, with undefined, resets; a setting that this kind of VS Code does not know is passed over. */
async function set(section: string, value: unknown): Promise<void> {
  if (vscode.workspace.getConfiguration().inspect(section)?.defaultValue === undefined) return;
  await vscode.workspace.getConfiguration().update(section, value, vscode.ConfigurationTarget.Global);
}

describe('colours', () => {
  before(async () => {
    for (const [section, value] of Object.entries(BARE)) await set(section, value);
    await closeEditors();
    await vscode.commands.executeCommand('workbench.action.closePanel');
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await vscode.commands.executeCommand('workbench.action.closeAuxiliaryBar');
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  after(async () => {
    for (const section of Object.keys(BARE)) await set(section, undefined);
    await set('workbench.colorTheme', undefined);
    await closeEditors();
    await onPage({ viewport: { width: 1400, height: 900 } });
  });

  for (const { group, language, text } of pictures) {
    it(`shows ${group}`, async () => {
      const document = await vscode.workspace.openTextDocument({ language, content: text });
      const editor = await vscode.window.showTextDocument(document, { preview: true });
      const end = document.lineAt(document.lineCount - 1).range.end;
      editor.selection = new vscode.Selection(end, end);
      const height = (document.lineCount + 1) * LINE_PX;
      for (const [look, theme] of Object.entries(THEMES)) {
        await set('workbench.colorTheme', theme);
        await onPage({ viewport: { width: WIDTH_PX, height }, wait: 500, screenshot: `formats-${group}-${look}` });
      }
      await closeEditors();
    });
  }
});
