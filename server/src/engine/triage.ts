import type { Artifact } from './bundle/artifact';
import { ArtifactReader } from './bundle/artifact';
import type { Catalogue } from './catalogue';
import { BundleFacts } from './facts/bundle-facts';
import type { Format } from './formats/format';
import { MessageDispatch } from './match/dispatch';
import type { Evaluation, RuleSettings } from './match/evaluate';
import { evaluate } from './match/evaluate';
import { DEFAULT_THRESHOLDS } from './match/thresholds';
import type { ByteSource, Cancel, Ports } from './ports';
import { readText } from './text/read-text';

export interface TriageSettings extends RuleSettings {
  /** Year for journal lines that have none; null infers it. */
  readonly year: number | null;
  /** Bytes read of one file before it is called truncated. */
  readonly maxFileBytes: number;
}

export const DEFAULT_SETTINGS: TriageSettings = {
  thresholds: DEFAULT_THRESHOLDS,
  severities: {},
  suppressed: [],
  year: null,
  maxFileBytes: Number.MAX_SAFE_INTEGER,
};

/** A file that could not be read as text. */
export interface Unreadable {
  readonly path: string;
  readonly reason: string;
}

/**
 * The engine: reads artifacts one after another, then evaluates them together. Holds facts, never texts.
 * One engine serves the editor, the disk, the web and the command line.
 */
export class Triage {
  readonly #artifacts: Artifact[] = [];
  readonly #matcher: MessageDispatch;

  constructor(
    private readonly catalogue: Catalogue,
    private readonly formats: readonly Format[],
    private readonly ports: Ports,
    private readonly settings: TriageSettings = DEFAULT_SETTINGS,
  ) {
    this.#matcher = new MessageDispatch(catalogue.messages);
  }

  get artifacts(): readonly Artifact[] {
    return this.#artifacts;
  }

  /** Reads a source to its end. Gives why it could not be read as text, or null. Errors of the source are thrown on. */
  async addSource(source: ByteSource, cancel?: Cancel): Promise<Unreadable | null> {
    const reader = this.#reader(source.path, source.modifiedMs);
    const outcome = await readText(
      source,
      this.ports.createDecoder,
      (text, bytesSoFar, bytes) => {
        reader.push(text, bytesSoFar, bytes);
      },
      {
        maxBytes: this.settings.maxFileBytes,
        keepMark: reader.seesByteOrderMark,
        ...(cancel === undefined ? {} : { cancel }),
      },
    );
    if (outcome.encoding === null) return { path: source.path, reason: 'binary, not text' };
    this.#artifacts.push(reader.finish(outcome));
    return null;
  }

  /** Adds a text that is held as a whole (a document). `modifiedMs` as in ByteSource. */
  addText(path: string, text: string, modifiedMs: number | null = null): Artifact {
    const reader = this.#reader(path, modifiedMs);
    reader.push(text);
    const artifact = reader.finish({ bytes: text.length, truncated: false });
    this.#artifacts.push(artifact);
    return artifact;
  }

  /** Adds what was read before, under the given path: a file that has not changed need not be read again. */
  addArtifact(path: string, read: Artifact): Artifact {
    const artifact = { ...read, path, index: this.#artifacts.length };
    this.#artifacts.push(artifact);
    return artifact;
  }

  facts(): BundleFacts {
    return new BundleFacts(this.#artifacts);
  }

  evaluate(facts: BundleFacts = this.facts()): Evaluation {
    return evaluate(this.catalogue, facts, this.settings);
  }

  #reader(path: string, modifiedMs: number | null): ArtifactReader {
    return new ArtifactReader(this.#artifacts.length, path, {
      formats: this.formats,
      messages: this.#matcher,
      copyAscii: this.ports.copyAscii,
      assumptions: { year: this.settings.year, notAfterMs: modifiedMs ?? this.ports.clock() },
    });
  }
}
