import { COMMANDS, FLAGS } from './flags';
import type { Command, Flag } from './flags';

const STATUS: Readonly<Partial<Record<Command, readonly string[]>>> = {
  redact: [
    'Exit status: 0 the leak check found nothing; 1 it found something, do not share the copy;',
    '2 wrong usage, or something that could not be read (all else is in the copy).',
  ],
  diff: ['Exit status: 0 nothing new at or above --fail-on; 1 something is; 2 wrong usage, or not readable.'],
};
const COMMON_STATUS = [
  'Exit status: 0 nothing at or above --fail-on (diff: nothing new); 1 findings at or above it (redact: a leak);',
  '2 wrong usage, or a path that cannot be read (what can be read is still judged and printed).',
];
const EXAMPLES: Readonly<Record<Command, readonly string[]>> = {
  triage: [
    'zpa-triage bundle.tgz',
    'zpa-triage bundle/ --format markdown --output report.md',
    'journalctl -u zpa-connector | zpa-triage - --fail-on never',
  ],
  explain: ['zpa-triage explain tx_drop', 'zpa-triage explain tunnel/ssl-interception'],
  rules: ['zpa-triage rules --format json'],
  detect: ['zpa-triage detect bundle/ --format json'],
  redact: [
    'zpa-triage redact bundle.tgz --output to-share',
    'zpa-triage redact bundle/ --output to-share --map case.map.json',
  ],
  diff: [
    'zpa-triage diff before.tgz after.tgz',
    'zpa-triage diff journal.txt journal.txt --old-since 09:00 --old-until 10:00 --since 14:00 --until 15:00',
  ],
  mcp: ['zpa-triage mcp --root ~/cases'],
  lsp: ['zpa-triage lsp --stdio'],
};

/** The help text: of everything, or of one command. */
export function helpText(command: Command | null = null): string {
  return command === null ? overview() : commandHelp(command);
}

function overview(): string {
  return [
    'Turns a support bundle of a Zscaler ZPA App Connector into a root cause.',
    '',
    'Usage:',
    ...COMMANDS.map(([, usage, help]) => `  zpa-triage ${usage.padEnd(28)}  ${help}`),
    '',
    'Options:',
    ...FLAGS.flatMap(flagLines),
    '',
    'Options of one command, with examples: zpa-triage COMMAND --help.',
    'ndjson prints one line {"type":"finding",...} for each finding and a last line {"type":"summary",...}.',
    ...COMMON_STATUS,
    '',
  ].join('\n');
}

function commandHelp(command: Command): string {
  const [, usage = command, help = ''] = COMMANDS.find(([name]) => name === command) ?? [];
  return [
    `zpa-triage ${usage}`,
    `${help.charAt(0).toUpperCase()}${help.slice(1)}.`,
    '',
    'Options:',
    ...FLAGS.filter((flag) => flag.commands.includes(command)).flatMap(flagLines),
    '',
    'Examples:',
    ...EXAMPLES[command].map((example) => `  ${example}`),
    '',
    ...(STATUS[command] ?? COMMON_STATUS),
    '',
  ].join('\n');
}

function flagLines({ name, value, help }: Flag): readonly string[] {
  const flag = `  --${name}${value === undefined ? '' : ` ${value}`}`;
  return flag.length > 34 ? [flag, `${' '.repeat(36)}${help}`] : [`${flag.padEnd(36)}${help}`];
}
