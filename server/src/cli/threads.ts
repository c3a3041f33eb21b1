import { statSync } from 'node:fs';
import type { Artifact } from '../engine/bundle/artifact';
import type { Offload } from '../engine/ports';
import { readPool } from '../node/read-pool';

/** Threads that read large files. */
export type Threads = Offload<Artifact> & { readonly close: () => Promise<void> };

/**
 * The threads of this program; null for a single file, which one thread reads as fast as another, and where the program
 * runs from its sources, which a thread cannot load.
 */
export function threadsFor(paths: readonly string[]): Threads | null {
  const [only] = paths;
  if (paths.length === 1 && only !== undefined && !isFolder(only)) return null;
  return __filename.endsWith('.js') ? readPool(__filename) : null;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // The walk says what is wrong with it.
    return false;
  }
}
