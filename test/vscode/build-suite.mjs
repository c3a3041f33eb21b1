// Bundles the suite for the Node and for the web extension host; mocha comes along in each.
import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, '../../dist/test/vscode');

/** Writes dist/test/vscode/{node,web}/index.js. ZPA_TRIAGE_GREP: only the tests whose title contains it. */
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
    metafile: true,
  };
  const define = {
    global: 'globalThis',
    'process.env.NODE_ENV': '"test"',
    ZPA_TRIAGE_GREP: JSON.stringify(process.env.ZPA_TRIAGE_GREP ?? ''),
  };
  const results = await Promise.all(
    ['node', 'web'].map((kind) =>
      build({
        ...shared,
        platform: 'browser',
        define,
        entryPoints: [join(here, 'suite', 'index.ts')],
        outfile: join(out, kind, 'index.js'),
      }),
    ),
  );
  for (const { metafile } of results) forbidForgotten(Object.keys(metafile.inputs));
}

/** A test file that nobody imports would never run, and never fail. */
function forbidForgotten(inputs) {
  const bundled = new Set(inputs.map((path) => basename(path)));
  const forgotten = readdirSync(join(here, 'suite')).filter((name) => name.endsWith('.test.ts') && !bundled.has(name));
  if (forgotten.length > 0) throw new Error(`suite/tests.ts does not import ${forgotten.join(', ')}`);
}
