import type { Encoding, Ports, StreamDecoder } from '../engine/ports';

/** Decoding by a TextDecoder, as Node and browsers have it; the entry hands in the constructor. */
export type DecoderFactory = (encoding: Encoding) => {
  decode(bytes?: Uint8Array, options?: { stream: boolean }): string;
};

/** Copying by a TextEncoder's `encodeInto`. */
export type EncodeInto = (text: string, into: Uint8Array) => { readonly read: number; readonly written: number };

/** Ports of the engine from what every platform of the server has. */
export function portsFrom(createDecoder: DecoderFactory, encodeInto: EncodeInto, clock: () => number): Ports {
  return {
    createDecoder: (encoding): StreamDecoder => {
      const decoder = createDecoder(encoding);
      return { push: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
    },
    // As many bytes as units: each unit is one byte.
    copyAscii: (text, into) => {
      const { read, written } = encodeInto(text, into);
      return read === text.length && written === text.length;
    },
    clock,
  };
}
