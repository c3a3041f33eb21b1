import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

/** The walls between rooms (ARCHITECTURE.md): who may not import whom. */
const walls = [
  {
    files: ['server/src/engine/**/*.ts'],
    forbid: [
      '**/knowledge/**',
      '**/lsp/**',
      '**/node/**',
      '**/browser/**',
      '**/cli/**',
      'vscode*',
      'node:*',
      '@vscode/*',
    ],
    why: 'The engine is pure: it knows no knowledge, transport, platform or editor.',
  },
  {
    files: ['server/src/knowledge/**/*.ts'],
    forbid: ['**/lsp/**', '**/node/**', '**/browser/**', '**/cli/**', 'vscode*', 'node:*', '@vscode/*'],
    why: 'Knowledge is data: it sees engine types and pure helpers only.',
  },
  {
    files: ['server/src/lsp/**/*.ts'],
    forbid: [
      '**/node/**',
      '**/browser/**',
      '**/cli/**',
      'vscode',
      'node:*',
      'vscode-languageserver/node*',
      'vscode-languageserver/browser*',
    ],
    why: 'The server is transport-free: entries make the connection.',
  },
  {
    files: ['server/src/cli/**/*.ts'],
    forbid: ['**/lsp/**', 'vscode*'],
    why: 'The command line needs no language server.',
  },
  {
    files: ['client/src/**/*.ts'],
    forbid: ['**/server/src/engine/**', '**/server/src/knowledge/**', '**/server/src/node/**', '**/server/src/cli/**'],
    why: 'The client talks LSP and the typed custom requests only.',
  },
  {
    files: ['client/src/common/**/*.ts', 'client/src/browser/**/*.ts'],
    forbid: ['node:*', 'vscode-languageclient/node*'],
    why: 'Common and browser code runs in the web extension host.',
  },
];

export default tseslint.config(
  { ignores: ['dist/', '.cache/', 'node_modules/', 'samples/', '**/*.mjs', 'test/output/'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  regexp.configs['flat/recommended'],
  {
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-depth': ['error', 4],
      complexity: ['error', 20],
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unnecessary-condition': 'error',
      '@typescript-eslint/prefer-nullish-coalescing': 'error',
      // Rust-like const arrays and template numbers are explicit here already.
      '@typescript-eslint/restrict-template-expressions': 'error',
      // Terminal escapes are part of the material.
      'no-control-regex': 'off',
      'regexp/no-unused-capturing-group': 'off',
      'regexp/prefer-w': 'off',
      'regexp/prefer-d': 'off',
      'regexp/use-ignore-case': 'off',
      'regexp/no-super-linear-move': 'off',
      'regexp/strict': 'off',
    },
  },
  ...walls.map(({ files, forbid, why }) => ({
    files,
    rules: { 'no-restricted-imports': ['error', { patterns: [{ group: forbid, message: why }] }] },
  })),
  {
    files: ['server/src/knowledge/**/*.ts'],
    rules: { 'max-lines': ['error', { max: 600, skipBlankLines: true, skipComments: true }] },
  },
  { files: ['server/src/knowledge/generated/**'], rules: { 'max-lines': 'off' } },
  {
    files: ['test/**/*.ts', 'scripts/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 600, skipBlankLines: true, skipComments: true }],
      'no-console': 'off',
      '@typescript-eslint/no-floating-promises': 'off',
    },
  },
);
