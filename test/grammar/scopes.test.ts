import assert from 'node:assert/strict';
import { formats } from '../../server/src/engine/formats/generated';
import { samples as SAMPLES } from './samples';
import { grammarOf, scopesInText } from './tokenizer';

describe('grammars give words their scopes', () => {
  for (const { id, language } of formats) {
    const samples = SAMPLES[id] ?? [];
    it(`${id}: ${String(samples.length)} samples`, async () => {
      assert.ok(samples.length >= 2, `${id} needs two samples`);
      const missed: string[] = [];
      for (const sample of samples) {
        const grammar = await grammarOf(`source.${sample.language ?? language}`);
        for (const [word, wanted] of sample.words) {
          const scopes = scopesInText(grammar, sample.text, word);
          // The innermost scopes are what a theme colours; a name of two parts gives two.
          const met = wanted === '' ? scopes.length > 1 : scopes.slice(-2).some((one) => one.startsWith(wanted));
          if (!met) missed.push(`${JSON.stringify(word)} wants ${wanted}, has ${scopes.join(' ')}: ${sample.text}`);
        }
      }
      assert.deepEqual(missed, []);
    });
  }

  it('knows every sample’s format', () => {
    const ids = new Set(formats.map(({ id }) => id));
    assert.deepEqual(
      Object.keys(SAMPLES).filter((id) => !ids.has(id)),
      [],
    );
  });
});
