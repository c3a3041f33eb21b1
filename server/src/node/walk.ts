import type { Stats } from 'node:fs';
import { lstat, realpath, stat } from 'node:fs/promises';
import { basename, sep } from 'node:path';
import { expand, isClutter } from './containers';
import type { Expansion, Find } from './containers';
import { reasonOf } from './failures';
import { fileChunks } from './file-chunks';
import { entriesOf } from './folder-entries';
import type { DiskPath } from './folder-entries';
import type { Limits } from './limits';
import { Budget, DEFAULT_LIMITS } from './limits';

export interface WalkOptions {
  readonly limits?: Limits;
  /** Name of the file that is settings, not evidence. */
  readonly configName: string;
  /** Whether the file, or any member of the archive, is wanted; all are where it is left out. */
  readonly wants?: (argument: number, path: string, isArchive: boolean) => boolean;
  /** Whether a folder below an argument is passed over as a whole; none is where it is left out. */
  readonly skipsFolder?: (path: string) => boolean;
  /** Bytes read from disk, for a progress bar. */
  readonly onBytes?: (bytes: number) => void;
  /** Standard input, for the argument `-`. */
  readonly stdin?: () => AsyncIterable<Uint8Array>;
  /** Pipes and devices that are arguments, by path; they are not read where it is left out. */
  readonly pipe?: (path: string) => AsyncIterable<Uint8Array>;
}

/** A find and the argument (0-based) it lies under. Its path is relative to that argument. */
export interface Found {
  readonly argument: number;
  readonly find: Find;
}

/** A folder deeper than this is no support bundle. */
const MAX_DEPTH = 64;

/**
 * Everything that lies under the arguments, in their order, folders in the order of their names. The same tree gives
 * the same finds again. Symbolic links are not followed: what they lead to inside is found by itself, and nothing
 * outside is read. A file that two arguments name is found once.
 */
export async function* walk(paths: readonly string[], options: WalkOptions): AsyncGenerator<Found> {
  const run = new Run(options);
  for (const [argument, path] of paths.entries()) {
    for await (const find of run.argument(argument, path)) yield { argument, find };
  }
}

/** The folder argument that is walked. */
interface Under {
  readonly root: string;
  readonly expansion: Expansion;
}

class Run {
  readonly #budget: Budget;
  readonly #seen = new Set<string>();

  constructor(private readonly options: WalkOptions) {
    this.#budget = new Budget(options.limits ?? DEFAULT_LIMITS);
  }

  async *argument(argument: number, path: string): AsyncGenerator<Find> {
    const expansion: Expansion = {
      budget: this.#budget,
      configName: this.options.configName,
      wants: (inner, isArchive) => this.options.wants?.(argument, inner, isArchive) ?? true,
    };
    if (path === '-') {
      const chunks = this.options.stdin?.();
      if (chunks !== undefined) yield* expand({ path: '-', sizeBytes: null, modifiedMs: null, chunks }, expansion);
      return;
    }
    try {
      const stats = await stat(path);
      if (stats.isDirectory()) yield* this.#folder({ root: await realpath(path), expansion }, path, '', 0);
      else if (stats.isFile()) yield* this.#file(path, basename(path), expansion);
      else if (isStream(stats) && this.options.pipe !== undefined) {
        const chunks = this.options.pipe(path);
        yield* expand({ path: pipeName(path), sizeBytes: null, modifiedMs: null, chunks }, expansion);
      } else yield { kind: 'problem', path, reason: 'neither a file nor a folder', weight: 'error' };
    } catch (error) {
      yield { kind: 'problem', path, reason: reasonOf(error), weight: 'error' };
    }
  }

  async *#folder(under: Under, folder: DiskPath, prefix: string, depth: number): AsyncGenerator<Find> {
    let entries: Awaited<ReturnType<typeof entriesOf>>;
    try {
      entries = await entriesOf(folder);
    } catch (error) {
      const path = prefix === '' ? String(folder) : prefix;
      yield { kind: 'problem', path, reason: reasonOf(error), weight: 'error' };
      return;
    }
    for (const { name, full } of entries) {
      const path = prefix === '' ? name : `${prefix}/${name}`;
      try {
        yield* this.#entry(under, full, path, depth);
      } catch (error) {
        yield { kind: 'problem', path, reason: reasonOf(error), weight: 'error' };
      }
    }
  }

  async *#entry(under: Under, full: DiskPath, path: string, depth: number): AsyncGenerator<Find> {
    const stats = await lstat(full);
    const name = basename(path);
    if (stats.isDirectory()) {
      if (isClutter(`${name}/x`) || this.options.skipsFolder?.(path) === true) return;
      if (depth < MAX_DEPTH) yield* this.#folder(under, full, path, depth + 1);
      else yield { kind: 'problem', path, reason: 'folders nested too deep', weight: 'error' };
    } else if (stats.isSymbolicLink()) {
      if (await leadsOut(under.root, full)) {
        yield { kind: 'problem', path, reason: 'a symbolic link that leads out: not followed', weight: 'note' };
      }
    } else if (!stats.isFile()) {
      yield { kind: 'problem', path, reason: 'not a regular file: passed over', weight: 'note' };
    } else if (!isClutter(name)) {
      yield* this.#file(full, path, under.expansion);
    }
  }

  async *#file(full: DiskPath, path: string, expansion: Expansion): AsyncGenerator<Find> {
    // As bytes, which every name is; threads are told of files whose name is a text.
    const bytes = await realpath(full, 'buffer');
    const real = bytes.toString('latin1');
    if (this.#seen.has(real)) return;
    this.#seen.add(real);
    const text = bytes.toString();
    const stats = await stat(full);
    const chunks = this.#read(full);
    yield* expand(
      {
        path,
        sizeBytes: stats.size,
        modifiedMs: stats.mtimeMs,
        ...(Buffer.from(text).equals(bytes) ? { file: text } : {}),
        from: (offset) => this.#read(full, offset),
        chunks,
      },
      expansion,
    );
  }

  async *#read(full: DiskPath, start = 0): AsyncGenerator<Uint8Array> {
    for await (const bytes of fileChunks(full, { start })) {
      this.options.onBytes?.(bytes.length);
      yield bytes;
    }
  }
}

/** Whether a link's target lies outside of the walked folder, or nowhere. */
async function leadsOut(root: string, link: DiskPath): Promise<boolean> {
  try {
    const target = await realpath(link);
    return target !== root && !target.startsWith(root + sep);
  } catch {
    return true;
  }
}

/** What comes once, like standard input. */
function isStream(stats: Stats): boolean {
  return stats.isFIFO() || stats.isCharacterDevice();
}

/** As it is shown. `/dev/fd/63` of a shell's `<(…)` would say nothing as `63`. */
export function pipeName(path: string): string {
  return path.startsWith('/dev/') ? path.slice(1) : basename(path);
}
