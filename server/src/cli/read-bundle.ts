import { basename } from 'node:path';
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
import { repeatableStdin } from '../node/stdin';
import { walk } from '../node/walk';
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

/** Reads files, folders, archives and standard input into an engine; what cannot be read is a problem, not an end. */
export async function readBundle(paths: readonly string[], options: ReadOptions): Promise<BundleRead> {
  const reader = new BundleReader(paths, options);
  await reader.read();
  return reader;
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
  /** Reads; what it read is put into `triage` in the order of the walk. */
  readonly #engine: Triage;
  readonly #read: {
    readonly key: string;
    readonly path: string;
    readonly place: number;
    readonly artifact: Artifact;
  }[] = [];
  readonly #pending: Promise<void>[] = [];
  readonly #late: {
    readonly place: number;
    readonly argument: number;
    readonly shown: string;
    readonly reason: string;
  }[] = [];
  /** Why a file was read in part only. */
  readonly #broken = new Map<string, string>();
  readonly #onBytes: (bytes: number) => void;
  #walked = 0;

  constructor(
    private readonly paths: readonly string[],
    private readonly options: ReadOptions,
  ) {
    const settings = { ...DEFAULT_SETTINGS, year: options.year };
    this.triage = new Triage(options.catalogue, formats, ports, settings);
    this.#engine = new Triage(options.catalogue, formats, ports, settings);
    this.#onBytes = options.onBytes ?? ((): void => undefined);
    this.#window = options.window ?? null;
    this.#walkOptions = {
      configName: BUNDLE_CONFIG,
      stdin: repeatableStdin(),
      ...(options.onBytes === undefined ? {} : { onBytes: options.onBytes }),
    };
  }

  get hasContent(): boolean {
    return this.triage.artifacts.some((artifact) => artifact.lineCount > 0 || artifact.format !== null);
  }

  async read(): Promise<void> {
    for await (const { argument, find } of walk(this.paths, this.#walkOptions)) {
      if (find.kind === 'source') await this.#source(argument, find.source);
      else if (find.kind === 'config') await this.#config(find.path, find.chunks);
      else this.#problem(argument, find);
    }
    await Promise.all(this.#pending);
    this.#collect();
    if (this.triage.artifacts.length === 0 && this.problems.length === 0) {
      this.problems.push({ path: this.paths.join(' '), reason: 'holds no files', weight: 'error' });
    }
  }

  async lookUp(wanted: ReadonlyMap<number, readonly number[]>): Promise<LineLookup> {
    const held = new HeldLines();
    const keys = [...this.#index].filter(([, index]) => wanted.has(index)).map(([key]) => key);
    if (keys.length === 0) return held;
    const wants = (argument: number, path: string, isArchive: boolean): boolean => {
      const key = keyOf(argument, path);
      return isArchive ? keys.some((one) => one.startsWith(`${key}!/`)) : keys.includes(key);
    };
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
    const path = this.#distinctPath(argument, source.path);
    this.#shown.add(path);
    const place = { key: keyOf(argument, source.path), path, place: this.#walked };
    this.#walked += 1;
    const done = (artifact: Artifact | null, reason: string | null): void => {
      if (artifact !== null) this.#read.push({ ...place, artifact });
      if (reason === null) return;
      const isArgument = source.path === '-' || source.path === basename(this.paths[argument] ?? '');
      this.problems.push({ path, reason, weight: isArgument ? 'error' : 'note' });
    };
    const offloaded = this.#offloaded(path, source);
    if (offloaded !== null) {
      this.#pending.push(
        offloaded.then(({ artifact, reason, failure }) => {
          done(artifact, null);
          // Threads end in any order; what they could not read is said in the order of the walk.
          const said = reason ?? failure;
          if (said !== null) this.#late.push({ ...place, argument, shown: source.path, reason: said });
          this.#onBytes(source.sizeBytes ?? 0);
        }),
      );
      return;
    }
    const unreadable = await this.#engine.addSource({ ...this.#windowed(source), path });
    if (unreadable === null) done(this.#engine.artifacts.at(-1) ?? null, null);
    else done(null, unreadable.reason);
  }

  /** The reading of a large file by another thread; null where it is better read here. */
  #offloaded(path: string, source: ByteSource): ReturnType<Offload<Artifact>['read']> | null {
    const { file, sizeBytes, modifiedMs } = source;
    const { offload, year } = this.options;
    if (offload === undefined || offload === null || this.#window !== null) return null;
    if (file === undefined || sizeBytes === null || !offload.isWorth(sizeBytes)) return null;
    const { maxFileBytes } = DEFAULT_SETTINGS;
    return offload.read({ file, path, sizeBytes, modifiedMs, year, maxFileBytes });
  }

  /** Puts what was read into the order of the walk. */
  #collect(): void {
    this.#late.sort((a, b) => a.place - b.place);
    for (const { argument, shown, reason } of this.#late) {
      this.#problem(argument, { path: shown, reason, weight: 'error' });
    }
    this.#read.sort((a, b) => a.place - b.place);
    for (const { key, path, artifact } of this.#read) {
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

  #problem(argument: number, problem: Problem): void {
    this.problems.push({ path: problem.path, reason: problem.reason, weight: problem.weight });
    this.#broken.set(keyOf(argument, problem.path), problem.reason);
  }
}

function keyOf(argument: number, path: string): string {
  return `${String(argument)}\u0000${path}`;
}
