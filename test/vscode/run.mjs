// `npm run test:vscode -- node|web|desktop`: the same suite in each kind of extension host.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { buildSuite } from './build-suite.mjs';

const repository = join(dirname(fileURLToPath(import.meta.url)), '../..');
const kind = process.argv[2] ?? 'node';
if (!['node', 'web', 'desktop'].includes(kind)) {
  console.error(`unknown kind ${kind}: node, web or desktop`);
  process.exit(2);
}

await buildSuite();
// A copy: the suite edits files.
const workspace = mkdtempSync(join(tmpdir(), 'zpa-workspace-'));
cpSync(join(repository, 'samples', 'failed-connector'), workspace, { recursive: true });

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
  ]) {
    if (existsSync(join(repository, part))) cpSync(join(repository, part), join(stage, part), { recursive: true });
  }
  cpSync(join(out, 'web', 'index.js'), join(stage, 'tests', 'index.js'));
  return { extension: stage, tests: join(stage, 'tests', 'index.js') };
}

const target = web ? stageWebExtension() : { extension: repository, tests: join(out, 'node', 'index.js') };
const launchArgs = [workspace];
if (web) launchArgs.push('--extensionDevelopmentKind=web');
let code = 1;
/** ZPA_TRIAGE_PICTURES=1: the tour's pictures for the README take the place of those in docs/images. */
function keepPictures() {
  const folder = join(repository, 'test', 'output', 'screenshots');
  for (const name of readdirSync(folder).filter((one) => /^readme-.*\.jpg$/u.test(one))) {
    cpSync(join(folder, name), join(repository, 'docs', 'images', name.replace('readme-', '')));
  }
}

try {
  code = await runTests({
    extensionDevelopmentPath: target.extension,
    extensionTestsPath: target.tests,
    launchArgs,
    ...(kind === 'desktop' ? {} : { vscodeExecutablePath: join(repository, 'test/vscode/host/vscode-host.mjs') }),
  });
  if (process.env.ZPA_TRIAGE_PICTURES === '1') keepPictures();
} catch (error) {
  console.error(String(error));
} finally {
  rmSync(workspace, { recursive: true, force: true });
}
process.exit(code);
