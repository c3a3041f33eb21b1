/**
 * Who wrote: the host by its name. Images of the vendor all call themselves zpa-connector, so one name may stand for
 * several machines: then the connector's ID tells them apart.
 */
import type { ProcessLife } from '../formats/journal/facts';

interface Placed {
  readonly artifact: number;
  readonly path: string;
  readonly life: ProcessLife;
}

/** IDs that a file tells for a host, and when its blocks were written (log-clock epoch ms). */
interface Told {
  readonly ids: Set<string>;
  firstMs: number;
  lastMs: number;
}

/** Scopes of the hosts of a bundle. */
export class Scopes {
  /** By host, what each file tells; only hosts whose name several machines have. */
  readonly #shared = new Map<string, ReadonlyMap<number, Told>>();

  constructor(lives: readonly Placed[]) {
    const byHost = new Map<string, Map<number, Told>>();
    for (const { artifact, life } of lives) {
      const ids = life.blocks.text('ID');
      if (life.host === null || ids === undefined) continue;
      const files = byHost.get(life.host) ?? new Map<number, Told>();
      byHost.set(life.host, files);
      const told = files.get(artifact) ?? { ids: new Set(), firstMs: Infinity, lastMs: -Infinity };
      files.set(artifact, told);
      for (const id of ids) if (id !== undefined) told.ids.add(id);
      for (const time of life.blocks.times) {
        if (time < told.firstMs) told.firstMs = time;
        if (time > told.lastMs) told.lastMs = time;
      }
    }
    for (const [host, files] of byHost) if (isShared([...files.values()])) this.#shared.set(host, files);
  }

  /** Scope of a host in a file; the file itself where the journal names no host. */
  of(host: string | null, artifact: number, path: string): string {
    if (host === null) return path;
    const files = this.#shared.get(host);
    if (files === undefined) return host;
    const [id] = files.get(artifact)?.ids ?? [];
    return `${host} (${id ?? path})`;
  }
}

/** Whether two files tell of different connectors at the same time: one after the other it is one that enrolled anew. */
function isShared(files: readonly Told[]): boolean {
  return files.some((a, index) =>
    files
      .slice(index + 1)
      .some((b) => ![...a.ids].some((id) => b.ids.has(id)) && a.firstMs <= b.lastMs && b.firstMs <= a.lastMs),
  );
}
