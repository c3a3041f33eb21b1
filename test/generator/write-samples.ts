/** Writes samples/; with `--check` writes nothing and fails when a sample is stale, missing or left over. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SAMPLES_FOLDER, sampleFiles, staleSamples } from './samples';

if (process.argv.includes('--check')) {
  const stale = staleSamples();
  for (const path of stale) console.error(`stale: samples/${path}`);
  if (stale.length > 0) {
    console.error('run: npx tsx test/generator/write-samples.ts');
    process.exitCode = 1;
  }
} else {
  const wanted = sampleFiles();
  for (const path of staleSamples()) {
    const file = join(SAMPLES_FOLDER, path);
    const content = wanted.get(path);
    if (content === undefined) {
      rmSync(file);
      continue;
    }
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    console.log(`wrote samples/${path}`);
  }
}
