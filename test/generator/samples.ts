import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { failedConnector } from './scenarios/failed-connector';
import { healthyConnector } from './scenarios/healthy-connector';
import type { Scenario } from './scenarios/scenario';

/** The checked-in samples: a story and the seed it is told with. */
const SAMPLES: readonly (readonly [scenario: Scenario, seed: number])[] = [
  [failedConnector, 7],
  [healthyConnector, 11],
];

export const SAMPLES_FOLDER = join(dirname(fileURLToPath(import.meta.url)), '../../samples');

/** Path below samples/ -> content, as it should be. */
export function sampleFiles(): ReadonlyMap<string, string> {
  return new Map(
    SAMPLES.flatMap(([scenario, seed]) =>
      [...scenario.bundle(seed)].map(([path, content]): [string, string] => [`${scenario.name}/${path}`, content]),
    ),
  );
}

/** Paths below samples/ that differ, are missing, or belong to no sample. */
export function staleSamples(): string[] {
  const wanted = sampleFiles();
  const differing = [...wanted].filter(([path, content]) => {
    const file = join(SAMPLES_FOLDER, path);
    return !existsSync(file) || readFileSync(file, 'utf8') !== content;
  });
  const leftOver = SAMPLES.flatMap(([{ name }]) => filesBelow(join(SAMPLES_FOLDER, name))).filter(
    (path) => !wanted.has(path),
  );
  return [...differing.map(([path]) => path), ...leftOver];
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(SAMPLES_FOLDER, join(entry.parentPath, entry.name)).split(sep).join('/'));
}
