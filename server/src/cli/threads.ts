import type { Artifact } from '../engine/bundle/artifact';
import type { Offload } from '../engine/ports';
import { readPool } from '../node/read-pool';

/** Threads that read large files. */
export type Threads = Offload<Artifact> & { readonly close: () => Promise<void> };

/** The threads of this program; null where it runs from its sources, which a thread cannot load. */
export function threads(): Threads | null {
  return __filename.endsWith('.js') ? readPool(__filename) : null;
}
