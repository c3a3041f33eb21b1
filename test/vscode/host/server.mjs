// Starts VS Code's own server on a free port of the loopback interface and ends it again.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureCache } from './cache.mjs';
import { onExit } from './cleanup.mjs';

const HOST = '127.0.0.1';
const START_TIMEOUT_MS = 60_000;
const LISTENING = /Extension host agent listening on (\d+)/u;

/** Settings of every run: a quiet window with nothing in it that is not ours. */
const SETTINGS = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'remote.autoForwardPorts': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

/**
 * @typedef {object} ServerOptions
 * @property {boolean} [smokeTest] makes the page honour a test payload; anyone on this machine may then connect
 * @property {string} [token] what the page must know to connect; without it anyone on this machine may
 * @property {number} [port] 0 or none: a free one
 * @property {string} [extensionsDir]
 * @property {Record<string, unknown>} [settings] user settings beside ours
 *
 * @typedef {object} Server
 * @property {number} port
 * @property {string} url
 * @property {() => string} log what the server has said so far
 * @property {() => Promise<void>} stop
 */

/**
 * Starts the server with new, empty data folders; it is ended and they are removed with this process at the latest.
 * @param {ServerOptions} [options]
 * @returns {Promise<Server>}
 */
export async function startServer(options = {}) {
  const { vscode, node } = await ensureCache();
  const data = mkdtempSync(join(tmpdir(), 'zpa-vscode-'));
  writeSettings(data, { ...SETTINGS, ...options.settings });
  const child = spawn(node, serverArguments(data, options), {
    cwd: vscode,
    env: serverEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own, so that the extension hosts it starts can be ended with it.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const end = () => {
    endTree(child);
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  };
  const forget = onExit(end);
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (log += text));

  const port = await listens(child, () => log);
  const stop = async () => {
    const ended = child.exitCode !== null || new Promise((done) => child.once('exit', done));
    endTree(child);
    await ended;
    end();
    forget();
  };
  return { port, url: `http://${HOST}:${port}`, log: () => log, stop };
}

/**
 * code-server's VS Code keeps the user's settings on the server, not in the browser.
 * @param {string} data
 * @param {Record<string, unknown>} settings
 */
function writeSettings(data, settings) {
  const folder = join(data, 'data', 'User');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings, null, 2));
}

/**
 * @param {string} data
 * @param {ServerOptions} options
 */
function serverArguments(data, { smokeTest, token, port, extensionsDir }) {
  const args = ['out/server-main.js', '--host', HOST, '--port', String(port ?? 0)];
  args.push('--accept-server-license-terms', '--disable-workspace-trust', '--telemetry-level', 'off');
  args.push('--server-data-dir', data, '--extensions-dir', extensionsDir ?? join(data, 'extensions'));
  if (token === undefined) args.push('--without-connection-token');
  else args.push('--connection-token', token);
  // Should this process be killed, the server ends itself soon after the page has gone.
  if (smokeTest)
    args.push(
      '--enable-smoke-test-driver',
      '--enable-remote-auto-shutdown',
      '--remote-auto-shutdown-without-delay',
      '--reconnection-grace-time',
      '10',
    );
  return args;
}

/** Ours without what another VS Code or Node says to its own children. */
function serverEnvironment() {
  const env = { ...process.env };
  for (const name of Object.keys(env)) if (/^(?:VSCODE_|ELECTRON_|NODE_OPTIONS$)/u.test(name)) delete env[name];
  return env;
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {() => string} log
 * @returns {Promise<number>} the port
 */
async function listens(child, log) {
  const until = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < until) {
    const port = LISTENING.exec(log())?.[1];
    if (port !== undefined) return Number(port);
    if (child.exitCode !== null) throw new Error(`VS Code's server ended at once:\n${log()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`VS Code's server does not answer after ${START_TIMEOUT_MS / 1000} s:\n${log()}`);
}

/** @param {import('node:child_process').ChildProcess} child */
function endTree(child) {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}
