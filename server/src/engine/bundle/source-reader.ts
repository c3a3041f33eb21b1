import type { Catalogue } from '../catalogue';
import type { Format } from '../formats/format';
import type { ByteSource, Cancel, Offload, Ports } from '../ports';
import type { TriageSettings } from '../triage';
import { Triage } from '../triage';
import type { Artifact } from './artifact';

/** What became of a source. */
export interface SourceRead {
  readonly artifact: Artifact | null;
  /** Why it is no evidence: it is not text. */
  readonly unreadable: string | null;
  /** Why it was read in part only, or not at all, though it is text for all we know. */
  readonly failure: string | null;
}

export interface SourceReaderOptions {
  readonly catalogue: Catalogue;
  readonly formats: readonly Format[];
  readonly ports: Ports;
  readonly settings: TriageSettings;
  /** Threads for large files; null where all are read here. */
  readonly offload: Offload<Artifact> | null;
  readonly cancel?: Cancel;
}

/**
 * Reads the sources of a walk one after another, large files in other threads meanwhile: the one way from files to
 * artifacts for the command line and the editor. `Item` is what the caller knows of a source.
 */
export class SourceReader<Item> {
  /** Its tables of messages are made once for all sources. */
  readonly #engine: Triage;
  readonly #pending: Promise<void>[] = [];
  readonly #done: { readonly place: number; readonly item: Item; readonly artifact: Artifact }[] = [];
  #added = 0;

  /** `onRead` hears of each source when it has been read; those of other threads come in any order. */
  constructor(
    private readonly options: SourceReaderOptions,
    private readonly onRead: (item: Item, read: SourceRead) => void,
  ) {
    const { catalogue, formats, ports, settings } = options;
    this.#engine = new Triage(catalogue, formats, ports, settings);
  }

  /**
   * Reads a source under its path. Its bytes are not needed any more when the promise is kept: another thread reads the
   * file itself. `known`: what was read of it before, if it has not changed. Errors of the source are thrown on.
   */
  async add(item: Item, source: ByteSource, known: Artifact | null = null): Promise<void> {
    const place = this.#added;
    this.#added += 1;
    const settle = (read: SourceRead): void => {
      if (read.artifact !== null) this.#done.push({ place, item, artifact: read.artifact });
      this.onRead(item, read);
    };
    if (known !== null) {
      settle({ artifact: known, unreadable: null, failure: null });
      return;
    }
    const elsewhere = this.#readElsewhere(source);
    if (elsewhere === null) settle(await this.#readHere(source));
    else this.#pending.push(elsewhere.then(settle));
  }

  /** Waits for other threads; gives all artifacts in the order in which their sources were added. */
  async finish(): Promise<readonly { readonly item: Item; readonly artifact: Artifact }[]> {
    await Promise.all(this.#pending);
    return this.#done.sort((a, b) => a.place - b.place);
  }

  async #readHere(source: ByteSource): Promise<SourceRead> {
    const unreadable = await this.#engine.addSource(source, this.options.cancel);
    if (unreadable !== null) return { artifact: null, unreadable: unreadable.reason, failure: null };
    return { artifact: this.#engine.artifacts.at(-1) ?? null, unreadable: null, failure: null };
  }

  /** Null where the source is better read here. */
  #readElsewhere({ path, file, sizeBytes, modifiedMs }: ByteSource): Promise<SourceRead> | null {
    const { offload, settings } = this.options;
    if (offload === null || file === undefined || sizeBytes === null || !offload.isWorth(sizeBytes)) return null;
    const { year, maxFileBytes } = settings;
    return offload
      .read({ file, path, sizeBytes, modifiedMs, year, maxFileBytes })
      .then(({ artifact, reason, failure }) => ({
        artifact,
        unreadable: reason,
        failure: failure === null || artifact === null ? failure : `read only in part: ${failure}`,
      }));
  }
}

/** For a second walk: whether a file is one of these, or an archive holds one. */
export function wantsOnly(paths: readonly string[]): (path: string, isArchive: boolean) => boolean {
  const wanted = new Set(paths);
  return (path, isArchive) => (isArchive ? paths.some((one) => one.startsWith(`${path}!/`)) : wanted.has(path));
}
