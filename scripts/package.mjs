// `npm run package`: the .vsix, from a folder that holds what the extension needs and nothing else. The command line
// (`bin`) is for npm; the README's pictures are for readers of the repository.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stage = join(root, 'dist', 'vsix');
const out = join(root, 'dist', 'zpa-triage.vsix');

rmSync(stage, { recursive: true, force: true });
mkdirSync(stage, { recursive: true });
const {
  bin: _bin,
  files: _files,
  scripts: _scripts,
  devDependencies: _dev,
  ...manifest
} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
writeFileSync(join(stage, 'package.json'), JSON.stringify(manifest));
writeFileSync(
  join(stage, 'README.md'),
  readFileSync(join(root, 'README.md'), 'utf8').replace(/^!\[[^\]]*\]\(docs\/images\/[^)]*\)\n/gmu, ''),
);
const PARTS = [
  'dist/extension.js',
  'dist/server.js',
  'dist/web/extension.js',
  'dist/webview',
  'dist/THIRD-PARTY-NOTICES.txt',
];
for (const part of [...PARTS, 'syntaxes', 'snippets', 'schemas', 'media', 'CHANGELOG.md', 'LICENSE']) {
  if (existsSync(join(root, part))) cpSync(join(root, part), join(stage, part), { recursive: true });
}
const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
const args = [
  'package',
  '--no-dependencies',
  '--allow-missing-repository',
  '--no-rewrite-relative-links',
  '--out',
  out,
];
const { status } = spawnSync(process.execPath, [vsce, ...args], { cwd: stage, stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);
console.log(`${out}: ${(statSync(out).size / 1024).toFixed(0)} kB`);
