import type { ByteSource, CreateDecoder } from '../ports';
import { ownCopy } from '../text/own-copy';
import { LineFeed, splitLines } from '../text/line-feed';
import { readText } from '../text/read-text';

/**
 * The second look at a bundle: findings hold places, not texts, so the few lines that a report shows are fetched
 * when it is made. Lines are 0-based; a line that is not there (the file changed) is left out of the answer.
 */
export interface LineLookup {
  lines(artifact: number, lines: readonly number[]): Promise<ReadonlyMap<number, string>>;
}

/** Units kept of one line: a 2 MB line is data, and only its beginning is shown anyway. */
const MAX_LINE = 65_536;

/** Streams a source through the decoding of the triage and keeps the wanted lines, each cut at 65,536 units. */
export async function collectLines(
  source: ByteSource,
  createDecoder: CreateDecoder,
  lines: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const wanted = new Set(lines);
  const last = Math.max(-1, ...wanted);
  const found = new Map<number, string>();
  if (last < 0) return found;
  const cancel = { cancelled: false };
  const feed = new LineFeed((text, start, end, line) => {
    if (wanted.has(line)) found.set(line, ownCopy(text.slice(start, Math.min(end, start + MAX_LINE))));
    if (line >= last) cancel.cancelled = true;
  });
  await readText(
    source,
    createDecoder,
    (text) => {
      feed.push(text);
    },
    { maxBytes: Number.MAX_SAFE_INTEGER, cancel },
  );
  feed.end();
  return found;
}

/** Looks lines up by streaming their source again, one source for each artifact index. */
export class SourceLookup implements LineLookup {
  constructor(
    private readonly sources: readonly ByteSource[],
    private readonly createDecoder: CreateDecoder,
  ) {}

  async lines(artifact: number, lines: readonly number[]): Promise<ReadonlyMap<number, string>> {
    const source = this.sources[artifact];
    return source === undefined ? new Map() : collectLines(source, this.createDecoder, lines);
  }
}

/** Looks lines up in texts that are held as a whole (documents), one text for each artifact index. */
export class TextLookup implements LineLookup {
  constructor(private readonly texts: readonly string[]) {}

  lines(artifact: number, lines: readonly number[]): Promise<ReadonlyMap<number, string>> {
    const all = splitLines(this.texts[artifact] ?? '');
    const found = new Map<number, string>();
    for (const line of lines) {
      const text = all[line];
      if (text !== undefined) found.set(line, text.slice(0, MAX_LINE));
    }
    return Promise.resolve(found);
  }
}

/** Lines that were collected before, by artifact: for archives, which are streamed once for all their members. */
export class HeldLines implements LineLookup {
  readonly #held = new Map<number, ReadonlyMap<number, string>>();

  hold(artifact: number, lines: ReadonlyMap<number, string>): void {
    this.#held.set(artifact, lines);
  }

  lines(artifact: number, lines: readonly number[]): Promise<ReadonlyMap<number, string>> {
    const held = this.#held.get(artifact) ?? new Map<number, string>();
    return Promise.resolve(new Map([...held].filter(([line]) => lines.includes(line))));
  }
}
