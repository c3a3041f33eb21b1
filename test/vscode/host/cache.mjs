// VS Code's server, its Node and a Chromium, fetched from the npm registry on first use into a git-ignored folder.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { bundledChromium, unpackChromium } from './chromium.mjs';
import { onExit } from './cleanup.mjs';

const execute = promisify(execFile);
const repository = join(dirname(fileURLToPath(import.meta.url)), '../../..');

/** Pinned: they were tried together. VS Code 1.139 runs on Node 24, not on ours. */
const VERSIONS = { 'code-server': '4.139.1', node: '24.21.0', '@sparticuz/chromium': '153.0.0' };
const MARKER = 'complete.json';
/** An installation that nobody has finished in this time was interrupted. */
const ABANDONED_MS = 3_600_000;

/** Folder of the cache; ZPA_TRIAGE_CACHE overrides. */
export const cacheFolder = process.env.ZPA_TRIAGE_CACHE ?? join(repository, '.cache', 'vscode-host');

/**
 * Makes sure that everything is there and gives its folder. Safe to interrupt and to start twice at once: everything is
 * installed beside, with the marker as its last file, and then renamed into place.
 * @returns {Promise<{vscode: string, node: string, chromium: string}>} VS Code's server folder, the path of its Node, the folder of the unpacked Chromium
 */
export async function ensureCache() {
  const folder = join(cacheFolder, `host-${fingerprint()}`);
  if (!existsSync(join(folder, MARKER))) await install(folder);
  return pathsIn(folder);
}

/** Another set of versions, or another machine on the same disk, has a folder of its own. */
function fingerprint() {
  const what = JSON.stringify([VERSIONS, process.platform, process.arch]);
  return createHash('sha256').update(what).digest('hex').slice(0, 8);
}

/** @param {string} folder */
function pathsIn(folder) {
  return {
    vscode: join(folder, 'node_modules/code-server/lib/vscode'),
    node: join(folder, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node'),
    chromium: join(folder, 'chromium'),
  };
}

/** @param {string} target */
async function install(target) {
  const began = Date.now();
  const folder = join(cacheFolder, `incoming-${process.pid}`);
  const paths = pathsIn(folder);
  mkdirSync(cacheFolder, { recursive: true });
  removeLeftovers();
  const forget = onExit(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{"name":"vscode-host-cache","private":true}\n');

  progress(`first run: a VS Code, once, into ${cacheFolder} (about 1 GB on disk)`);
  progress('1/4 VS Code server and Chromium from the npm registry');
  const wanted = Object.entries(VERSIONS).filter(([name]) => name !== '@sparticuz/chromium' || bundledChromium);
  await run('npm', ['install', '--ignore-scripts', ...wanted.map(([name, version]) => `${name}@${version}`)], folder);
  progress('2/4 Node for VS Code');
  // This package's install script fetches the binary of this platform: the only script that is run.
  await run(process.execPath, ['installArchSpecificPackage.js'], join(folder, 'node_modules/node'));
  progress('3/4 modules of VS Code');
  await run('npm', ['install', '--ignore-scripts', '--omit=dev'], paths.vscode);
  progress('4/4 unpack Chromium');
  const packed = join(folder, 'node_modules/@sparticuz/chromium');
  if (bundledChromium) await unpackChromium(packed, paths.chromium, paths.node);

  writeFileSync(join(folder, MARKER), `${JSON.stringify(VERSIONS, null, 2)}\n`);
  putInPlace(folder, target);
  forget();
  progress(`ready after ${Math.round((Date.now() - began) / 1000)} s`);
}

/**
 * @param {string} folder
 * @param {string} target
 */
function putInPlace(folder, target) {
  try {
    renameSync(folder, target);
  } catch (error) {
    // Another run was faster; its installation is as good as this one.
    if (!existsSync(join(target, MARKER))) throw error;
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Installations of runs that were killed. */
function removeLeftovers() {
  for (const name of readdirSync(cacheFolder)) {
    if (!name.startsWith('incoming-')) continue;
    const folder = join(cacheFolder, name);
    const running = isRunning(Number(name.slice('incoming-'.length)));
    if (!running || Date.now() - statSync(folder).mtimeMs > ABANDONED_MS)
      rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {string} cwd
 */
async function run(program, args, cwd) {
  const shell = process.platform === 'win32';
  const running = execute(program, args, { cwd, env: npmEnvironment(), maxBuffer: 1 << 26, shell });
  const forget = onExit(() => running.child.kill());
  await running.finally(forget);
}

/** Our environment without what the npm that started us says of its own work (its prefix above all). */
function npmEnvironment() {
  const env = {
    ...process.env,
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_update_notifier: 'false',
  };
  for (const name of Object.keys(env)) {
    if (/^npm_(?:package|lifecycle|config_(?:local_)?prefix|config_global)/u.test(name)) delete env[name];
  }
  return env;
}

/** @param {string} text */
function progress(text) {
  process.stderr.write(`vscode-host: ${text}\n`);
}
