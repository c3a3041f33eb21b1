import type { Artifact } from '../../engine/bundle/artifact';
import type { LineLookup } from '../../engine/bundle/text-lookup';
import type { BundleFacts } from '../../engine/facts/bundle-facts';
import { evaluate } from '../../engine/match/evaluate';
import type { Evaluation } from '../../engine/match/evaluate';
import type { Cancel } from '../../engine/ports';
import { buildReport } from '../../engine/report/build';
import type { BundleConfig } from '../../engine/report/bundle-config';
import { isSuppressed, mergeConfigs } from '../../engine/report/bundle-config';
import { wantedLines } from '../../engine/report/evidence';
import { keepFindings } from '../../engine/report/keep';
import type { ZoneOffset } from '../../engine/report/log-time';
import type { Report } from '../../engine/report/model';
import type { Checkpoints } from '../../engine/text/checkpoints';
import { splitLines } from '../../engine/text/line-feed';
import { Triage } from '../../engine/triage';
import type { BundleState } from '../bundle-protocol';
import type { ServerContext } from '../context';
import type { BundleFiles } from './bundle-files';
import type { BundleFile, BundleReading, ReadRequest } from './bundle-reader';
import { BundleReader } from './bundle-reader';

/** An open document, as the index needs it. */
export interface OpenText {
  readonly lines: readonly string[];
  /** Whether it was changed since it was opened. */
  readonly edited: boolean;
  /** What the document's own analysis read. */
  readonly artifact: Artifact;
}

export interface IndexHost {
  readonly context: () => ServerContext;
  /** Zone of the settings for lines that say none. */
  readonly zone: () => ZoneOffset | null;
  /** The open document of a URI. */
  readonly open: (uri: string) => OpenText | null;
  /** Something that BundleState says has changed. */
  readonly changed: () => void;
}

export interface ScanRequest {
  readonly roots: readonly string[];
  /** A scan that nobody asked for stays silent where there is no support bundle. */
  readonly unasked: boolean;
  readonly cancel: Cancel;
  readonly onFile: (done: number) => void;
}

interface Judged {
  readonly facts: BundleFacts;
  readonly evaluation: Evaluation;
  readonly report: Report;
}

/**
 * The bundle as a whole: what was read of every file, what follows from all of them together, and the report.
 * Open documents stand in for their files. Holds facts and the few lines that the report shows, never texts.
 */
export class BundleIndex {
  readonly #reader: BundleReader;
  #phase: BundleState['phase'] = 'idle';
  #done = 0;
  #total = 0;
  #request: ReadRequest | null = null;
  #reading: BundleReading | null = null;
  #judged: Judged | null = null;
  /** Lines that reports have shown, by path: another judgement seldom needs others. */
  readonly #held = new Map<string, Map<number, string>>();
  #generation = 0;

  constructor(
    files: BundleFiles,
    private readonly host: IndexHost,
  ) {
    this.#reader = new BundleReader(files);
  }

