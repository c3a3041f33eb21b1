/** The commands of the palette, once: package.json and the client's tests read the same list. */

export interface CommandEntry {
  readonly command: string;
  readonly title: string;
  readonly icon?: string;
  /** Shown in the palette only when this holds; `false` for commands that only code actions call. */
  readonly when?: string;
}

const OURS = 'resourceLangId =~ /^zpa-/';

export const COMMANDS: readonly CommandEntry[] = [
  { command: 'pickRunbook', title: 'Open Runbook…', icon: '$(book)' },
  { command: 'openRunbook', title: 'Open Runbook at Step', when: 'false' },
  { command: 'explain', title: 'Explain Field or Rule…', icon: '$(question)' },
  { command: 'explainRecognition', title: 'Explain Why This File Was (Not) Recognised', when: 'editorIsOpen' },
  { command: 'insertSnippet', title: 'Insert Runbook Snippet…', when: 'editorIsOpen' },
  { command: 'createReport', title: 'Create Triage Report', when: OURS, icon: '$(file-text)' },
  { command: 'copySummary', title: 'Copy Case Summary', when: OURS },
  { command: 'copyCommands', title: 'Copy Commands', when: 'false' },
  { command: 'suppress', title: 'Suppress Finding', when: 'false' },
  { command: 'restartServer', title: 'Restart Language Server' },
  { command: 'showOutput', title: 'Show Output' },
];

/** Menus of package.json. */
export function menus(): Record<string, unknown> {
  return {
    commandPalette: COMMANDS.filter(({ when }) => when !== undefined).map(({ command, when }) => ({
      command: `zpaTriage.${command}`,
      when,
    })),
    'editor/title': [{ command: 'zpaTriage.createReport', when: OURS, group: 'navigation' }],
  };
}
