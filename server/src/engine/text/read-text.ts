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
 * Where the bytes are units of the text one by one they are handed on, too.
 * Binary content hands nothing on (`encoding` null). A byte order mark is handed on with `keepMark` only.
 */
export async function readText(
  source: ByteSource,
  createDecoder: CreateDecoder,
  onText: (text: string, bytesSoFar: number, bytes: Uint8Array | null) => void,
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
      if (guess.skip > 0 && limits.keepMark === true) onText('\ufeff', bytes, null);
    }
    const room = limits.maxBytes - bytes;
    const over = part.length > room;
    if (over) part = part.subarray(0, room);
    bytes += part.length;
    try {
      const text = decoder.push(part);
      onText(text, bytes, isAligned(text, part) ? asBytes(part) : null);
    } catch {
      encoding = 'windows-1252';
      decoder = createDecoder(encoding);
      onText(decoder.push(part), bytes, null);
    }
    if (over) return { encoding, bytes, truncated: true };
  }
  try {
    const rest = decoder?.end() ?? '';
    if (rest !== '') onText(rest, bytes, null);
  } catch {
    // A multi-byte sequence cut by the end of the file: the text before it stands.
  }
  return { encoding, bytes, truncated: false };
}

/**
 * Whether each byte is one unit of the text. In UTF-8 a text of as many units as bytes is ASCII, unless a character
 * was cut at the chunk's ends. In Windows-1252 bytes above 127 may be other units: no known line has them.
 */
function isAligned(text: string, bytes: Uint8Array): boolean {
  return text.length === bytes.length && (bytes[0] ?? 0) < 128 && (bytes.at(-1) ?? 0) < 128;
}

/** As plain bytes: code that meets one kind of array only is quicker. */
function asBytes(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
