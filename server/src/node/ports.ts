import { isAscii } from 'node:buffer';
import type { Encoding, Ports, StreamDecoder } from '../engine/ports';

/** Decoding and time as Node has them. UTF-8 is read strictly, so that the reader can fall back. */
export const ports: Ports = {
  createDecoder: (encoding) => (encoding === 'utf-8' ? new Utf8Decoder() : plainDecoder(encoding)),
  clock: () => Date.now(),
  copyAscii: (text, into) => {
    const { read, written } = encoder.encodeInto(text, into);
    return read === text.length && written === text.length;
  },
};

const encoder = new TextEncoder();

function plainDecoder(encoding: Encoding): StreamDecoder {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return {
    push: (bytes) => decoder.decode(bytes, { stream: true }),
    end: () => decoder.decode(),
  };
}

/**
 * Logs are nearly all ASCII: such chunks become one-byte strings, which is several times faster than decoding.
 * Throws TypeError on bytes that are not UTF-8.
 */
class Utf8Decoder implements StreamDecoder {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  /** The last chunk may have ended within a character. */
  #open = false;

  push(bytes: Uint8Array): string {
    if (!this.#open && isAscii(bytes)) {
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    }
    this.#open = (bytes[bytes.length - 1] ?? 0) > 127 || (bytes.length === 0 && this.#open);
    return this.#decoder.decode(bytes, { stream: true });
  }

  end(): string {
    return this.#decoder.decode();
  }
}
