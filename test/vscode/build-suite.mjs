// Bundles the suite for the Node and for the web extension host; mocha comes along in each.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, '../../dist/test/vscode');

/** Writes dist/test/vscode/{node,web}/index.js. */
export async function buildSuite() {
  // mocha's browser file assigns module.exports itself: the suite's own exports come after it, in the footer.
  const shared = {
    bundle: true,
    format: 'iife',
    globalName: 'suite',
    footer: { js: 'module.exports = suite;' },
    target: 'es2022',
    external: ['vscode'],
    sourcemap: 'inline',
    logLevel: 'warning',
  };
  await Promise.all(
    ['node', 'web'].map((kind) =>
      build({
        ...shared,
        platform: 'browser',
        define: { global: 'globalThis', 'process.env.NODE_ENV': '"test"' },
        entryPoints: [join(here, 'suite', 'index.ts')],
        outfile: join(out, kind, 'index.js'),
      }),
    ),
  );
}
