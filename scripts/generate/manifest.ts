/** The parts of package.json that follow from the knowledge: settings, languages, commands, snippets. */
import type { Catalogue } from '../../server/src/engine/catalogue';
import { COMMANDS, KEYS, menus } from './manifest-commands';
import { configuration } from './manifest-settings';
import { languageModelTools } from './manifest-tools';
import { VIEWS, VIEWS_CONTAINERS, VIEWS_WELCOME, WALKTHROUGHS } from './manifest-views';

interface PackageJson {
  contributes: Record<string, unknown>;
  activationEvents: readonly string[];
}

/** package.json with its `contributes` and `activationEvents` rebuilt; everything else is left as it is. */
export function manifest(source: string, catalogue: Catalogue): string {
  const package_ = JSON.parse(source) as PackageJson;
  package_.activationEvents = [
    'onStartupFinished',
    'workspaceContains:**/provision_key',
    'workspaceContains:**/.zpa-triage.json',
    'onFileSystem:zpa-archive',
  ];
  package_.contributes = {
    languages: LANGUAGES,
    grammars: GRAMMARS,
    snippets: [
      { language: 'shellscript', path: './snippets/shellscript.json' },
      { language: 'zpa-diagnostics', path: './snippets/shellscript.json' },
      { language: 'markdown', path: './snippets/markdown.json' },
      { language: 'zpa-provision-key', path: './snippets/provision-key.json' },
    ],
    commands: COMMANDS.map(({ command, title, icon }) => ({
      command: `zpaTriage.${command}`,
      title,
      category: 'ZPA',
      ...(icon === undefined ? {} : { icon }),
    })),
    menus: menus(),
    keybindings: KEYS,
    viewsContainers: VIEWS_CONTAINERS,
    views: VIEWS,
    viewsWelcome: VIEWS_WELCOME,
    walkthroughs: WALKTHROUGHS,
    languageModelTools: languageModelTools(catalogue),
    configuration: configuration(catalogue),
    configurationDefaults: EDITOR_DEFAULTS,
  };
  return `${JSON.stringify(package_, null, 2)}\n`;
}

const LANGUAGES = [
  {
    id: 'zpa-journal',
    aliases: ['ZPA Connector Journal'],
    configuration: './syntaxes/log.language-configuration.json',
  },
  { id: 'zpa-memory', aliases: ['ZPA Connector Memory'], configuration: './syntaxes/log.language-configuration.json' },
  {
    id: 'zpa-provision-key',
    aliases: ['ZPA Provisioning Key'],
    filenames: ['provision_key'],
    configuration: './syntaxes/log.language-configuration.json',
  },
  {
    id: 'zpa-diagnostics',
    aliases: ['ZPA Connector Diagnostics'],
    configuration: './syntaxes/log.language-configuration.json',
  },
];

/** Indentation guides draw bars through the columns of outputs. */
const EDITOR_DEFAULTS = Object.fromEntries(
  ['zpa-journal', 'zpa-memory', 'zpa-diagnostics'].map((id) => [`[${id}]`, { 'editor.guides.indentation': false }]),
);

const GRAMMARS = LANGUAGES.map(({ id }) => ({
  language: id,
  scopeName: `source.${id}`,
  path: `./syntaxes/${id}.tmLanguage.json`,
}));
