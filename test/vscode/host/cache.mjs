// The VS Code server, its Node and a Chromium, fetched from the npm registry on first use into a git-ignored folder.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const repository = join(dirname(fileURLToPath(import.meta.url)), '../../..');

/** Pinned: they were tried together. VS Code 1.139 runs on Node 24. */
const PACKAGES = ['code-server@4.139.1', 'node@24.21.0', '@sparticuz/chromium@153.0.0'];
const MARKER = 'complete.json';

/** Folder of the cache; ZPA_TRIAGE_CACHE overrides. */
export const cacheFolder = process.env.ZPA_TRIAGE_CACHE ?? join(repository, '.cache', 'vscode-host');

/**
 * Makes sure that everything is there and gives its paths. Safe to interrupt: the marker is written last.
 * @returns {Promise<{vscode: string, node: string}>} folder of VS Code's server and path of its Node.
 */
export async function ensureCache() {
  const paths = {
    vscode: join(cacheFolder, 'node_modules/code-server/lib/vscode'),
    node: join(cacheFolder, 'node_modules/node/bin/node'),
  };
  if (isComplete()) return paths;
  mkdirSync(cacheFolder, { recursive: true });
  writeFileSync(join(cacheFolder, 'package.json'), '{"name":"vscode-host-cache","private":true}\n');
  progress('1/3 VS Code server, Node and Chromium from the npm registry (about 250 MB, once)');
  await npm(['install', '--ignore-scripts', '--no-save', ...PACKAGES], cacheFolder);
  progress('2/3 Node for VS Code');
  // The package named node fetches the binary of this platform in its install script; it is the only script that is run.
  await run(process.execPath, ['installArchSpecificPackage.js'], { cwd: join(cacheFolder, 'node_modules/node') });
  progress('3/3 modules of VS Code');
  await npm(['install', '--ignore-scripts', '--omit=dev'], paths.vscode, join(cacheFolder, 'node_modules/node/bin'));
  writeFileSync(join(cacheFolder, MARKER), JSON.stringify(PACKAGES));
  progress('ready');
  return paths;
}

/**
 * Path of a Chromium: ZPA_TRIAGE_CHROMIUM, else the one of the cache (unpacked on first use).
 * @returns {Promise<{executable: string, libraries: string | null}>}
 */
export async function ensureChromium() {
  const named = process.env.ZPA_TRIAGE_CHROMIUM;
  if (named) return { executable: named, libraries: null };
  await ensureCache();
  const folder = join(cacheFolder, 'node_modules/@sparticuz/chromium');
  const { default: chromium, inflate } = await import(pathToFileURL(join(folder, 'build/index.js')).href);
  const executable = await chromium.executablePath();
  const libraries = await unpackLibraries(folder, inflate);
  return { executable, libraries };
}

/** Libraries that bare machines lack (nss, nspr); harmless where they are there. */
async function unpackLibraries(folder, inflate) {
  const archive = join(folder, 'bin/al2023.tar.br');
  if (!existsSync(archive)) return null;
  const target = await inflate(archive);
  const lib = join(target, 'lib');
  return existsSync(lib) ? lib : null;
}

function isComplete() {
  try {
    return readFileSync(join(cacheFolder, MARKER), 'utf8') === JSON.stringify(PACKAGES);
  } catch {
    return false;
  }
}

async function npm(args, cwd, path) {
  const env = { ...process.env, npm_config_audit: 'false', npm_config_fund: 'false', npm_config_update_notifier: 'false' };
  if (path) env.PATH = `${path}:${env.PATH}`;
  // Settings of the npm that started us (its prefix above all) must not reach this one.
  for (const name of Object.keys(env)) if (/^npm_(?:package|lifecycle|config_(?:local_)?prefix)/u.test(name)) delete env[name];
  await run('npm', args, { cwd, env, maxBuffer: 1 << 26, shell: process.platform === 'win32' });
}

function progress(text) {
  process.stderr.write(`vscode-host: ${text}\n`);
}
