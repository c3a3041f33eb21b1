import type { Encoding, Ports, StreamDecoder } from '../engine/ports';

/** Decoding by a TextDecoder, as Node and browsers have it; the entry hands in the constructor. */
export type DecoderFactory = (encoding: Encoding) => {
  decode(bytes?: Uint8Array, options?: { stream: boolean }): string;
};

/** Ports of the engine from what every platform of the server has. */
export function portsFrom(createDecoder: DecoderFactory, clock: () => number): Ports {
  return {
    createDecoder: (encoding): StreamDecoder => {
      const decoder = createDecoder(encoding);
      return { push: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
    },
    clock,
  };
}
