import { parseArgs } from 'node:util';
import type { Severity } from '../engine/match/rule';
import { COMMANDS, FLAGS, FORMATS } from './flags';
import type { Command, OutputFormat } from './flags';
import { nearest } from './nearest';
import { UsageError } from './usage-error';

/** What the command line asks for. */
export interface Arguments {
  readonly command: Command | 'help' | 'version';
  readonly paths: readonly string[];
  readonly format: OutputFormat;
  readonly output: string | null;
  readonly failOn: Severity | 'never';
  readonly only: readonly string[];
  readonly ignore: readonly string[];
  readonly minSeverity: Severity;
  readonly since: string | null;
  readonly until: string | null;
  readonly year: number | null;
  readonly timezone: string | null;
  readonly config: string | null;
  /** null: decided by whether standard error is a terminal. */
  readonly progress: boolean | null;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];
const BY_EXTENSION: Readonly<Record<string, OutputFormat>> = {
  json: 'json',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
  sarif: 'sarif',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
};

/** Reads the arguments behind the program's name. Throws UsageError with a hint where they are wrong. */
export function readArguments(args: readonly string[]): Arguments {
  const values = new Map<string, string>();
  const positionals: string[] = [];
  const options = Object.fromEntries(
    FLAGS.map(({ name, value }) => [name, { type: value === undefined ? ('boolean' as const) : ('string' as const) }]),
  );
  const { tokens } = parseArgs({
    args: args.map((arg) => (arg === '-h' ? '--help' : arg)),
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind === 'option') noteFlag(token.name, token.rawName, token.value, values);
  }
  const command = commandOf(positionals, values);
  for (const name of values.keys()) checkFlag(name, command);
  const output = values.get('output') ?? null;
  return {
    command,
    paths: positionals,
    format: formatOf(values.get('format'), output, command),
    output,
    failOn: oneOf('fail-on', values.get('fail-on') ?? 'error', [...SEVERITIES, 'never']),
    only: listOf(values.get('rule')),
    ignore: listOf(values.get('ignore')),
    minSeverity: oneOf('min-severity', values.get('min-severity') ?? 'hint', SEVERITIES),
    since: values.get('since') ?? null,
    until: values.get('until') ?? null,
    year: yearOf(values.get('year')),
    timezone: values.get('timezone') ?? null,
    config: values.get('config') ?? null,
    progress: values.has('no-progress') ? false : values.has('progress') ? true : null,
  };
}

function noteFlag(name: string, rawName: string, value: string | undefined, values: Map<string, string>): void {
  const flag = FLAGS.find((one) => one.name === name);
  if (flag === undefined) {
    const names = nearest(
      name,
      FLAGS.map((one) => one.name),
      1,
    ).map((one) => `--${one}`);
    throw new UsageError(`unknown option ${rawName}${hint(names)}`);
  }
  if (flag.value === undefined) {
    if (value !== undefined) throw new UsageError(`--${name} takes no value`);
    values.set(name, 'yes');
    return;
  }
  if (value === undefined || value === '') throw new UsageError(`--${name} needs a value: --${name} ${flag.value}`);
  const before = values.get(name);
  const joins = name === 'rule' || name === 'ignore';
  values.set(name, joins && before !== undefined ? `${before},${value}` : value);
}

/** The first word where it is a command's name (and takes it away), else triage. */
function commandOf(positionals: string[], values: ReadonlyMap<string, string>): Arguments['command'] {
  if (values.has('help')) return 'help';
  if (values.has('version')) return 'version';
  const [first] = positionals;
  const found = COMMANDS.find(([name]) => name === first);
  if (found !== undefined) {
    positionals.shift();
    return found[0];
  }
  return first === 'help' ? 'help' : 'triage';
}

function checkFlag(name: string, command: Arguments['command']): void {
  if (command === 'help' || command === 'version') return;
  const flag = FLAGS.find((one) => one.name === name);
  if (flag?.commands.includes(command) === false) {
    throw new UsageError(`--${name} is an option of ${flag.commands.join(', ')}, not of ${command}`);
  }
}

function formatOf(value: string | undefined, output: string | null, command: Arguments['command']): OutputFormat {
  const extension = /\.(\w{1,10})$/u.exec(output ?? '')?.[1]?.toLowerCase() ?? '';
  const format = oneOf('format', value ?? BY_EXTENSION[extension] ?? 'text', FORMATS);
  if (command !== 'triage' && command !== 'help' && format !== 'text' && format !== 'json') {
    throw new UsageError(`${command} knows the formats text and json`);
  }
  return format;
}

function yearOf(value: string | undefined): number | null {
  if (value === undefined) return null;
  if (!/^(?:19[7-9]\d|20\d\d)$/u.test(value)) throw new UsageError(`--year ${value} is no year between 1970 and 2099`);
  return Number(value);
}

function oneOf<T extends string>(name: string, value: string, choices: readonly T[]): T {
  const choice = choices.find((one) => one === value);
  if (choice !== undefined) return choice;
  throw new UsageError(`--${name} ${value} is not known: one of ${choices.join(', ')}`);
}

function listOf(value: string | undefined): readonly string[] {
  return (value ?? '').split(',').flatMap((one) => (one.trim() === '' ? [] : [one.trim()]));
}

/** `; did you mean X?`, or nothing. */
export function hint(names: readonly string[]): string {
  return names.length === 0 ? '' : `; did you mean ${names.join(', ')}?`;
}
