// `npm run test:vscode -- node|web|desktop [FOLDER]`: the same suite in each kind of extension host. Desktop downloads a VS Code
// (ZPA_TRIAGE_VSCODE_VERSION, default the newest stable), or takes the executable that ZPA_TRIAGE_VSCODE names.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { buildSuite } from './build-suite.mjs';

const repository = join(dirname(fileURLToPath(import.meta.url)), '../..');
const [kind = 'node', bundle = join(repository, 'samples', 'failed-connector')] = process.argv.slice(2);
if (!['node', 'web', 'desktop'].includes(kind)) {
  console.error(`unknown kind ${kind}: node, web or desktop`);
  process.exit(2);
}

await buildSuite();
// A copy: the suite edits files.
const workspace = mkdtempSync(join(tmpdir(), 'zpa-workspace-'));
cpSync(bundle, workspace, { recursive: true });

const web = kind === 'web';
const out = join(repository, 'dist', 'test', 'vscode');

/**
 * The extension as a web-only VS Code would see it. A served VS Code runs an extension that has both entries in the
 * Node host: without `main` it runs in the web worker.
 */
function stageWebExtension() {
  const stage = join(out, 'web-extension');
  rmSync(stage, { recursive: true, force: true });
  mkdirSync(stage, { recursive: true });
  const { main: _, ...manifest } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
  writeFileSync(join(stage, 'package.json'), JSON.stringify({ ...manifest, extensionKind: ['web'] }));
  // Whatever package.json ships, as `npm run package` would.
  for (const part of [
    ...manifest.files.filter((one) => !one.includes('.') && !one.includes('*')),
    'dist/web',
    'dist/webview',
    'dist/server.js',
  ]) {
    if (existsSync(join(repository, part))) cpSync(join(repository, part), join(stage, part), { recursive: true });
  }
  cpSync(join(out, 'web', 'index.js'), join(stage, 'tests', 'index.js'));
  return { extension: stage, tests: join(stage, 'tests', 'index.js') };
}

function executable() {
  if (kind !== 'desktop') return { vscodeExecutablePath: join(repository, 'test/vscode/host/vscode-host.mjs') };
  const named = process.env.ZPA_TRIAGE_VSCODE;
  if (named !== undefined) return { vscodeExecutablePath: named };
  return { version: process.env.ZPA_TRIAGE_VSCODE_VERSION, cachePath: join(repository, '.cache', 'vscode-desktop') };
}

const target = web ? stageWebExtension() : { extension: repository, tests: join(out, 'node', 'index.js') };
const launchArgs = [workspace];
if (web) launchArgs.push('--extensionDevelopmentKind=web');
let code = 1;
const KEPT = { 'readme-': ['docs', 'images'], 'walkthrough-': ['media', 'walkthrough'] };

/** ZPA_TRIAGE_PICTURES=1: the tour's pictures take the place of those that the README and the walkthrough show. */
function keepPictures() {
  const folder = join(repository, 'test', 'output', 'screenshots');
  for (const name of readdirSync(folder)) {
    const prefix = Object.keys(KEPT).find((one) => name.startsWith(one));
    if (prefix !== undefined) cpSync(join(folder, name), join(repository, ...KEPT[prefix], name.replace(prefix, '')));
  }
}

try {
  code = await runTests({
    extensionDevelopmentPath: target.extension,
    extensionTestsPath: target.tests,
    launchArgs,
    ...executable(),
  });
  if (process.env.ZPA_TRIAGE_PICTURES === '1') keepPictures();
} catch (error) {
  console.error(String(error));
} finally {
  rmSync(workspace, { recursive: true, force: true });
}
process.exit(code);
