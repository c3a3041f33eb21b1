import { existsSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { escapeTerminal } from '../engine/report/escape-terminal';
import { PLAIN } from '../engine/report/text';
import type { TextStyle } from '../engine/report/text';
import { reasonOf } from '../node/failures';
import { UsageError } from './usage-error';

/** Where the command line speaks: everything it prints goes through here. */

/** Writes to standard output, and waits until it is taken. */
export function print(text: string): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(text, () => {
      resolve();
    });
  });
}

/** Throws UsageError where the report would be written over what it is made from. */
export function guardInputs(output: string | null, inputs: readonly string[]): void {
  if (output === null || !existsSync(output) || !statSync(output).isFile()) return;
  const real = realpathSync(output);
  for (const input of inputs) {
    if (input === '-' || !existsSync(input) || realpathSync(input) !== real) continue;
    throw new UsageError(`--output ${output} is what is to be read: it would be written over`);
  }
}

/** Writes to the file, or to standard output where none is named. */
export async function deliver(text: string, file: string | null): Promise<void> {
  if (file === null) {
    await print(text);
    return;
  }
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new UsageError(`${file}: cannot be written: ${reasonOf(error)}`);
  }
}

/** One line to standard error, under the tool's name. */
export function complain(line: string): void {
  process.stderr.write(`zpa-triage: ${escapeTerminal(line.replace(/\s+/gu, ' '))}\n`);
}

/** A reader that goes away (`| head`) ends the program quietly; a full disk ends it with a word and the status 2. */
export function endOnFailedOutput(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    complain(`standard output: cannot be written: ${reasonOf(error)}`);
    process.exit(2);
  });
  // Nobody can be told; what goes to standard output still does.
  process.stderr.on('error', () => undefined);
}

const CODES = { bold: '1', dim: '2', error: '31', warning: '33', info: '36', hint: '2' } as const;

/** Colours and breaking of lines on a terminal; plain where output is piped. NO_COLOR takes the colours. */
export function terminalStyle(): TextStyle {
  if (!process.stdout.isTTY) return PLAIN;
  const width = process.stdout.columns;
  if ((process.env.NO_COLOR ?? '') !== '' || process.env.TERM === 'dumb') return { ...PLAIN, width };
  const dress = (code: string, text: string): string => `\u001b[${code}m${text}\u001b[0m`;
  return {
    bold: (text) => dress(CODES.bold, text),
    dim: (text) => dress(CODES.dim, text),
    severity: (severity, text) => dress(CODES[severity], text),
    width,
  };
}
