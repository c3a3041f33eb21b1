import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SCENARIOS } from '../generator/scenarios';
import { readArtifact } from '../unit/formats/support';
import { grammarOf, tokensOf } from './tokenizer';

const samples = join(dirname(fileURLToPath(import.meta.url)), '../../samples');
/** Of long journals the first lines show every kind of line. */
const MOST_CHARACTERS = 400_000;

/** Lines with a figure in which nothing at all is coloured. */
async function bareLines(path: string, content: string): Promise<readonly string[]> {
  const { language } = readArtifact(content, path);
  if (language === null) return [];
  const seen = new Set<string>();
  const coloured = new Set<string>();
  for (const { line, scopes } of tokensOf(await grammarOf(`source.${language}`), content)) {
    if (!/\d/u.test(line)) continue;
    seen.add(line);
    if (scopes.length > 1) coloured.add(line);
  }
  return [...seen].filter((line) => !coloured.has(line));
}

describe('no line with a figure is without colour', () => {
  for (const bundle of readdirSync(samples)) {
    for (const name of readdirSync(join(samples, bundle))) {
      it(`samples/${bundle}/${name}`, async () => {
        const bare = await bareLines(name, readFileSync(join(samples, bundle, name), 'utf8'));
        assert.deepEqual(
          bare.filter((line) => !HOSTNAME.test(line)),
          [],
        );
      });
    }
  }

  for (const { name, bundle } of SCENARIOS) {
    it(`the story ${name}`, async () => {
      for (const [path, content] of bundle(1)) {
        const bare = await bareLines(path, content.slice(0, MOST_CHARACTERS));
        assert.deepEqual(
          bare.filter((line) => !HOSTNAME.test(line)),
          [],
          path,
        );
      }
    });
  }
});

/** What `hostname` prints has no shape of its own. */
const HOSTNAME = /^[a-z][a-z0-9-]{1,40}$/u;

describe('what is well stays quiet', () => {
  const healthy = join(samples, 'healthy-connector');
  for (const name of readdirSync(healthy)) {
    it(name, async () => {
      const content = readFileSync(join(healthy, name), 'utf8');
      const { language } = readArtifact(content, name);
      if (language === null) return;
      const bad = [...tokensOf(await grammarOf(`source.${language}`), content)]
        .filter(({ scopes }) => scopes.some((scope) => scope.startsWith('invalid')))
        // Messages that were not sent are worth their colour, however few.
        .filter(({ line }) => !line.includes('TX_DROP'));
      assert.deepEqual(
        bad.map(({ text, line }) => `${text} in ${line}`),
        [],
      );
    });
  }
});
