/** Every flag of the command line, once: parsing and the help are made from here. */

export type Command = 'triage' | 'explain' | 'rules' | 'detect' | 'redact' | 'diff' | 'mcp' | 'lsp';

export interface Flag {
  readonly name: string;
  /** Placeholder of the value in the help; a flag without one takes no value. */
  readonly value?: string;
  readonly commands: readonly Command[];
  readonly help: string;
}

export const FORMATS = ['text', 'json', 'ndjson', 'sarif', 'markdown', 'html'] as const;
export type OutputFormat = (typeof FORMATS)[number];

const EVERY: readonly Command[] = ['triage', 'explain', 'rules', 'detect', 'redact', 'diff', 'mcp', 'lsp'];

export const FLAGS: readonly Flag[] = [
  {
    name: 'format',
    value: FORMATS.join('|'),
    commands: ['triage', 'rules', 'detect', 'diff'],
    help: 'form of the output; rules, detect and diff know text and json (default text, or by the name of --output)',
  },
  {
    name: 'output',
    value: 'FILE',
    commands: ['triage', 'diff', 'redact'],
    help: 'write to the file instead of standard output; redact: the new folder for the copy',
  },
  {
    name: 'map',
    value: 'FILE',
    commands: ['redact'],
    help: 'private map of stand-ins, read and written: the same names in every run (default: DIR.map.json beside DIR)',
  },
  {
    name: 'root',
    value: 'DIR',
    commands: ['mcp'],
    help: 'folder whose files may be read, can be given again (default: the current folder)',
  },
  {
    name: 'fail-on',
    value: 'error|warning|info|hint|never',
    commands: ['triage', 'diff'],
    help: 'exit with 1 when a finding is at least this severe (default error)',
  },
  {
    name: 'rule',
    value: 'ID[,ID]',
    commands: ['triage', 'diff'],
    help: 'judge by these rules or categories only, such as tunnel/ssl-interception or tunnel',
  },
  { name: 'ignore', value: 'ID[,ID]', commands: ['triage', 'diff'], help: 'leave these rules or categories out' },
  { name: 'min-severity', value: 'SEVERITY', commands: ['triage', 'diff'], help: 'leave out what is less severe' },
  {
    name: 'since',
    value: 'TIME',
    commands: ['triage', 'diff'],
    help: "findings from this time of the log's clock on: 2026-01-21T14:00, 14:00 (last day), 2h (before the last line)",
  },
  { name: 'until', value: 'TIME', commands: ['triage', 'diff'], help: 'findings up to this time' },
  { name: 'old-since', value: 'TIME', commands: ['diff'], help: 'the same for OLD; --since and --until are for NEW' },
  { name: 'old-until', value: 'TIME', commands: ['diff'], help: 'the same for OLD' },
  { name: 'year', value: 'YEAR', commands: ['triage', 'diff'], help: 'year of log lines that carry none' },
  {
    name: 'timezone',
    value: 'ZONE',
    commands: ['triage', 'diff'],
    help: 'zone of log lines that name none: UTC, +05:30, Europe/Berlin',
  },
  {
    name: 'config',
    value: 'FILE',
    commands: ['triage', 'diff'],
    help: 'thresholds, severities, suppressions and custom signatures, with the keys of the editor settings',
  },
  {
    name: 'progress',
    commands: ['triage', 'detect', 'diff', 'redact'],
    help: 'progress on standard error, on a terminal only',
  },
  { name: 'no-progress', commands: ['triage', 'detect', 'diff', 'redact'], help: 'no progress' },
  { name: 'stdio', commands: ['lsp'], help: 'talk over standard input and output' },
  {
    name: 'help',
    commands: EVERY,
    help: 'this text; behind a command, what belongs to it',
  },
  {
    name: 'version',
    commands: EVERY,
    help: 'the version',
  },
];

export const COMMANDS: readonly (readonly [name: Command, usage: string, help: string])[] = [
  [
    'triage',
    '[triage] PATH...',
    'root causes of files, folders and archives (.tar .zip .gz .xz .zst .bz2), or - for standard input',
  ],
  ['explain', 'explain ID_OR_FIELD', 'a rule, a field, a constant or a runbook, as Markdown'],
  ['rules', 'rules', 'the whole catalogue'],
  ['detect', 'detect PATH...', 'what each file is, and why or why not'],
  [
    'redact',
    'redact PATH... --output DIR',
    'a copy to share: secrets, names, addresses and ids replaced, findings kept',
  ],
  ['diff', 'diff OLD NEW', 'two bundles: findings gone and new, versions, configuration, rates of counters'],
  ['mcp', 'mcp [--root DIR]', 'a read-only MCP server on standard input and output, for agents'],
  ['lsp', 'lsp --stdio', 'the language server, for any editor'],
];
