/** The parts of package.json that follow from the knowledge: settings, languages, commands, snippets. */
import type { Catalogue } from '../../server/src/engine/catalogue';
import { DEFAULT_THRESHOLDS } from '../../server/src/engine/match/thresholds';
import { COMMANDS, menus } from './manifest-commands';

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
    configuration: { title: 'ZPA Connector Triage', properties: settings(catalogue) },
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

const GRAMMARS = LANGUAGES.map(({ id }) => ({
  language: id,
  scopeName: `source.${id}`,
  path: `./syntaxes/${id}.tmLanguage.json`,
}));

function settings(catalogue: Catalogue): Record<string, unknown> {
  const properties: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(DEFAULT_THRESHOLDS)) {
    const rules = catalogue.rules
      .filter((rule) => rule.thresholds?.some((one) => one === name))
      .map((rule) => `\`${rule.id}\``);
    properties[`zpaTriage.thresholds.${name}`] = {
      type: 'number',
      default: value as number,
      markdownDescription: rules.length === 0 ? 'Threshold.' : `Threshold of ${rules.join(', ')}.`,
    };
  }
  properties['zpaTriage.rules'] = {
    type: 'object',
    default: {},
    markdownDescription: 'Severity by rule id: `error`, `warning`, `info`, `hint`, or `off`.',
    propertyNames: { enum: catalogue.rules.map((rule) => rule.id) },
    additionalProperties: { enum: ['error', 'warning', 'info', 'hint', 'off'] },
  };
  properties['zpaTriage.suppressions'] = {
    type: 'array',
    items: { type: 'string' },
    default: [],
    markdownDescription:
      'Findings that are hidden, by their id (`rule@file:line`), as the quick fix "Suppress this finding" writes them.',
  };
  properties['zpaTriage.trace.server'] = {
    type: 'string',
    enum: ['off', 'messages', 'verbose'],
    default: 'off',
    description: 'Traces the messages between VS Code and the language server.',
  };
  return properties;
}
