// `npm start -- [BUNDLE] [--port N] [--served] [--check]`: the sample (or BUNDLE, a folder or a file) in a real VS Code with
// the extension: the installed desktop VS Code when there is one, else VS Code served to the browser from the npm cache.
// --served: not the desktop one; --check: look at the served one headless, take a picture, and exit (0 when problems showed).
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openBrowser, takeScreenshot } from './browser.mjs';
import { onExit } from './cleanup.mjs';
import { startServer } from './server.mjs';

const repository = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const CHECK_TIMEOUT_MS = 60_000;

/** @typedef {{folder: string, file: string | null}} Bundle what to open, and what in it to show first */

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { port: { type: 'string' }, check: { type: 'boolean' }, served: { type: 'boolean' } },
  });
  const bundle = findBundle(resolve(positionals[0] ?? join(repository, 'samples', 'failed-connector')));
  if (values.check) return check(await serve(bundle, 0), bundle);
  if (!values.served && openDesktop(bundle)) return;
  const { url } = await serve(bundle, Number(values.port ?? 0));
  console.log(
    `${bundle.file ?? bundle.folder} in VS Code:\n\n  ${url}\n\nOpen it in a browser on this machine. Ctrl-C ends it.`,
  );
}

/**
 * @param {string} path
 * @returns {Bundle}
 */
function findBundle(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) throw new Error(`no such folder or file: ${path}`);
  return stats.isDirectory() ? { folder: path, file: null } : { folder: dirname(path), file: path };
}

/**
 * @param {Bundle} bundle
 * @returns {boolean} true where a desktop VS Code took it
 */
function openDesktop({ folder, file }) {
  // Inside a remote VS Code's terminal `code` is another program, that knows no development path.
  if (process.env.VSCODE_IPC_HOOK_CLI !== undefined) return false;
  const args = ['--new-window', `--extensionDevelopmentPath=${repository}`, folder, ...(file === null ? [] : [file])];
  if (code(['--version'], 'ignore') !== 0) return false;
  console.log(`Opening ${file ?? folder} in the installed VS Code.`);
  return code(args, 'inherit') === 0;
}

/** Exit status of the command line of desktop VS Code; null without one. */
function code(args, stdio) {
  // On Windows it is a batch file, which only a shell starts, and which then needs its quotes.
  const windows = process.platform === 'win32';
  return spawnSync('code', windows ? args.map((arg) => `"${arg}"`) : args, { stdio, shell: windows }).status;
}

/**
 * Serves VS Code with the extension linked into its extensions folder: what is built is what runs.
 * @param {Bundle} bundle
 * @param {number} port
 * @returns {Promise<{url: string, stop: () => Promise<void>}>}
 */
async function serve({ folder, file }, port) {
  const { publisher, name, version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
  const extensionsDir = mkdtempSync(join(tmpdir(), 'zpa-extensions-'));
  onExit(() => rmSync(extensionsDir, { recursive: true, force: true }));
  symlinkSync(repository, join(extensionsDir, `${publisher}.${name}-${version}`), 'junction');
  // Whoever can reach the port could read this machine's files: only the printed address opens it.
  const token = randomUUID();
  const server = await startServer({ port, token, extensionsDir });
  const query = new URLSearchParams({ tkn: token, folder });
  if (file !== null) {
    const uri = `vscode-remote://127.0.0.1:${server.port}${encodeURI(file)}`;
    query.set('payload', JSON.stringify([['openFile', uri]]));
  }
  return { url: `${server.url}/?${query}`, stop: server.stop };
}

/**
 * What a person would see, looked at by a program: passes when VS Code shows problems of the extension.
 * @param {{url: string, stop: () => Promise<void>}} server
 * @param {Bundle} bundle
 */
async function check({ url, stop }, { folder, file }) {
  const { page, close } = await openBrowser();
  await page.goto(url);
  if (file === null)
    await page.getByText(largestFile(folder), { exact: true }).first().dblclick({ timeout: CHECK_TIMEOUT_MS });
  await page.locator('[id="status.problems"]').click({ timeout: CHECK_TIMEOUT_MS });
  const problem = page.locator('.markers-panel-container .marker-source', { hasText: /^zpa$/u }).first();
  const shown = await problem.waitFor({ timeout: CHECK_TIMEOUT_MS }).then(
    () => true,
    () => false,
  );
  const picture = await takeScreenshot(page, 'npm-start');
  console.log(shown ? '  1 passing' : '  1 failing: no problems of the extension are shown');
  console.log(`  ${picture}`);
  await Promise.all([close(), stop()]);
  process.exit(shown ? 0 : 1);
}

/** In a bundle that is the journal. */
function largestFile(folder) {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  const sizes = files.map(({ name }) => ({ name, size: statSync(join(folder, name)).size }));
  const [largest] = sizes.sort((a, b) => b.size - a.size);
  if (largest === undefined) throw new Error(`no file in ${folder}`);
  return largest.name;
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
