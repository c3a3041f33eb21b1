/** Runs the command line as its users do: as a program of its own, over files in a temporary folder. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const home = mkdtempSync(join(tmpdir(), 'zpa-triage-cli-'));
/** The built program. */
export const program = join(home, 'cli.js');

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Builds the program afresh, so that no stale dist/ is tested. */
export async function buildCli(): Promise<void> {
  await build({
    entryPoints: [join(root, 'server/src/cli/main.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'error',
  });
}

/** Runs the program; `input` goes to its standard input. */
export function cli(args: readonly string[], input?: string | Uint8Array): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, NO_COLOR: '' },
    ...(input === undefined ? {} : { input }),
  });
  return { status, stdout, stderr };
}

let count = 0;

/** A folder with these files. */
export function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  count += 1;
  const path = join(home, `bundle-${String(count)}`);
  mkdirSync(path);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return path;
}

/** One file, by path. */
export function file(name: string, content: string | Uint8Array): string {
  return join(folder({ [name]: content }), name);
}

export function removeFolders(): void {
  rmSync(home, { recursive: true, force: true });
}
