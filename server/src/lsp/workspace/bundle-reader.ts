import type { Artifact } from '../../engine/bundle/artifact';
import type { SourceRead } from '../../engine/bundle/source-reader';
import { SourceReader, wantsOnly } from '../../engine/bundle/source-reader';
import { collectLines } from '../../engine/bundle/text-lookup';
import type { Catalogue } from '../../engine/catalogue';
import { BundleFacts } from '../../engine/facts/bundle-facts';
import { isProductBundle } from '../../engine/facts/files/product-bundle';
import type { Format } from '../../engine/formats/format';
import type { ByteSource, Cancel, Offload, Ports } from '../../engine/ports';
import type { Checkpoints } from '../../engine/text/checkpoints';
import type { SourceNote } from '../../engine/report/artifacts';
import type { BundleConfig } from '../../engine/report/bundle-config';
import { readConfig } from '../../engine/report/bundle-config';
import { LineFeed } from '../../engine/text/line-feed';
import { readText } from '../../engine/text/read-text';
import type { TriageSettings } from '../../engine/triage';
import type { BundleFiles, BundleFind, BundleWalk } from './bundle-files';
import { memberUri } from './member-uri';
import type { ScanSettings } from './scan-filter';
import { ScanFilter } from './scan-filter';

export interface ReadRequest {
  readonly roots: readonly string[];
  readonly catalogue: Catalogue;
  readonly formats: readonly Format[];
  readonly ports: Ports;
  readonly settings: TriageSettings;
  readonly scan: ScanSettings;
  readonly cancel: Cancel;
  /** Threads for large files; null where there are none, or where they do not know the catalogue. */
  readonly offload: Offload<Artifact> | null;
  /** A walk that nobody asked for gives up when it finds no sign of the product. */
  readonly givesUp: boolean;
  readonly onFile: (done: number) => void;
}

/** A file of the bundle with what was read of it. */
export interface BundleFile {
  /** Path in the report, unique in the bundle. */
  readonly path: string;
  /** Under which an editor opens it. */
  readonly uri: string;
  /** Lies in an archive, or is compressed: no document of it can be edited. */
  readonly isMember: boolean;
  readonly artifact: Artifact;
}

export interface BundleReading {
  readonly files: readonly BundleFile[];
  readonly configs: readonly BundleConfig[];
  readonly leftOut: readonly { readonly path: string; readonly reason: string }[];
  readonly notes: ReadonlyMap<string, SourceNote>;
  /** Whether anything read speaks of the product. */
  readonly isBundle: boolean;
}

/** Files and bytes after which an unasked walk without a sign of the product ends: this is no support bundle. */
const PATIENCE_FILES = 2_000;
const PATIENCE_BYTES = 256 * 2 ** 20;

/** Reads bundles, and keeps what was read of files that have not changed since. */
export class BundleReader {
  /** Artifacts by URI or path, size, time and year. */
  #cache = new Map<string, Artifact>();

  constructor(private readonly files: BundleFiles) {}

  async read(request: ReadRequest): Promise<BundleReading> {
    const run = new ReadRun(request, this.#cache);
    for await (const find of this.files.walk(run.walk)) {
      await run.take(find);
      if (request.cancel.cancelled || run.hasLostPatience()) break;
    }
    await run.finish();
    if (!request.cancel.cancelled) this.#cache = run.used;
    return run;
  }

  /** Lines of files as they are now, by path in the report and 0-based line; what is gone is left out. */
  async lines(
    request: ReadRequest,
    wanted: ReadonlyMap<string, readonly number[]>,
    checkpoints: (path: string) => Checkpoints | null,
  ): Promise<ReadonlyMap<string, ReadonlyMap<number, string>>> {
    const found = new Map<string, ReadonlyMap<number, string>>();
    if (wanted.size === 0) return found;
    for await (const { path, source } of this.#sources(request, [...wanted.keys()])) {
      const { createDecoder } = request.ports;
      found.set(path, await collectLines(source, createDecoder, wanted.get(path) ?? [], checkpoints(path)));
    }
    return found;
  }

  /** Hands out all lines of a file (0-based) until `take` wants no more; false where it is gone or binary. */
  async eachLine(
    request: ReadRequest,
    wanted: string,
    take: (text: string, line: number) => boolean,
  ): Promise<boolean> {
    for await (const { source } of this.#sources(request, [wanted])) {
      const cancel = { cancelled: false };
      const feed = new LineFeed((text, start, end, line) => {
        if (!cancel.cancelled) cancel.cancelled = !take(text.slice(start, end), line);
      });
      const outcome = await readText(
        source,
        request.ports.createDecoder,
        (text) => {
          feed.push(text);
        },
        { maxBytes: Number.MAX_SAFE_INTEGER, cancel },
      );
      feed.end();
      return outcome.encoding !== null;
    }
    return false;
  }

  /** The files of these paths in the report, as they are now. */
  async *#sources(
    request: ReadRequest,
    paths: readonly string[],
  ): AsyncGenerator<{ readonly path: string; readonly source: ByteSource }> {
    const run = new ReadRun(request, new Map());
    const wants = wantsOnly(paths);
    const walk: BundleWalk = {
      ...run.walk,
      wants: (root, path, isArchive) => wants(run.names.shown(root, path), isArchive),
    };
    for await (const find of this.files.walk(walk)) {
      if (find.kind === 'source') yield { path: run.names.shown(find.root, find.source.path), source: find.source };
    }
  }
}

