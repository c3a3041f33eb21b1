import { writeFileSync } from 'node:fs';
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

/** A reader that goes away (`| head`) ends the program quietly. */
export function endQuietlyOnClosedPipe(): void {
  const quietly = (error: NodeJS.ErrnoException): void => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  };
  process.stdout.on('error', quietly);
  process.stderr.on('error', quietly);
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
