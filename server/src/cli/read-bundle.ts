import { basename } from 'node:path';
import { SourceReader, wantsOnly } from '../engine/bundle/source-reader';
import type { SourceRead } from '../engine/bundle/source-reader';
import { collectLines, HeldLines } from '../engine/bundle/text-lookup';
import type { LineLookup } from '../engine/bundle/text-lookup';
import type { Catalogue } from '../engine/catalogue';
import { formats } from '../engine/formats/generated';
import type { Artifact } from '../engine/bundle/artifact';
import type { ByteSource, Offload } from '../engine/ports';
import type { SourceNote } from '../engine/report/artifacts';
import { BUNDLE_CONFIG, readConfig } from '../engine/report/bundle-config';
import type { BundleConfig } from '../engine/report/bundle-config';
import { DEFAULT_SETTINGS, Triage } from '../engine/triage';
import { ports } from '../node/ports';
import { repeatablePipes, repeatableStdin } from '../node/stdin';
import { pipeName, walk } from '../node/walk';
import type { WalkOptions } from '../node/walk';
import { withinWindow } from './time-window';
import type { TimeWindow } from './time-window';

export interface ReadOptions {
  readonly catalogue: Catalogue;
  readonly year: number | null;
  readonly onBytes?: (bytes: number) => void;
  /** Only log lines of this time are read. */
  readonly window?: TimeWindow;
  /** Threads that read large files; left out where they do not know the catalogue. */
  readonly offload?: Offload<Artifact> | null;
}

/** Something that could not be read, or was passed over. */
export interface Problem {
  readonly path: string;
  readonly reason: string;
  /** `error` makes the exit status 2. */
  readonly weight: 'note' | 'error';
}

/** Everything under the arguments, read once. */
export interface BundleRead {
  readonly triage: Triage;
  readonly problems: readonly Problem[];
  /** Settings that bundles bring along, in the order they were found. */
  readonly configs: readonly { readonly path: string; readonly config: BundleConfig }[];
  readonly notes: ReadonlyMap<number, SourceNote>;
  /** Whether any file held anything, or is known by its name. */
  readonly hasContent: boolean;
  /** Fetches lines by artifact, in one more pass over the arguments. */
  lookUp(wanted: ReadonlyMap<number, readonly number[]>): Promise<LineLookup>;
}

/** Of the whole program: a bundle that is read twice gets them twice. */
const STREAMS = { stdin: repeatableStdin(), pipe: repeatablePipes() };

/** Reads files, folders, archives and standard input into an engine; what cannot be read is a problem, not an end. */
export async function readBundle(paths: readonly string[], options: ReadOptions): Promise<BundleRead> {
  const reader = new BundleReader(paths, options);
  await reader.read();
  return reader;
}

/** A source as the walk found it. */
interface Place {
  /** Argument and path below it. */
  readonly key: string;
  /** As it is shown. */
  readonly path: string;
  readonly argument: number;
  /** Below its argument. */
  readonly below: string;
  /** Number of the find in the walk. */
  readonly find: number;
}

class BundleReader implements BundleRead {
  readonly triage: Triage;
  readonly problems: Problem[] = [];
  readonly configs: { path: string; config: BundleConfig }[] = [];
  readonly notes = new Map<number, SourceNote>();
  /** Artifact index by argument and path below it. */
  readonly #index = new Map<string, number>();
  readonly #shown = new Set<string>();
  readonly #walkOptions: WalkOptions;
  readonly #window: TimeWindow | null;
  /** What it reads is put into `triage` in the order of the walk. */
  readonly #reader: SourceReader<Place>;
  /** With the number of the find in the walk: threads end in any order. */
  readonly #found: { readonly find: number; readonly problem: Problem }[] = [];
  /** Why a file was read in part only, by argument and path below it. */
  readonly #broken = new Map<string, string>();
  #finds = 0;

