import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { expand, isClutter } from './containers';
import type { Expansion, Find } from './containers';
import { reasonOf } from './failures';
import { fileChunks } from './file-chunks';
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
}

/** A find and the argument (0-based) it lies under. Its path is relative to that argument. */
export interface Found {
  readonly argument: number;
  readonly find: Find;
}

/** Bytes read at once: large enough to be quick, small enough to stay out of the way. */
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
      else yield { kind: 'problem', path, reason: 'neither a file nor a folder', weight: 'error' };
    } catch (error) {
      yield { kind: 'problem', path, reason: reasonOf(error), weight: 'error' };
    }
  }

  async *#folder(under: Under, folder: string, prefix: string, depth: number): AsyncGenerator<Find> {
    let names: string[];
    try {
      names = (await readdir(folder)).sort((a, b) => (a < b ? -1 : 1));
    } catch (error) {
      yield { kind: 'problem', path: prefix === '' ? folder : prefix, reason: reasonOf(error), weight: 'error' };
      return;
    }
    for (const name of names) {
      const full = join(folder, name);
      const path = prefix === '' ? name : `${prefix}/${name}`;
      try {
        yield* this.#entry(under, full, path, depth);
      } catch (error) {
        yield { kind: 'problem', path, reason: reasonOf(error), weight: 'error' };
      }
    }
  }

  async *#entry(under: Under, full: string, path: string, depth: number): AsyncGenerator<Find> {
    const stats = await lstat(full);
    const name = basename(full);
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

  async *#file(full: string, path: string, expansion: Expansion): AsyncGenerator<Find> {
    const real = await realpath(full);
    if (this.#seen.has(real)) return;
    this.#seen.add(real);
    const stats = await stat(full);
    const chunks = this.#read(full);
    yield* expand(
      {
        path,
        sizeBytes: stats.size,
        modifiedMs: stats.mtimeMs,
        file: real,
        from: (offset) => this.#read(full, offset),
        chunks,
      },
      expansion,
    );
  }

  async *#read(full: string, start = 0): AsyncGenerator<Uint8Array> {
    for await (const bytes of fileChunks(full, { start })) {
      this.options.onBytes?.(bytes.length);
      yield bytes;
    }
  }
}

/** Whether a link's target lies outside of the walked folder, or nowhere. */
async function leadsOut(root: string, link: string): Promise<boolean> {
  try {
    const target = await realpath(link);
    return target !== root && !target.startsWith(root + sep);
  } catch {
    return true;
  }
}
