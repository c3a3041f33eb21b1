import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Arguments } from '../args';
import { UsageError } from '../usage-error';

/** Runs the language server, a program of its own beside this one, on standard input and output. */
export function lspCommand({ paths }: Arguments): Promise<number> {
  if (paths.length > 0) throw new UsageError('lsp takes no path: zpa-triage lsp --stdio');
  const server = [join(__dirname, 'server.js'), join(__dirname, '../../../../dist/server.js')].find((file) =>
    existsSync(file),
  );
  if (server === undefined) throw new UsageError('the language server (server.js) is not beside this program');
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => {
      resolve(code ?? 1);
    });
  });
}
