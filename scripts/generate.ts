/**
 * `npm run generate` writes every generated file; `npm run generate -- --check` writes nothing and fails when
 * one is stale. Add a generator by adding a line to `outputs`.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { grammarFiles } from './generate/grammars';
import { catalogueSource, formatsSource } from './generate/registry';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const check = process.argv.includes('--check');
let stale = 0;

/** Writes one generated file, or reports it as stale. */
function put(path: string, content: string): void {
  const full = join(root, path);
  const old = existsSync(full) ? readFileSync(full, 'utf8') : null;
  if (old === content) return;
  stale += 1;
  if (check) {
    console.error(`stale: ${path}`);
    return;
  }
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, content);
  console.log(`wrote ${path}`);
}

async function main(): Promise<void> {
  put('server/src/knowledge/generated/catalogue.ts', catalogueSource(join(root, 'server/src/knowledge')));
  put('server/src/engine/formats/generated.ts', formatsSource(join(root, 'server/src/engine/formats')));
  for (const [path, content] of grammarFiles()) put(path, content);
  // Loaded only now: it imports the catalogue that was just written.
  const { derivedFiles } = await import('./generate/derived');
  for (const [path, content] of derivedFiles(root)) put(path, content);
  const { formatsPage } = await import('./generate/formats-table');
  put('docs/formats.md', formatsPage(root));
  if (check && stale > 0) {
    console.error(`${String(stale)} generated file(s) are stale: run npm run generate`);
    process.exitCode = 1;
  }
}

void main();
