import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  realpathSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { reasonOf } from '../../node/failures';
import { UsageError } from '../usage-error';

/** What is written at once. */
const BUFFER_UNITS = 1 << 20;

/** The folder that a redacted copy is written into: new or empty, and apart from what is read. */
export class OutputFolder {
  readonly #files = new Set<string>();
  readonly #folders = new Set<string>();

  private constructor(readonly path: string) {}

  /** Throws UsageError where the folder is not fit: a copy must not mix with other files, least of all the originals. */
  static open(path: string, inputs: readonly string[]): OutputFolder {
    const real = realOf(path);
    for (const input of inputs) {
      if (input === '-') continue;
      const source = realOf(input);
      if (isWithin(real, source) || isWithin(source, real)) {
        throw new UsageError(`--output ${path} and ${input} must lie apart from each other`);
      }
    }
    try {
      makeFolders(path);
      if (readdirSync(path).length > 0) throw new UsageError(`--output ${path} is not empty: name a new folder`);
    } catch (error) {
      if (error instanceof UsageError) throw error;
      throw new UsageError(`--output ${path}: ${reasonOf(error)}`);
    }
    return new OutputFolder(path);
  }

  /** A path below the folder that no other file has, `/` separated. */
  claim(wanted: string): string {
    const dot = wanted.lastIndexOf('.') > wanted.lastIndexOf('/') + 1 ? wanted.lastIndexOf('.') : wanted.length;
    for (let number = 1; ; number += 1) {
      const path = number === 1 ? wanted : `${wanted.slice(0, dot)}-${String(number)}${wanted.slice(dot)}`;
      const key = path.toLowerCase();
      const folders = foldersOf(key);
      if (this.#files.has(key) || this.#folders.has(key) || folders.some((folder) => this.#files.has(folder))) continue;
      this.#files.add(key);
      for (const folder of folders) this.#folders.add(folder);
      return path;
    }
  }

  /** Takes an empty folder away again; one that is not stays. */
  removeEmpty(): void {
    if (readdirSync(this.path).length === 0) rmdirSync(this.path);
  }

  /** A file to write text to, as UTF-8. */
  create(path: string): OutputFile {
    return new OutputFile(join(this.path, path));
  }
}

/** A text file that is written in large steps. Errors are UsageErrors that name it. */
export class OutputFile {
  readonly #descriptor: number;
  #held = '';

  constructor(readonly path: string) {
    this.#descriptor = attempt(path, () => {
      mkdirSync(dirname(path), { recursive: true });
      return openSync(path, 'wx');
    });
  }

  write(text: string): void {
    this.#held += text;
    if (this.#held.length > BUFFER_UNITS) this.#flush();
  }

  /** `modifiedMs`: when the original was written, from which logs without years get theirs. */
  close(modifiedMs: number | null): void {
    this.#flush();
    attempt(this.path, () => {
      closeSync(this.#descriptor);
      if (modifiedMs !== null && modifiedMs > 0) utimesSync(this.path, modifiedMs / 1000, modifiedMs / 1000);
    });
  }

  /** Takes the file away again. */
  remove(): void {
    this.#held = '';
    attempt(this.path, () => {
      closeSync(this.#descriptor);
      rmSync(this.path);
    });
  }

  #flush(): void {
    const bytes = Buffer.from(this.#held, 'utf8');
    this.#held = '';
    attempt(this.path, () => {
      for (let at = 0; at < bytes.length; ) at += writeSync(this.#descriptor, bytes, at);
    });
  }
}

/** Makes the folder and those it lies in: one by one, since Node tries without end where a file system refuses. */
function makeFolders(path: string): void {
  if (existsSync(path)) return;
  makeFolders(dirname(resolve(path)));
  mkdirSync(path);
}

function attempt<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new UsageError(`${path}: cannot be written: ${reasonOf(error)}`);
  }
}

function foldersOf(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** The real path of what is there, with the rest of the path behind it. */
export function realOf(path: string): string {
  const full = resolve(path);
  for (let folder = full, rest = ''; ; ) {
    if (existsSync(folder)) return join(realpathSync(folder), rest);
    rest = join(basename(folder), rest);
    const parent = dirname(folder);
    if (parent === folder) return full;
    folder = parent;
  }
}

/** Whether a real path is the folder itself or lies in it; a file holds nothing. */
export function isWithin(path: string, folder: string): boolean {
  if (path === folder) return true;
  const isFolder = existsSync(folder) ? statSync(folder).isDirectory() : true;
  return isFolder && path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
