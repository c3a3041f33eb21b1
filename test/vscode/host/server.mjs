// Starts VS Code's own server on a free port of the loopback interface and ends it again.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureCache } from './cache.mjs';

const START_TIMEOUT_MS = 60_000;

/**
 * @param {{smokeTest?: boolean, port?: number, extensionsDir?: string}} options smokeTest makes the page honour a test payload.
 * @returns {Promise<{port: number, log: () => string, stop: () => void}>}
 */
export async function startServer(options = {}) {
  const { vscode, node } = await ensureCache();
  const port = options.port ?? (await freePort());
  const data = mkdtempSync(join(tmpdir(), 'zpa-vscode-'));
  const args = [
    'out/server-main.js',
    '--host', '127.0.0.1',
    '--port', String(port),
    '--without-connection-token',
    '--accept-server-license-terms',
    '--disable-workspace-trust',
    '--telemetry-level', 'off',
    '--server-data-dir', join(data, 'server'),
    '--extensions-dir', options.extensionsDir ?? join(data, 'extensions'),
  ];
  if (options.smokeTest) args.push('--enable-smoke-test-driver');
  let log = '';
  const child = spawn(node, args, { cwd: vscode, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  child.stdout.on('data', (data) => (log += data));
  child.stderr.on('data', (data) => (log += data));
  const stop = () => {
    try {
      // The server starts extension hosts of its own: end the whole group.
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended already.
    }
    rmSync(data, { recursive: true, force: true, maxRetries: 3 });
  };
  process.once('exit', stop);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
  await answers(port, child, () => log);
  return { port, log: () => log, stop };
}

async function answers(port, child, log) {
  const until = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`VS Code's server ended at once:\n${log()}`);
    try {
      const response = await fetch(`http://127.0.0.1:${port}/version`);
      if (response.ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`VS Code's server does not answer after ${START_TIMEOUT_MS / 1000} s:\n${log()}`);
}

/** A port nobody listens on now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
