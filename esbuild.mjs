// Bundles the programs of the product: extension and server, each for Node and for the browser, the command line, and the pages.
import { build, context } from 'esbuild';
import { firstExamples } from './scripts/build/first-examples.mjs';

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

export const programs = [
  { ...node, entryPoints: ['client/src/node/extension.ts'], outfile: 'dist/extension.js', external: ['vscode'] },
  { ...node, entryPoints: ['server/src/node/server-main.ts'], outfile: 'dist/server.js' },
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
  { ...browser, format: 'iife', entryPoints: ['server/src/browser/main.ts'], outfile: 'dist/web/server.js' },
  ...['timeline', 'runbook'].map((page) => ({
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
  await Promise.all(wanted.map((program) => build(program)));
}
