/** Redacted copies on disk, written by the command line program that the extension brings along. */
import { spawn } from 'node:child_process';
import type * as vscode from 'vscode';
import type { RedactCopy, RedactedCopy } from '../common/commands/redact';

/** Exit statuses of `zpa-triage redact`: something leaked. */
const LEAKS = 1;

/** `program`: path of dist/server.js, which is the command line too. It runs in this program's own Node, without a shell. */
export function redactCopyBy(program: string): RedactCopy {
  return (sources, output, token) =>
    new Promise<RedactedCopy>((resolve, reject) => {
      const child = spawn(
        process.execPath,
        [program, '--cli', 'redact', '--no-progress', '--output', output.fsPath, ...sources.map((uri) => uri.fsPath)],
        { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' }, stdio: ['ignore', 'pipe', 'pipe'] },
      );
      let told = '';
      const take = (part: string): void => {
        told += part;
      };
      child.stdout.setEncoding('utf8').on('data', take);
      child.stderr.setEncoding('utf8').on('data', take);
      const stopping: vscode.Disposable = token.onCancellationRequested(() => child.kill());
      child.on('error', reject);
      child.on('close', (code) => {
        stopping.dispose();
        resolve({ told, outcome: code === 0 ? 'clean' : code === LEAKS ? 'leaks' : 'failed' });
      });
    });
}
