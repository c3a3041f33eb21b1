import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Work shorter than this shows nothing; then the line is renewed this often. */
const QUIET_MS = 400;
const RENEW_MS = 100;
const BAR = 24;
const MEGABYTE = 1024 * 1024;

/** A line on standard error that tells how much was read; silent unless that is a terminal. */
export class Progress {
  readonly #total: number;
  readonly #began = Date.now();
  #shownAt = 0;
  #bytes = 0;
  #visible = false;

  private constructor(paths: readonly string[]) {
    this.#total = paths.reduce((sum, path) => sum + sizeOf(path, 0), 0);
  }

  /** `wanted`: as the flags say; null where they say nothing. */
  static of(wanted: boolean | null, paths: readonly string[]): Progress | null {
    return wanted !== false && process.stderr.isTTY ? new Progress(paths) : null;
  }

  add(bytes: number): void {
    this.#bytes += bytes;
    const now = Date.now();
    if (now - this.#began < QUIET_MS || now - this.#shownAt < RENEW_MS) return;
    this.#shownAt = now;
    this.#visible = true;
    const share = this.#total === 0 ? 0 : Math.min(1, this.#bytes / this.#total);
    const full = Math.round(share * BAR);
    const bar = `${'#'.repeat(full)}${'.'.repeat(BAR - full)}`;
    process.stderr.write(
      `\r[${bar}] ${String(Math.round(share * 100))}% of ${String(Math.ceil(this.#total / MEGABYTE))} MB`,
    );
  }

  /** Takes the line away again. */
  end(): void {
    if (this.#visible) process.stderr.write('\r\u001b[K');
  }
}

/** Bytes below a path; what cannot be looked at counts nothing. */
function sizeOf(path: string, depth: number): number {
  try {
    const stats = statSync(path);
    if (!stats.isDirectory()) return stats.size;
    if (depth > 16) return 0;
    return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name), depth + 1), 0);
  } catch {
    return 0;
  }
}