  get state(): BundleState {
    return {
      phase: this.#phase,
      filesDone: this.#done,
      filesTotal: this.#total,
      report: this.#judged?.report ?? null,
      uris: Object.fromEntries((this.#reading?.files ?? []).map(({ path, uri }) => [path, uri])),
      deeper: this.#deeper(),
      leftOut: this.#reading?.leftOut ?? [],
    };
  }

  #deeper(): BundleState['deeper'] {
    const causes = new Set(this.#judged?.report.findings.filter((one) => one.rootCause).map((one) => one.ruleId));
    const { rules } = this.host.context().catalogue;
    return Object.fromEntries(
      [...causes].map((cause) => [
        cause,
        rules.filter(({ explains }) => explains?.some((one) => one.rule === cause) === true).map(({ id }) => id),
      ]),
    );
  }

  /** What the rules saw; null before the first scan and where there is no bundle. */
  get facts(): BundleFacts | null {
    return this.#judged?.facts ?? null;
  }

  get report(): Report | null {
    return this.#judged?.report ?? null;
  }

  /** Path in the report of a document; null when it is no file of the bundle. */
  pathOf(uri: string): string | null {
    if (this.#judged === null) return null;
    return this.#fileOf(uri)?.path ?? null;
  }

  #fileOf(uri: string): BundleFile | undefined {
    return this.#reading?.files.find((file) => file.uri === uri);
  }

  /** Reads everything under the roots and judges it. A scan that is cancelled leaves what was known before. */
  async scan({ roots, unasked, cancel, onFile }: ScanRequest): Promise<void> {
    const { catalogue, formats, ports, settings, scan, offload } = this.host.context();
    this.#total = this.#reading?.files.length ?? 0;
    this.#done = 0;
    const before = this.#phase;
    this.#phase = 'scanning';
    this.host.changed();
    const request: ReadRequest = {
      roots,
      catalogue,
      formats,
      ports,
      settings,
      scan,
      offload,
      cancel,
      givesUp: unasked,
      onFile: (done) => {
        this.#done = done;
        onFile(done);
      },
    };
    const reading = await this.#reader.read(request);
    if (cancel.cancelled) {
      this.#phase = this.#judged === null ? 'idle' : before === 'scanning' ? 'ready' : before;
      this.host.changed();
      return;
    }
    const isBundle = reading.isBundle || (!unasked && reading.files.length > 0);
    this.#forgetChanged(reading);
    this.#request = request;
    this.#reading = reading;
    this.#total = reading.files.length;
    if (isBundle) await this.rejudge();
    else this.#judged = null;
    this.#phase = isBundle ? 'ready' : 'idle';
    this.host.changed();
  }

  /** Lines that were shown before are looked up again only in files that have changed. */
  #forgetChanged(reading: BundleReading): void {
    const before = new Map(this.#reading?.files.map((file) => [file.path, file.artifact]));
    const same = new Set(
      reading.files.filter(({ path, artifact }) => before.get(path) === artifact).map(({ path }) => path),
    );
    for (const path of [...this.#held.keys()]) if (!same.has(path)) this.#held.delete(path);
  }

  /** Judges anew what was read, with the texts of open documents: after an edit, or with other settings. */
  async rejudge(): Promise<void> {
    const reading = this.#reading;
    const request = this.#request;
    if (reading === null || request === null) return;
    this.#generation += 1;
    const generation = this.#generation;
    const { catalogue, formats, ports, settings, version } = this.host.context();
    const config = mergeConfigs(reading.configs.map((one) => ({ ...one, customSignatures: [] })));
    const engine = new Triage(catalogue, formats, ports, settings);
    const open = new Map<string, OpenText>();
    for (const file of reading.files) {
      const text = file.isMember ? null : this.host.open(file.uri);
      if (text !== null) open.set(file.path, text);
      engine.addArtifact(file.path, text === null ? file.artifact : standIn(file.artifact, text));
    }
    const facts = engine.facts();
    const evaluation = unsuppressed(
      evaluate(catalogue, facts, {
        thresholds: { ...settings.thresholds, ...config.thresholds },
        severities: { ...settings.severities, ...config.severities },
        suppressed: [...settings.suppressed, ...config.suppressedIds],
      }),
      facts,
      config,
    );
    const lookup = await this.#lookup(reading.files, request, open, wantedLines(evaluation.findings));
    if (generation !== this.#generation) return;
    const notes = new Map(
      facts.artifacts.flatMap(({ index, path }) => {
        const note = reading.notes.get(path);
        return note === undefined ? [] : [[index, note] as const];
      }),
    );
    const zone = this.host.zone();
    const report = await buildReport({
      version,
      catalogue,
      formats,
      facts,
      evaluation,
      lookup,
      zone,
      sourceNotes: notes,
    });
    if (generation === this.#generation) this.#judged = { facts, evaluation, report };
  }

  async #lookup(
    files: readonly BundleFile[],
    request: ReadRequest,
    open: ReadonlyMap<string, OpenText>,
    wanted: ReadonlyMap<number, readonly number[]>,
  ): Promise<LineLookup> {
    const missing = new Map<string, readonly number[]>();
    for (const [index, lines] of wanted) {
      const path = files[index]?.path;
      if (path === undefined || open.has(path)) continue;
      const held = this.#held.get(path);
      const absent = lines.filter((line) => held?.has(line) !== true);
      if (absent.length > 0) missing.set(path, absent);
    }
    const live = { ...request, cancel: { cancelled: false } };
    for (const [path, lines] of await this.#reader.lines(live, missing, this.#checkpoints)) {
      const held = this.#held.get(path) ?? new Map<number, string>();
      for (const [line, text] of lines) held.set(line, text);
      this.#held.set(path, held);
    }
    return {
      lines: (index, lines) => {
        const path = files[index]?.path ?? '';
        const text = open.get(path)?.lines;
        const held = this.#held.get(path);
        return Promise.resolve(
          new Map(
            lines.flatMap((line) => {
              const found = text === undefined ? held?.get(line) : text[line];
              return found === undefined ? [] : [[line, found] as const];
            }),
          ),
        );
      },
    };
  }

  /**
   * Hands out the lines of a file of the bundle as it is now, until `take` says that it wants no more. False where the
   * file cannot be read. Lines are 0-based.
   */
  async eachLine(uri: string, take: (text: string, line: number) => boolean): Promise<boolean> {
    const text = this.host.open(uri);
    if (text !== null) {
      text.lines.every((line, number) => take(line, number));
      return true;
    }
    const path = this.#fileOf(uri)?.path;
    if (path === undefined || this.#request === null) return false;
    return this.#reader.eachLine({ ...this.#request, cancel: { cancelled: false } }, path, take);
  }

  /** Where the lines of a file can be looked up, as it was read last. */
  readonly #checkpoints = (path: string): Checkpoints | null =>
    this.#reading?.files.find((file) => file.path === path)?.artifact.checkpoints ?? null;

  /** Lines of a file of the bundle as it is now, joined; null where it cannot be read. */
  async extract(uri: string, firstLine: number, lastLine: number): Promise<readonly string[] | null> {
    const text = this.host.open(uri);
    if (text !== null) return text.lines.slice(firstLine, lastLine + 1);
    const path = this.#fileOf(uri)?.path;
    if (path === undefined || this.#request === null) return null;
    const numbers = Array.from({ length: Math.max(0, lastLine - firstLine + 1) }, (_, index) => firstLine + index);
    const live = { ...this.#request, cancel: { cancelled: false } };
    const lines = (await this.#reader.lines(live, new Map([[path, numbers]]), this.#checkpoints)).get(path);
    return lines === undefined ? null : numbers.flatMap((line) => splitLines(lines.get(line) ?? '').slice(0, 1));
  }
}

/** The file's own reading knows its time; an open document only takes its place when its text is another. */
function standIn(onDisk: Artifact, { edited, artifact }: OpenText): Artifact {
  return edited || artifact.lineCount !== onDisk.lineCount ? artifact : onDisk;
}

function unsuppressed(evaluation: Evaluation, facts: BundleFacts, config: BundleConfig): Evaluation {
  if (config.suppress.length === 0) return evaluation;
  return keepFindings(evaluation, ({ ruleId, at, rule }) => {
    const place = { ruleId, path: facts.artifacts[at.artifact]?.path ?? '', line: at.line + 1 };
    return !config.suppress.some((one) => isSuppressed(one, place, rule.aliases));
  });
}
