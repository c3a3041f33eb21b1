import { fileNameOf } from '../basics/path-parts';
import type { Format, FormatId, LanguageId, MessageMatcher, TimeAssumptions } from '../formats/format';
import type { CopyAscii, Encoding } from '../ports';
import type { Checkpoints } from '../text/checkpoints';
import { CheckpointMaker } from '../text/checkpoints';
import { LineFeed } from '../text/line-feed';
import type { KeySpan } from '../formats/provision-key/facts';
import { isDocument } from './documents';
import { KeyFinder } from './key-finder';
import { OwnReportFinder } from './own-report';
import type { Redaction } from './redaction-finder';
import { RedactionFinder } from './redaction-finder';
import { Sectionizer } from './sections';
import type { Section } from './sections';

/** Everything known of one file after it was read once. */
export interface Artifact {
  /** Index in its bundle. */
  readonly index: number;
  readonly path: string;
  /** Format of the whole: the one section's, `transcript`, a report's, or null when nothing is recognised. */
  readonly format: FormatId | null;
  readonly language: LanguageId | null;
  readonly sections: readonly Section[];
  readonly lineCount: number;
  readonly endedInMidLine: boolean;
  readonly bytes: number;
  /** Reading stopped before the end (limit or cancel). */
  readonly truncated: boolean;
  readonly notes: readonly string[];
  /** Where provisioning keys stand (first ones only); columns are UTF-16 units. */
  readonly exposedKeys: readonly KeySpan[];
  /** Places in the file from which lines can be looked up; null where its lines cannot be counted in bytes. */
  readonly checkpoints: Checkpoints | null;
  /** Marks that values were taken out; null where nothing tells of it. */
  readonly redaction: Redaction | null;
  /** Whether it is a report that this program wrote. */
  readonly isOwnReport: boolean;
}

export interface ArtifactSettings {
  readonly formats: readonly Format[];
  readonly messages: MessageMatcher;
  readonly assumptions: TimeAssumptions;
  readonly copyAscii?: CopyAscii | undefined;
}

/** Reads one artifact from text that arrives in chunks. */
export class ArtifactReader {
  readonly #sectionizer: Sectionizer;
  readonly #feed: LineFeed;
  readonly #keys = new KeyFinder();
  readonly #redaction = new RedactionFinder();
  readonly #ownReport = new OwnReportFinder();
  readonly #checkpoints = new CheckpointMaker();
  /** Whether the text is to be pushed with its byte order mark. */
  readonly seesByteOrderMark: boolean;

  constructor(
    private readonly index: number,
    private readonly path: string,
    private readonly settings: ArtifactSettings,
  ) {
    const name = fileNameOf(path);
    const forced = settings.formats.find((format) => format.fileName?.test(name) === true) ?? null;
    this.seesByteOrderMark = forced?.seesByteOrderMark === true;
    const sectionizer = new Sectionizer({ path, forced, isDocument: isDocument(name), ...settings });
    this.#sectionizer = sectionizer;
    this.#feed = new LineFeed(
      (text, start, end, line) => {
        sectionizer.line(text, start, end, line);
      },
      sectionizer,
      settings.copyAscii ?? null,
    );
  }

  /**
   * `bytesSoFar`: bytes of the file up to the end of the text; `bytes`: the text's own, where each is one unit of it.
   */
  push(text: string, bytesSoFar = 0, bytes: Uint8Array | null = null): void {
    this.#keys.push(text, this.#feed.lineCount);
    this.#redaction.push(text);
    this.#ownReport.push(text);
    this.#feed.push(text, bytes);
    this.#checkpoints.note(bytesSoFar, this.#feed.lineCount);
  }

  finish(outcome: {
    readonly bytes: number;
    readonly truncated: boolean;
    readonly notes?: readonly string[];
    readonly encoding?: Encoding | null;
  }): Artifact {
    this.#feed.end();
    this.#sectionizer.end();
    const { sections, dropped } = this.#sectionizer;
    const notes = [...(outcome.notes ?? [])];
    if (dropped > 0) notes.push(`${String(dropped)} further sections were left out`);
    const format = formatOf(sections, this.settings.formats);
    return {
      index: this.index,
      path: this.path,
      format: format.id,
      language: format.language,
      sections,
      lineCount: this.#feed.lineCount,
      endedInMidLine: this.#feed.endedInMidLine,
      bytes: outcome.bytes,
      truncated: outcome.truncated,
      notes,
      exposedKeys: this.#keys.finish(),
      // A line break is one byte in every encoding but these.
      checkpoints: outcome.encoding?.startsWith('utf-16') === true ? null : this.#checkpoints.finish(),
      redaction: this.#redaction.finish(),
      isOwnReport: this.#ownReport.finish(),
    };
  }
}

function formatOf(
  sections: readonly Section[],
  formats: readonly Format[],
): { id: FormatId | null; language: LanguageId | null } {
  const known = sections.filter((section) => section.format !== null);
  const ids = new Set(known.map((section) => section.format));
  const [first] = known;
  if (first === undefined) return { id: null, language: null };
  const report = reportFormat(known);
  if (report !== null) return { id: report, language: 'zpa-diagnostics' };
  if (ids.size === 1 && (known.length === 1 || first.format === 'journal')) {
    const format = formats.find((one) => one.id === first.format);
    return { id: first.format, language: format?.language ?? null };
  }
  const memoryOnly = [...ids].every((id) => id === 'memory-status' || id === 'memory-argo');
  return { id: 'transcript', language: memoryOnly ? 'zpa-memory' : 'zpa-diagnostics' };
}

/**
 * The collection scripts' reports: the same commands sampled again and again, each echoed first, with a date.
 * The processor report differs from the memory report by its vmstat (Zscaler Help: Troubleshooting App Connectors).
 */
function reportFormat(known: readonly Section[]): FormatId | null {
  const dumps = known.filter((section) => section.format === 'memory-status' && section.command !== null);
  const dated = known.some((section) => section.format === 'date');
  if (dumps.length === 0 || !dated) return null;
  return known.some((section) => section.format === 'vmstat') ? 'cpu-report' : 'memory-report';
}
