import { readArguments } from './args';
import type { Arguments } from './args';
import { detectCommand } from './commands/detect';
import { diffCommand } from './commands/diff';
import { explainCommand } from './commands/explain';
import { lspCommand } from './commands/lsp';
import { mcpCommand } from './commands/mcp';
import { redactCommand } from './commands/redact';
import { rulesCommand } from './commands/rules';
import { triageCommand } from './commands/triage';
import { helpText } from './help';
import { complain, endOnFailedOutput, print } from './terminal';
import { VERSION } from './tool';
import { UsageError } from './usage-error';

const COMMANDS: Readonly<Record<Arguments['command'], (args: Arguments) => Promise<number>>> = {
  triage: triageCommand,
  explain: explainCommand,
  rules: rulesCommand,
  detect: detectCommand,
  redact: redactCommand,
  diff: diffCommand,
  mcp: mcpCommand,
  lsp: lspCommand,
  help: ({ helpOf }) => print(helpText(helpOf)).then(() => 0),
  version: () => print(`${VERSION}\n`).then(() => 0),
};

async function main(args: readonly string[]): Promise<number> {
  const parsed = readArguments(args);
  return COMMANDS[parsed.command](parsed);
}

/** Runs the command line with these arguments; the exit status is set when it is done. */
export function runProgram(args: readonly string[]): void {
  endOnFailedOutput();
  main(args).then(
    (status) => {
      process.exitCode = status;
    },
    (error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      complain(error instanceof UsageError ? `${reason} (see zpa-triage --help)` : `internal error: ${reason}`);
      process.exitCode = 2;
    },
  );
}
