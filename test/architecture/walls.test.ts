import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}

function imports(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:^|\n)(?:import|export) [^;]*?from '([^']+)';|import\('([^']+)'\)/gu)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
}

/** Where a relative import leads, as a path from the repository root. */
function target(file: string, specifier: string): string {
  return specifier.startsWith('.') ? relative(root, join(dirname(file), specifier)) : specifier;
}

const WALLS: readonly (readonly [room: string, forbidden: RegExp])[] = [
  ['server/src/engine', /^(?!server\/src\/engine\/)/u],
  ['server/src/knowledge', /^(?!server\/src\/(?:engine|knowledge)\/)/u],
  ['server/src/lsp', /^(?:node:|vscode$|server\/src\/(?:node|browser|cli)\/|vscode-languageserver\/(?:node|browser))/u],
  ['server/src/cli', /^(?:vscode|server\/src\/lsp\/)/u],
  ['client/src', /^server\/src\/(?!lsp\/(?:(?:[a-z]+-)?protocol|size-tier)$)/u],
  ['client/src/common', /^(?:node:|vscode-languageclient\/node)/u],
  ['client/src/browser', /^(?:node:|vscode-languageclient\/node)/u],
];

describe('the walls between rooms', () => {
  for (const [room, forbidden] of WALLS) {
    it(`${room} imports nothing from beyond its wall`, () => {
      const crossings = sources(room).flatMap((file) =>
        imports(file)
          .map((specifier) => target(file, specifier))
          .filter((path) => forbidden.test(path))
          .map((path) => `${relative(root, file)} -> ${path}`),
      );
      assert.deepEqual(crossings, []);
    });
  }

  it('knowledge holds no state: no module-level let or var', () => {
    const stateful = sources('server/src/knowledge').filter((file) =>
      /^(?:let|var) /mu.test(readFileSync(file, 'utf8')),
    );
    assert.deepEqual(stateful, []);
  });
});
