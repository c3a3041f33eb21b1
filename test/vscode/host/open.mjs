// `npm start -- [BUNDLE] [--port N] [--check]`: the sample (or BUNDLE) in a real VS Code with the extension: the installed
// desktop VS Code when there is one, else VS Code served to the browser from the npm cache.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startServer } from './server.mjs';

const repository = join(dirname(fileURLToPath(import.meta.url)), '../../..');

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { port: { type: 'string' }, check: { type: 'boolean' }, served: { type: 'boolean' } },
  });
  const bundle = resolve(positionals[0] ?? join(repository, 'samples', 'failed-connector'));
  if (!existsSync(bundle)) throw new Error(`no such folder or file: ${bundle}`);
  if (!values.served && !values.check && openDesktop(bundle)) return;
  await serve(bundle, values);
}

/** True where a desktop VS Code took the bundle. */
function openDesktop(bundle) {
  const windows = process.platform === 'win32';
  const found = spawnSync('code', ['--version'], { stdio: 'ignore', shell: windows });
  if (found.status !== 0) return false;
  console.log(`Opening ${bundle} in the installed VS Code.`);
  return (
    spawnSync('code', ['--new-window', `--extensionDevelopmentPath=${repository}`, bundle], {
      stdio: 'inherit',
      shell: windows,
    }).status === 0
  );
}

/** Serves VS Code with the extension linked into its extensions folder. */
async function serve(bundle, { port, check }) {
  const extensionsDir = mkdtempSync(join(tmpdir(), 'zpa-extensions-'));
  mkdirSync(extensionsDir, { recursive: true });
  symlinkSync(repository, join(extensionsDir, 'zpa-triage.zpa-triage-0.1.0'), 'junction');
  process.once('exit', () => rmSync(extensionsDir, { recursive: true, force: true }));
  const server = await startServer({ port: port === undefined ? undefined : Number(port), extensionsDir });
  const url = `http://127.0.0.1:${server.port}/?folder=${encodeURIComponent(bundle)}`;
  console.log(
    `VS Code with the bundle ${bundle}:\n\n  ${url}\n\nOpen it in a browser on this machine. Ctrl-C ends it.`,
  );
  if (!check) return;
  const { openBrowser, pageAction } = await import('./browser.mjs');
  const { page, close } = await openBrowser();
  await page.goto(url);
  await page.getByText('journal.txt').first().dblclick({ timeout: 60_000 });
  await page
    .getByText(/ZPA: \d+ root cause/u)
    .first()
    .waitFor({ timeout: 60_000 });
  await pageAction(page, { press: ['Control+Shift+M'], wait: 2_000, screenshot: 'npm-start' }, null);
  await close();
  server.stop();
  console.log('  1 passing');
  process.exit(0);
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
