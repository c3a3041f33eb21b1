import { parseArgs } from 'node:util';
import type { Severity } from '../engine/match/rule';
import { COMMANDS, FLAGS, FORMATS } from './flags';
import type { Command, OutputFormat } from './flags';
import { nearest } from './nearest';
import { UsageError } from './usage-error';

/** What the command line asks for. */
export interface Arguments {
  readonly command: Command | 'help' | 'version';
  /** The command whose help is asked for; null for the help of everything. */
  readonly helpOf: Command | null;
  readonly paths: readonly string[];
  readonly format: OutputFormat;
  readonly output: string | null;
  readonly failOn: Severity | 'never';
  readonly only: readonly string[];
  readonly ignore: readonly string[];
  readonly minSeverity: Severity;
  readonly since: string | null;
  readonly until: string | null;
  /** The same bounds for the older side of diff. */
  readonly oldSince: string | null;
  readonly oldUntil: string | null;
  readonly year: number | null;
  readonly timezone: string | null;
  readonly config: string | null;
  /** Map file of redact. */
  readonly map: string | null;
  /** Folders that mcp may read. */
  readonly roots: readonly string[];
  /** null: decided by whether standard error is a terminal. */
  readonly progress: boolean | null;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];
/** Flags that may be given more than once, and what parts their values. */
const SEPARATORS: Readonly<Record<string, string>> = { rule: ',', ignore: ',', root: '\u0000' };
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
    helpOf: command === 'help' ? helpSubject(positionals) : null,
    paths: positionals,
    format: formatOf(values.get('format'), output, command),
    output,
    failOn: oneOf('fail-on', values.get('fail-on') ?? 'error', [...SEVERITIES, 'never']),
    only: listOf('rule', values.get('rule')),
    ignore: listOf('ignore', values.get('ignore')),
    minSeverity: oneOf('min-severity', values.get('min-severity') ?? 'hint', SEVERITIES),
    since: values.get('since') ?? null,
    until: values.get('until') ?? null,
    oldSince: values.get('old-since') ?? null,
    oldUntil: values.get('old-until') ?? null,
    year: yearOf(values.get('year')),
    timezone: values.get('timezone') ?? null,
    config: values.get('config') ?? null,
    map: values.get('map') ?? null,
    roots: linesOf(values.get('root')),
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
  const separator = SEPARATORS[name];
  values.set(name, separator !== undefined && before !== undefined ? before + separator + value : value);
}

/** The first word where it is a command's name (and takes it away), else triage. */
function commandOf(positionals: string[], values: ReadonlyMap<string, string>): Arguments['command'] {
  if (values.has('help')) return 'help';
  if (values.has('version')) return 'version';
  const [first] = positionals;
  const found = commandNamed(first);
  if (found !== null) {
    positionals.shift();
    return found;
  }
  return first === 'help' ? 'help' : 'triage';
}

/** The command behind `help`, or before `--help`. */
function helpSubject([first, second]: readonly string[]): Command | null {
  if (first !== 'help') return commandNamed(first);
  const command = commandNamed(second);
  if (command === null && second !== undefined && second !== 'help') {
    throw new UsageError(`no command is called ${second.slice(0, 80)}${hint(nearestCommands(second))}`);
  }
  return command;
}

/** Commands that the word may be a slip of. */
export function nearestCommands(word: string): readonly string[] {
  return nearest(
    word,
    COMMANDS.map(([name]) => name),
    1,
  );
}

function commandNamed(word: string | undefined): Command | null {
  return COMMANDS.find(([name]) => name === word)?.[0] ?? null;
}

function checkFlag(name: string, command: Arguments['command']): void {
  if (command === 'help' || command === 'version') return;
  const flag = FLAGS.find((one) => one.name === name);
  if (flag?.commands.includes(command) === false) {
    throw new UsageError(`--${name} is an option of ${flag.commands.join(', ')}, not of ${command}`);
  }
}

function formatOf(value: string | undefined, output: string | null, command: Arguments['command']): OutputFormat {
  // The output of redact is a folder.
  if (command === 'redact') return 'text';
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
  const choice = choices.find((one) => one === value.toLowerCase());
  if (choice !== undefined) return choice;
  throw new UsageError(`--${name} ${value} is not known: one of ${choices.join(', ')}`);
}

function listOf(name: string, value: string | undefined): readonly string[] {
  if (value === undefined) return [];
  // Ids are written in lower case.
  const list = value.split(',').flatMap((one) => (one.trim() === '' ? [] : [one.trim().toLowerCase()]));
  if (list.length === 0) throw new UsageError(`--${name} ${value} names no rule`);
  return list;
}

function linesOf(value: string | undefined): readonly string[] {
  return value === undefined ? [] : value.split('\u0000');
}

/** `; did you mean X?`, or nothing. */
export function hint(names: readonly string[]): string {
  return names.length === 0 ? '' : `; did you mean ${names.join(', ')}?`;
}
