// Bundles the programs of the product: the extension for Node and for the browser, the server for both, the command line, and
// the pages.
import { writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';
import { firstExamples } from './scripts/build/first-examples.mjs';
import { notices } from './scripts/build/notices.mjs';

const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');

const shared = {
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  minify: production,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  plugins: production ? [firstExamples] : [],
};
const node = { ...shared, platform: 'node', target: 'node20' };
const browser = {
  ...shared,
  platform: 'browser',
  mainFields: ['browser', 'module', 'main'],
  define: { global: 'globalThis' },
};

/**
 * The server is one file for a Node process and for a web worker: what it knows is most of it, and is shipped once.
 * `require` of a module is bundled but evaluated only where it is reached, so the worker never asks for a module of Node.
 */
const server = {
  ...node,
  stdin: {
    contents: `if (typeof importScripts === 'function') require('./server/src/browser/main.ts');
else require('./server/src/node/server-main.ts');`,
    resolveDir: dirname(fileURLToPath(import.meta.url)),
    sourcefile: 'server-entry.js',
  },
  outfile: 'dist/server.js',
  // Packages with a variant of their own for each: the one that needs nothing of Node works in both.
  conditions: ['browser', 'module'],
  alias: { fflate: 'fflate/browser' },
  define: { global: 'globalThis' },
};

export const programs = [
  { ...node, entryPoints: ['client/src/node/extension.ts'], outfile: 'dist/extension.js', external: ['vscode'] },
  server,
  {
    ...node,
    entryPoints: ['server/src/cli/main.ts'],
    outfile: 'dist/cli.js',
  },
  {
    ...browser,
    entryPoints: ['client/src/browser/extension.ts'],
    outfile: 'dist/web/extension.js',
    external: ['vscode'],
  },
  ...['timeline', 'runbook', 'report'].map((page) => ({
    ...browser,
    format: 'iife',
    minify: true,
    sourcemap: false,
    entryPoints: [`client/src/webview/${page}/main.ts`],
    outfile: `dist/webview/${page}.js`,
  })),
];

// `--only=name` builds the programs whose output has that name.
const only = process.argv.find((arg) => arg.startsWith('--only='))?.slice(7);
const wanted = programs.filter(({ outfile }) => only === undefined || outfile.includes(only));

if (watch) {
  for (const program of wanted) await (await context(program)).watch();
} else {
  const built = await Promise.all(wanted.map((program) => build(program)));
  if (only === undefined) writeFileSync('dist/THIRD-PARTY-NOTICES.txt', notices(built.map(({ metafile }) => metafile)));
}
