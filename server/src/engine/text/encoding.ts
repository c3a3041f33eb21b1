import type { Encoding } from '../ports';

/** What the first bytes of a file say about the rest. */
export interface EncodingGuess {
  /** null: binary, not text of any encoding we read. */
  readonly encoding: Encoding | null;
  /** Bytes of a byte order mark to skip. */
  readonly skip: number;
}

const SAMPLE_BYTES = 4096;
/** A NUL in at least this share of the odd (or even) places is UTF-16, not binary: a PowerShell redirect of ASCII has 100%. */
const UTF16_NUL_SHARE = 0.7;
/** An export of the journal has seven NULs for each message that is no clean text. */
const STRAY_NUL_SHARE = 0.02;

/** Compressed files and pictures may have few NULs; their first bytes are no text of any kind. */
function isKnownBinary(head: Uint8Array): boolean {
  let controls = 0;
  const length = Math.min(head.length, 512);
  for (let i = 0; i < length; i += 1) {
    const byte = head[i] ?? 0;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 27 && byte !== 30) controls += 1;
  }
  return controls > length * 0.03;
}

/** Guesses the encoding from up to 4096 leading bytes: byte order marks, then NUL bytes. UTF-8 is the default. */
export function guessEncoding(head: Uint8Array): EncodingGuess {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', skip: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', skip: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', skip: 2 };
  const length = Math.min(head.length, SAMPLE_BYTES);
  let evenNul = 0;
  let oddNul = 0;
  for (let i = 0; i < length; i += 1) {
    if (head[i] !== 0) continue;
    if (i % 2 === 0) evenNul += 1;
    else oddNul += 1;
  }
  if (evenNul + oddNul === 0) return { encoding: 'utf-8', skip: 0 };
  const half = length / 2;
  if (oddNul >= half * UTF16_NUL_SHARE && evenNul < half * 0.1) return { encoding: 'utf-16le', skip: 0 };
  if (evenNul >= half * UTF16_NUL_SHARE && oddNul < half * 0.1) return { encoding: 'utf-16be', skip: 0 };
  // A journal printed with -a or in cat mode holds the stray NUL of a program's message; a binary is full of them.
  const isStray = evenNul + oddNul <= length * STRAY_NUL_SHARE && !isKnownBinary(head);
  return { encoding: isStray ? 'utf-8' : null, skip: 0 };
}
