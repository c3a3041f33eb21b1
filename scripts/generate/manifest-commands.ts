/** The commands of the palette and where menus show them, once: package.json is made from it. */

export interface CommandEntry {
  readonly command: string;
  readonly title: string;
  readonly icon?: string;
  /** Shown in the palette only when this holds; `false` for commands that only views and code actions call. */
  readonly when?: string;
}

const OURS = 'resourceLangId =~ /^zpa-/';
const REPORT = 'zpaTriage.hasReport';
/** What can be a bundle in the explorer. */
const BUNDLES = 'explorerResourceIsFolder || resourceExtname =~ /^\\.(?:tgz|tar|gz|zip|t?xz|t?zst|tbz2?|bz2)$/';
const FINDINGS = 'zpaTriage.hasFindings';

export const COMMANDS: readonly CommandEntry[] = [
  { command: 'triageBundle', title: 'Triage Support Bundle…', icon: '$(folder-opened)' },
  { command: 'openSample', title: 'Triage the Sample Bundle' },
  { command: 'rescan', title: 'Rescan Bundle', icon: '$(refresh)', when: 'zpaTriage.phase != scanning' },
  { command: 'showTimeline', title: 'Show Timeline', icon: '$(graph-line)', when: REPORT },
  { command: 'createReport', title: 'Create Triage Report', icon: '$(file-text)', when: REPORT },
  { command: 'exportSarif', title: 'Export SARIF', when: REPORT },
  { command: 'copySummary', title: 'Copy Case Summary', icon: '$(clippy)', when: REPORT },
  { command: 'nextFinding', title: 'Next Finding', icon: '$(arrow-down)', when: FINDINGS },
  { command: 'previousFinding', title: 'Previous Finding', icon: '$(arrow-up)', when: FINDINGS },
  { command: 'nextGap', title: 'Next Gap in Time', icon: '$(fold-down)', when: OURS },
  { command: 'previousGap', title: 'Previous Gap in Time', icon: '$(fold-up)', when: OURS },
  { command: 'openFilteredCopy', title: 'Open Filtered Copy…', icon: '$(filter)', when: REPORT },
  { command: 'extractAround', title: 'Extract Around Finding', when: FINDINGS },
  { command: 'suppress', title: 'Suppress Finding', icon: '$(eye-closed)', when: FINDINGS },
  { command: 'compareBundles', title: 'Compare with Another Bundle…', icon: '$(diff)', when: REPORT },
  { command: 'redact', title: 'Redact for Sharing…', icon: '$(shield)' },
  { command: 'pickRunbook', title: 'Open Runbook…', icon: '$(book)' },
  { command: 'openRunbook', title: 'Open Runbook', icon: '$(book)', when: 'false' },
  { command: 'explain', title: 'Explain Field or Rule…', icon: '$(question)' },
  { command: 'explainRecognition', title: 'Explain Why This File Was (Not) Recognised', when: 'editorIsOpen' },
  { command: 'insertSnippet', title: 'Insert Runbook Snippet…', when: 'editorIsOpen' },
  { command: 'newCollectionScript', title: 'New Bundle Collection Script', icon: '$(new-file)' },
  { command: 'copyRow', title: 'Copy', icon: '$(copy)', when: 'false' },
  { command: 'copyCommands', title: 'Copy Commands', when: 'false' },
  { command: 'restartServer', title: 'Restart Language Server' },
  { command: 'showOutput', title: 'Show Output' },
];

interface KeyEntry {
  readonly command: string;
  readonly key: string;
  readonly mac: string;
  readonly when: string;
}

/** Keys that VS Code leaves free, in our own files only. F8 goes through the problems of a file already. */
export const KEYS: readonly KeyEntry[] = [
  ['nextGap', 'pagedown'],
  ['previousGap', 'pageup'],
].map(([command = '', key = '']) => ({
  command: `zpaTriage.${command}`,
  key: `ctrl+alt+${key}`,
  mac: `cmd+alt+${key}`,
  when: `editorTextFocus && ${OURS}`,
}));

interface MenuEntry {
  readonly command: string;
  readonly when?: string;
  readonly group?: string;
}

/** Menus of package.json. */
export function menus(): Record<string, readonly MenuEntry[]> {
  return {
    commandPalette: COMMANDS.flatMap(({ command, when }) =>
      when === undefined ? [] : [{ command: `zpaTriage.${command}`, when }],
    ),
    'view/title': [
      inView('causes', 'triageBundle', 'navigation@1'),
      inView('causes', 'showTimeline', 'navigation@2', REPORT),
      inView('causes', 'createReport', 'navigation@3', REPORT),
      inView('causes', 'rescan', 'navigation@4', 'zpaTriage.phase != scanning'),
      inView('causes', 'previousFinding', '1_go@1', FINDINGS),
      inView('causes', 'nextFinding', '1_go@2', FINDINGS),
      inView('causes', 'copySummary', '2_share@1', REPORT),
      inView('causes', 'exportSarif', '2_share@2', REPORT),
      inView('causes', 'compareBundles', '2_share@3', REPORT),
      inView('causes', 'redact', '2_share@4'),
      inView('causes', 'newCollectionScript', '3_more@1'),
      inView('runbooks', 'pickRunbook', 'navigation@1'),
      inView('checks', 'newCollectionScript', 'navigation@1'),
    ],
    'view/item/context': [
      onRow('finding', 'openRunbook', 'inline@1'),
      onRow('finding', 'suppress', 'inline@2'),
      onRow('finding', 'openRunbook', '1_help@1'),
      onRow('finding', 'extractAround', '2_lines@1'),
      onRow('finding', 'suppress', '3_suppress@1'),
      onRow('evidence', 'extractAround', '2_lines@1'),
      onRow('file', 'openFilteredCopy', '2_lines@1'),
      ...['evidence', 'command', 'value'].flatMap((kind) => [
        onRow(kind, 'copyRow', 'inline@9'),
        onRow(kind, 'copyRow', '9_copy@1'),
      ]),
    ],
    'explorer/context': [
      {
        command: 'zpaTriage.triageBundle',
        when: BUNDLES,
        group: '3_compare@9',
      },
      { command: 'zpaTriage.compareBundles', when: `${REPORT} && (${BUNDLES})`, group: '3_compare@10' },
      { command: 'zpaTriage.redact', when: BUNDLES, group: '5_cutcopypaste@9' },
    ],
    'editor/context': [
      { command: 'zpaTriage.redact', when: OURS, group: '9_cutcopypaste@9' },
      { command: 'zpaTriage.openFilteredCopy', when: `${OURS} && ${REPORT}`, group: 'z_zpa@1' },
    ],
    'editor/title': [
      { command: 'zpaTriage.showTimeline', when: `${OURS} && ${REPORT}`, group: 'navigation@8' },
      { command: 'zpaTriage.createReport', when: `${OURS} && ${REPORT}`, group: 'navigation@9' },
    ],
  };
}

function inView(view: string, command: string, group: string, when?: string): MenuEntry {
  const here = `view == zpaTriage.${view}`;
  return { command: `zpaTriage.${command}`, when: when === undefined ? here : `${here} && ${when}`, group };
}

function onRow(kind: string, command: string, group: string): MenuEntry {
  return { command: `zpaTriage.${command}`, when: `view =~ /^zpaTriage\\./ && viewItem == ${kind}`, group };
}
