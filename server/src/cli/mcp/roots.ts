import { existsSync, realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isWithin } from '../redact/output-folder';
import { UsageError } from '../usage-error';

/** The folders that may be read, and nothing beside them. */
export class Roots {
  private constructor(private readonly folders: readonly string[]) {}

  /** Throws UsageError where one is no folder. */
  static of(paths: readonly string[]): Roots {
    return new Roots(
      (paths.length === 0 ? ['.'] : paths).map((path) => {
        if (!existsSync(path) || !statSync(path).isDirectory()) throw new UsageError(`--root ${path} is no folder`);
        return realpathSync(path);
      }),
    );
  }

  /** The real path of what is named, relative to the first root. Throws UsageError where it is outside or not there. */
  allow(path: string): string {
    const named = path.startsWith('file://') ? fromUri(path) : path;
    const full = resolve(this.folders[0] ?? '.', named);
    // The same words for both, so that nobody learns what is outside.
    const refusal = new UsageError(`${path.slice(0, 300)}: not within the folders this server may read, or not there`);
    if (named.includes('\u0000') || !existsSync(full)) throw refusal;
    const real = realpathSync(full);
    if (!this.folders.some((folder) => isWithin(real, folder))) throw refusal;
    const stats = statSync(real);
    // A pipe would be waited for without end.
    if (!stats.isFile() && !stats.isDirectory())
      throw new UsageError(`${path.slice(0, 300)}: neither a file nor a folder`);
    return real;
  }
}

function fromUri(uri: string): string {
  try {
    return fileURLToPath(uri);
  } catch {
    throw new UsageError(`${uri.slice(0, 300)}: no path of this machine`);
  }
}