/** Paths as the report shows them: below their root; with several roots, below the root's name. */
class ShownPaths {
  readonly #prefixes: readonly string[];

  constructor(roots: readonly string[]) {
    const names = roots.map((root) => lastPart(root));
    this.#prefixes = names.map((name, index) =>
      roots.length === 1 ? '' : names.indexOf(name) === index ? `${name}/` : `${name} (${String(index + 1)})/`,
    );
  }

  shown(root: number, path: string): string {
    return `${this.#prefixes[root] ?? ''}${path}`;
  }
}

/** A source of the walk, as it is to be kept. */
interface Place {
  readonly path: string;
  readonly stamp: string;
  readonly find: BundleFind & { readonly kind: 'source' };
}

class ReadRun implements BundleReading {
  /** In the order of the walk once `finish` is done. */
  files: readonly BundleFile[] = [];
  readonly configs: BundleConfig[] = [];
  readonly leftOut: { path: string; reason: string }[] = [];
  readonly notes = new Map<string, SourceNote>();
  readonly used = new Map<string, Artifact>();
  readonly names: ShownPaths;
  readonly walk: BundleWalk;
  readonly #reader: SourceReader<Place>;
  isBundle = false;
  #bytes = 0;
  readonly #paths = new Set<string>();

  constructor(
    private readonly request: ReadRequest,
    private readonly cache: ReadonlyMap<string, Artifact>,
  ) {
    this.#reader = new SourceReader(request, (place, read) => {
      this.#keep(place, read);
    });
    const filter = new ScanFilter(request.scan);
    this.names = new ShownPaths(request.roots);
    this.walk = {
      roots: request.roots,
      wants: (_root, path, isArchive) => isArchive || filter.wantsFile(path),
      skipsFolder: (path) => filter.skipsFolder(path),
      cancel: request.cancel,
    };
  }

  hasLostPatience(): boolean {
    if (!this.request.givesUp || this.isBundle) return false;
    return this.#paths.size > PATIENCE_FILES || this.#bytes > PATIENCE_BYTES;
  }

  async take(find: BundleFind): Promise<void> {
    if (find.kind === 'config') {
      this.configs.push(readConfig(find.text));
      return;
    }
    if (find.kind === 'problem') {
      this.#problem(find.root === null ? find.path : this.names.shown(find.root, find.path), find.reason);
      return;
    }
    const { source, root, uri } = find;
    const path = this.names.shown(root, source.path);
    const { maxFileBytes } = this.request.scan;
    if (source.sizeBytes !== null && source.sizeBytes > maxFileBytes) {
      const reason = `larger than ${String(Math.round(maxFileBytes / 2 ** 20))} MB (zpaTriage.scan.maxFileSize)`;
      this.leftOut.push({ path, reason });
      return;
    }
    const stamp = [uri, source.path, source.sizeBytes, source.modifiedMs, this.request.settings.year].join('\u0000');
    await this.#reader.add({ path, stamp, find }, { ...source, path }, this.cache.get(stamp));
  }

  /** Waits for what other threads still read. */
  async finish(): Promise<void> {
    this.files = (await this.#reader.finish()).map(({ item, artifact }) => {
      const { path, find } = item;
      const { source, uri } = find;
      // Only what was unpacked does not know its size.
      const isMember = source.path.includes('!/') || source.sizeBytes === null;
      return { path, uri: isMember ? memberUri(uri, source.path) : uri, isMember, artifact };
    });
  }

  #keep({ path, stamp, find }: Place, { artifact, unreadable, failure }: SourceRead): void {
    if (artifact !== null) {
      // Only a file whose time is known can be told to be unchanged.
      if (find.source.modifiedMs !== null && !this.request.cancel.cancelled) this.used.set(stamp, artifact);
      this.#bytes += artifact.bytes;
      this.isBundle ||= isProductBundle(new BundleFacts([artifact]));
      this.#paths.add(path);
      this.request.onFile(this.#paths.size);
    }
    if (unreadable !== null) this.leftOut.push({ path, reason: unreadable });
    if (failure !== null) this.#problem(path, failure);
  }

  #problem(path: string, reason: string): void {
    this.leftOut.push({ path, reason });
    if (this.#paths.has(path)) this.notes.set(path, { notes: [reason], truncated: true });
  }
}

function lastPart(uri: string): string {
  const path = uri.replace(/\/+$/u, '');
  const name = path.slice(path.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
