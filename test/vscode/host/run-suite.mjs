// `run-suite.mjs node|web|desktop [WORKSPACE]`: the suite of test/vscode in each kind of extension host.
// Desktop downloads a VS Code (ZPA_TRIAGE_VSCODE_VERSION, default the newest stable) and needs a network for it, or takes
// the executable that ZPA_TRIAGE_VSCODE names.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { buildSuite } from '../build-suite.mjs';
import { onExit } from './cleanup.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const repository = join(here, '../../..');
const KINDS = { node: 'Node extension host', web: 'web extension host', desktop: 'desktop' };

const [kind = 'node', workspace = join(repository, 'samples', 'failed-connector')] = process.argv.slice(2);
if (!Object.hasOwn(KINDS, kind)) {
  console.error(`unknown kind ${kind}: node, web or desktop`);
  process.exit(2);
}

await buildSuite();
const passed = await runTests({
  ...executable(kind),
  extensionDevelopmentPath: repository,
  extensionTestsPath: join(repository, 'dist', 'test', 'vscode', kind === 'web' ? 'web' : 'node', 'index.js'),
  launchArgs: [copyOf(resolve(workspace)), ...(kind === 'web' ? ['--extensionDevelopmentKind=web'] : [])],
}).then(
  () => true,
  (error) => {
    console.error(error.message);
    return false;
  },
);
console.log(`VS Code, ${KINDS[kind]}: ${passed ? 'passed' : 'failed'}`);
process.exit(passed ? 0 : 1);

/** @param {string} kind */
function executable(kind) {
  if (kind !== 'desktop') return { vscodeExecutablePath: join(here, 'vscode-host.mjs') };
  const named = process.env.ZPA_TRIAGE_VSCODE;
  if (named !== undefined) return { vscodeExecutablePath: named };
  return { version: process.env.ZPA_TRIAGE_VSCODE_VERSION, cachePath: join(repository, '.cache', 'vscode-desktop') };
}

/**
 * The tests edit files. A folder inside the temporary one: the page's answers to the suite are written beside it.
 * @param {string} folder
 */
function copyOf(folder) {
  const parent = mkdtempSync(join(tmpdir(), 'zpa-workspace-'));
  onExit(() => rmSync(parent, { recursive: true, force: true }));
  const copy = join(parent, basename(folder));
  cpSync(folder, copy, { recursive: true });
  return copy;
}
