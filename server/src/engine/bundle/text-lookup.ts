import { groupBy } from '../basics/group-by';
import type { ByteSource, CreateDecoder } from '../ports';
import type { Checkpoints } from '../text/checkpoints';
import { checkpointBefore } from '../text/checkpoints';
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

/**
 * Reads the wanted lines (0-based) through the decoding of the triage, each cut at 65,536 units: from the checkpoints
 * before them where the source can begin anywhere, else from its beginning.
 */
export async function collectLines(
  source: ByteSource,
  createDecoder: CreateDecoder,
  lines: readonly number[],
  checkpoints: Checkpoints | null = null,
): Promise<ReadonlyMap<number, string>> {
  const found = new Map<number, string>();
  const { from } = source;
  if (from === undefined || checkpoints === null) {
    await collectFrom(source, 0, createDecoder, lines, found);
    return found;
  }
  for (const [at, group] of groupBy(lines, (line) => checkpointBefore(checkpoints, line))) {
    const offset = checkpoints.bytes[at];
    const first = checkpoints.lines[at];
    if (offset === undefined || first === undefined) await collectFrom(source, 0, createDecoder, group, found);
    else {
      const chunks = (): AsyncIterable<Uint8Array> => behindLineBreak(from(offset));
      await collectFrom({ ...source, chunks }, first + 1, createDecoder, group, found);
    }
  }
  return found;
}

/** The bytes behind the first line break. */
async function* behindLineBreak(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let isBehind = false;
  for await (const chunk of chunks) {
    const at = isBehind ? -1 : chunk.indexOf(LINE_FEED);
    if (isBehind) yield chunk;
    else if (at >= 0) {
      isBehind = true;
      if (at + 1 < chunk.length) yield chunk.subarray(at + 1);
    }
  }
}

const LINE_FEED = 10;

/** Reads a source that begins at a line, up to the last of the wanted ones. */
async function collectFrom(
  source: ByteSource,
  firstLine: number,
  createDecoder: CreateDecoder,
  lines: readonly number[],
  found: Map<number, string>,
): Promise<void> {
  const wanted = new Set(lines);
  const last = lines.reduce((a, b) => Math.max(a, b), -1);
  if (last < 0) return;
  const cancel = { cancelled: false };
  const feed = new LineFeed((text, start, end, number) => {
    const line = firstLine + number;
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