  constructor(
    private readonly paths: readonly string[],
    options: ReadOptions,
  ) {
    const settings = { ...DEFAULT_SETTINGS, year: options.year };
    const { catalogue, onBytes } = options;
    this.triage = new Triage(catalogue, formats, ports, settings);
    this.#window = options.window ?? null;
    // A thread reads a whole file.
    const offload = this.#window === null ? (options.offload ?? null) : null;
    this.#reader = new SourceReader(
      { catalogue, formats, ports, settings, offload: onBytes === undefined ? offload : counting(offload, onBytes) },
      (place, read) => {
        this.#keep(place, read);
      },
    );
    this.#walkOptions = {
      configName: BUNDLE_CONFIG,
      ...STREAMS,
      ...(onBytes === undefined ? {} : { onBytes }),
    };
  }

  get hasContent(): boolean {
    return this.triage.artifacts.some((artifact) => artifact.lineCount > 0 || artifact.format !== null);
  }

  async read(): Promise<void> {
    for await (const { argument, find } of walk(this.paths, this.#walkOptions)) {
      if (find.kind === 'source') await this.#source(argument, find.source);
      else if (find.kind === 'config') await this.#config(find.path, find.chunks);
      else this.#problem(this.#finds, keyOf(argument, find.path), find);
      this.#finds += 1;
    }
    await this.#collect();
    if (this.triage.artifacts.length === 0 && this.problems.length === 0) {
      this.problems.push({ path: this.paths.join(' '), reason: 'holds no files', weight: 'error' });
    }
  }

  async lookUp(wanted: ReadonlyMap<number, readonly number[]>): Promise<LineLookup> {
    const held = new HeldLines();
    const keys = [...this.#index].filter(([, index]) => wanted.has(index)).map(([key]) => key);
    if (keys.length === 0) return held;
    const wantsKey = wantsOnly(keys);
    const wants = (argument: number, path: string, isArchive: boolean): boolean =>
      wantsKey(keyOf(argument, path), isArchive);
    for await (const { argument, find } of walk(this.paths, {
      ...this.#walkOptions,
      onBytes: () => undefined,
      wants,
    })) {
      if (find.kind !== 'source') continue;
      const index = this.#index.get(keyOf(argument, find.source.path)) ?? -1;
      const source = this.#windowed(find.source);
      // Of a window the lines are counted anew.
      const checkpoints = this.#window === null ? (this.triage.artifacts[index]?.checkpoints ?? null) : null;
      held.hold(index, await collectLines(source, ports.createDecoder, wanted.get(index) ?? [], checkpoints));
    }
    return held;
  }

  async #source(argument: number, source: ByteSource): Promise<void> {
    const { path: below } = source;
    const path = this.#distinctPath(argument, below);
    this.#shown.add(path);
    const place = { key: keyOf(argument, below), path, argument, below, find: this.#finds };
    await this.#reader.add(place, { ...this.#windowed(source), path });
  }

  #keep({ key, path, argument, below, find }: Place, { unreadable, failure }: SourceRead): void {
    if (unreadable !== null) {
      const argumentPath = this.paths[argument] ?? '';
      const isArgument = ['-', basename(argumentPath), pipeName(argumentPath)].includes(below);
      this.#found.push({ find, problem: { path, reason: unreadable, weight: isArgument ? 'error' : 'note' } });
    }
    if (failure !== null) this.#problem(find, key, { path: below, reason: failure, weight: 'error' });
  }

  /** Puts what was read, and what was not, into the order of the walk. */
  async #collect(): Promise<void> {
    const read = await this.#reader.finish();
    this.problems.push(...this.#found.sort((a, b) => a.find - b.find).map(({ problem }) => problem));
    for (const { item, artifact } of read) {
      const { key, path } = item;
      const { index } = this.triage.addArtifact(path, artifact);
      this.#index.set(key, index);
      const broken = this.#broken.get(key);
      if (broken !== undefined) this.notes.set(index, { notes: [broken], truncated: true });
      if (artifact.lineCount === 0 && artifact.format === null) {
        this.problems.push({ path, reason: 'is empty', weight: 'note' });
      }
    }
  }

  #windowed(source: ByteSource): ByteSource {
    return this.#window === null ? source : withinWindow(source, this.#window);
  }

  /** The path below its argument; where two arguments hold the same path, the later one names its argument. */
  #distinctPath(argument: number, path: string): string {
    if (!this.#shown.has(path)) return path;
    const named = `${basename(this.paths[argument] ?? '')}/${path}`;
    for (let number = 1; ; number += 1) {
      const distinct = number === 1 ? named : `${named} (${String(number)})`;
      if (!this.#shown.has(distinct)) return distinct;
    }
  }

  async #config(path: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
    const parts: Uint8Array[] = [];
    for await (const chunk of chunks) parts.push(chunk);
    this.configs.push({ path, config: readConfig(Buffer.concat(parts).toString('utf8')) });
  }

  #problem(find: number, key: string, { path, reason, weight }: Problem): void {
    this.#found.push({ find, problem: { path, reason, weight } });
    this.#broken.set(key, reason);
  }
}

/** The same threads, with what they have read counted: nobody sees their chunks. */
function counting(offload: Offload<Artifact> | null, onBytes: (bytes: number) => void): Offload<Artifact> | null {
  if (offload === null) return null;
  return {
    isWorth: (sizeBytes) => offload.isWorth(sizeBytes),
    read: async (task) => {
      const read = await offload.read(task);
      onBytes(task.sizeBytes ?? 0);
      return read;
    },
  };
}

function keyOf(argument: number, path: string): string {
  return `${String(argument)}\u0000${path}`;
}
