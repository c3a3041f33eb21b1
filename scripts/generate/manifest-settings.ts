/** The settings of package.json. */
import type { Catalogue } from '../../server/src/engine/catalogue';
import { DEFAULT_THRESHOLDS } from '../../server/src/engine/match/thresholds';

/** Sections of the settings editor. */
export function configuration(catalogue: Catalogue): readonly unknown[] {
  return [
    { title: 'General', order: 1, properties: general() },
    { title: 'Findings', order: 2, properties: findings(catalogue) },
    { title: 'Thresholds', order: 3, properties: thresholds(catalogue) },
  ];
}

function general(): Record<string, unknown> {
  return {
    'zpaTriage.scan.exclude': {
      type: 'array',
      items: { type: 'string' },
      default: [],
      examples: [['**/archive/**', '*.bak']],
      markdownDescription:
        'Files that a scan of the bundle leaves out: globs of paths relative to the folder. They are still analysed when they are opened.',
    },
    'zpaTriage.scan.maxFileSize': {
      type: 'number',
      default: 8_192,
      minimum: 1,
      markdownDescription:
        'Size in MB above which a scan leaves a file out. Files left out are named in the view **Files**.',
    },
    'zpaTriage.timezone': {
      type: 'string',
      default: '',
      examples: ['Europe/Berlin', 'UTC', '+05:30'],
      markdownDescription:
        'Time zone of lines that name none: a zone name or an offset. Empty: the zone stays unknown, and times are shown as they are in the log.',
    },
    'zpaTriage.codeLens.enabled': {
      type: 'boolean',
      default: true,
      markdownDescription: 'A line above each status block: state, RTT, and what changed since the block before.',
    },
    'zpaTriage.inlayHints.enabled': {
      type: 'boolean',
      default: true,
      markdownDescription: 'Behind counters that moved: the change since the sample before.',
    },
    'zpaTriage.trace.server': {
      type: 'string',
      enum: ['off', 'messages', 'verbose'],
      enumDescriptions: ['Nothing.', 'The names of messages.', 'Messages with what they hold.'],
      default: 'off',
      markdownDescription: 'Traces the messages between VS Code and the language server in the output channel.',
    },
  };
}

function findings(catalogue: Catalogue): Record<string, unknown> {
  return {
    'zpaTriage.rules': {
      type: 'object',
      default: {},
      markdownDescription:
        'Severity of single rules: `error`, `warning`, `info`, `hint`, or `off`. All others keep their own.',
      propertyNames: { enum: catalogue.rules.map((rule) => rule.id) },
      additionalProperties: { enum: ['error', 'warning', 'info', 'hint', 'off'] },
    },
    'zpaTriage.suppressions': {
      type: 'array',
      items: { type: 'string' },
      default: [],
      markdownDescription:
        'Findings that are not shown, by their id (`rule@file:line`). **ZPA: Suppress Finding** writes here where the bundle has no folder for a `.zpa-triage.json`.',
    },
    'zpaTriage.customSignatures': {
      type: 'array',
      default: [],
      markdownDescription: 'Log messages of your own that are to be findings.',
      items: {
        type: 'object',
        required: ['id', 'pattern'],
        additionalProperties: false,
        defaultSnippets: [
          {
            body: {
              id: '${1:my-message}',
              pattern: '^${2:Words of the message}',
              severity: '${3:warning}',
              message: '${4:What it means.}',
            },
          },
        ],
        properties: {
          id: {
            type: 'string',
            pattern: '^[a-z0-9]+(?:[-/][a-z0-9]+){0,8}$',
            description: 'In kebab-case, such as proxy-refused.',
          },
          pattern: {
            type: 'string',
            maxLength: 500,
            description:
              'Regular expression for the message, without date, host and process. Named groups can be used in the message as {name}.',
          },
          severity: {
            enum: ['error', 'warning', 'info', 'hint'],
            default: 'warning',
            description: 'Severity of the finding.',
          },
          message: { type: 'string', description: 'What the finding says.' },
          runbook: { enum: catalogue.runbooks.map((one) => one.id), description: 'Runbook to open.' },
          url: { type: 'string', format: 'uri', description: 'Page that explains it.' },
        },
      },
    },
  };
}

function thresholds(catalogue: Catalogue): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(DEFAULT_THRESHOLDS).map(([name, value]: [string, unknown]) => {
      const rules = catalogue.rules
        .filter((rule) => rule.thresholds?.some((one) => one === name))
        .map((rule) => `\`${rule.id}\``);
      const used = rules.length === 0 ? '' : ` Used by ${rules.join(', ')}.`;
      return [
        `zpaTriage.thresholds.${name}`,
        { type: 'number', default: value, minimum: 0, markdownDescription: `${sentence(name)}.${used}` },
      ];
    }),
  );
}

/** `certificateWarningDays` as words: `Certificate warning days`. */
function sentence(name: string): string {
  const words = name
    .replace(/(?<=[a-z\d])(?=[A-Z])/gu, ' ')
    .toLowerCase()
    .replace(/\b(?:cpu|rtt|ms|mb|dns|ssl|tls|id)\b/gu, (word) => (word === 'ms' ? 'ms' : word.toUpperCase()));
  return words.charAt(0).toUpperCase() + words.slice(1);
}
