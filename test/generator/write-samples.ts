/** Writes samples/; with `--check` writes nothing and fails when a sample is stale. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { failedConnector, healthyConnector } from './bundles';
import type { Bundle } from './bundles';

const samples = join(dirname(fileURLToPath(import.meta.url)), '../../samples');
const check = process.argv.includes('--check');
let stale = 0;

function write(name: string, bundle: Bundle): void {
  for (const [path, content] of bundle) {
    const file = join(samples, name, path);
    if (existsSync(file) && readFileSync(file, 'utf8') === content) continue;
    stale += 1;
    if (check) {
      console.error(`stale: samples/${name}/${path}`);
      continue;
    }
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

write('failed-connector', failedConnector(7));
write('healthy-connector', healthyConnector(11));
if (check && stale > 0) process.exitCode = 1;
