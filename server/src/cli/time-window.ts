import { emptyPrefix, readPrefix } from '../engine/formats/journal/prefix';
import type { ByteSource } from '../engine/ports';

/** A part of the logs, epoch ms on their own clock, inclusive; null is no bound. */
export interface TimeWindow {
  readonly sinceMs: number | null;
  readonly untilMs: number | null;
  /** Last time of the logs: from it dates without a year get theirs. */
  readonly lastMs: number;
}

const DAY_MS = 86_400_000;
/** More than any prefix of a log line. */
const MAX_PREFIX = 400;
/** Bytes of an unfinished line that are held. */
const MAX_REST = 1 << 20;

/**
 * The source without the log lines outside of the window. Lines without a time go with the line before them, so that
 * files that are no logs stay whole. Works on bytes: the prefix of a line is ASCII in all encodings but UTF-16.
 */
export function withinWindow(source: ByteSource, window: TimeWindow): ByteSource {
  return { ...source, chunks: () => filtered(source.chunks(), window) };
}

async function* filtered(chunks: AsyncIterable<Uint8Array>, window: TimeWindow): AsyncGenerator<Uint8Array> {
  const filter = new LineFilter(window);
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    const kept = lines.filter((line) => filter.keeps(line)).map((line) => `${line}\n`);
    if (kept.length > 0) yield Buffer.from(kept.join(''), 'latin1');
    if (rest.length <= MAX_REST) continue;
    // What follows of a line without end has no time, so it goes where its beginning goes.
    if (filter.keeps(rest)) yield Buffer.from(rest, 'latin1');
    rest = '';
  }
  if (rest !== '' && filter.keeps(rest)) yield Buffer.from(rest, 'latin1');
}

class LineFilter {
  readonly #prefix = emptyPrefix();
  #isInside = true;

  constructor(private readonly window: TimeWindow) {}

  keeps(line: string): boolean {
    const time = this.#timeOf(line);
    if (time !== null) {
      const { sinceMs, untilMs } = this.window;
      this.#isInside = (sinceMs === null || time >= sinceMs) && (untilMs === null || time <= untilMs);
    }
    return this.#isInside;
  }

  #timeOf(line: string): number | null {
    const prefix = this.#prefix;
    if (!readPrefix(line, 0, Math.min(line.length, MAX_PREFIX), prefix)) return null;
    if (prefix.mode === 'short-monotonic') return null;
    if (prefix.month === 0) return prefix.clockMs;
    if (prefix.year > 0) return Date.UTC(prefix.year, prefix.month - 1, prefix.day) + prefix.clockMs;
    const year = new Date(this.window.lastMs).getUTCFullYear();
    const time = Date.UTC(year, prefix.month - 1, prefix.day) + prefix.clockMs;
    return time <= this.window.lastMs + DAY_MS
      ? time
      : Date.UTC(year - 1, prefix.month - 1, prefix.day) + prefix.clockMs;
  }
}
