import type { ByteSource, Cancel, CreateDecoder, Encoding, StreamDecoder } from '../ports';
import { guessEncoding } from './encoding';

/** How reading a source as text ended. */
export interface ReadOutcome {
  readonly encoding: Encoding | null;
  readonly bytes: number;
  /** True where a limit or a cancel stopped the reading before the end. */
  readonly truncated: boolean;
}

/**
 * Reads a source as text and hands it on in chunks. UTF-8 that turns out to be invalid is read on as
 * Windows-1252 from the chunk at fault, so that one stray byte never costs the file.
 * Binary content hands nothing on (`encoding` null). A byte order mark is handed on with `keepMark` only.
 */
export async function readText(
  source: ByteSource,
  createDecoder: CreateDecoder,
  onText: (text: string, bytesSoFar: number) => void,
  limits: { readonly maxBytes: number; readonly cancel?: Cancel; readonly keepMark?: boolean },
): Promise<ReadOutcome> {
  let decoder: StreamDecoder | null = null;
  let encoding: Encoding | null = 'utf-8';
  let bytes = 0;
  for await (const chunk of source.chunks()) {
    if (limits.cancel?.cancelled) return { encoding, bytes, truncated: true };
    let part = chunk;
    if (decoder === null) {
      const guess = guessEncoding(chunk);
      encoding = guess.encoding;
      if (encoding === null) return { encoding, bytes: chunk.length, truncated: false };
      decoder = createDecoder(encoding);
      bytes += guess.skip;
      part = chunk.subarray(guess.skip);
      if (guess.skip > 0 && limits.keepMark === true) onText('\ufeff', bytes);
    }
    const room = limits.maxBytes - bytes;
    const over = part.length > room;
    if (over) part = part.subarray(0, room);
    bytes += part.length;
    try {
      onText(decoder.push(part), bytes);
    } catch {
      encoding = 'windows-1252';
      decoder = createDecoder(encoding);
      onText(decoder.push(part), bytes);
    }
    if (over) return { encoding, bytes, truncated: true };
  }
  try {
    const rest = decoder?.end() ?? '';
    if (rest !== '') onText(rest, bytes);
  } catch {
    // A multi-byte sequence cut by the end of the file: the text before it stands.
  }
  return { encoding, bytes, truncated: false };
}
