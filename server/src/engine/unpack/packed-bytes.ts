/** Why compressed data cannot be unpacked, in words for people. */
export class PackedError extends Error {}

export const CUT_SHORT = 'the compressed data ends too early';
export const DAMAGED = 'the compressed data is damaged';

/** The error for data that breaks its own format. */
export function damaged(): PackedError {
  return new PackedError(DAMAGED);
}

const NOTHING = new Uint8Array(0);

/** The bytes of a stream, taken by number. Holds what was asked for at once and the chunk it came with. */
export class PackedBytes {
  readonly #iterator: AsyncIterator<Uint8Array>;
  #held: Uint8Array = NOTHING;
  #isAtEnd = false;
  /** Why the stream ended before its end; what came before is unpacked first. */
  #failure: Error | null = null;
  /** Bytes taken so far. */
  position = 0;

  constructor(stream: AsyncIterable<Uint8Array>) {
    this.#iterator = stream[Symbol.asyncIterator]();
  }

  /** What is held and not yet taken. */
  get held(): Uint8Array {
    return this.#held;
  }

  /** Holds at least so many bytes, fewer only where the stream ends. */
  async hold(count: number): Promise<Uint8Array> {
    if (this.#held.length < count && !this.#isAtEnd) await this.#read(count);
    return this.#held;
  }

  /** Counts held bytes as taken. */
  skip(count: number): void {
    this.#held = this.#held.subarray(count);
    this.position += count;
  }

  /** The next bytes, exactly so many. Throws where the stream ends before. */
  async take(count: number): Promise<Uint8Array> {
    const held = await this.hold(count);
    if (held.length < count) throw this.cut();
    this.skip(count);
    return held.subarray(0, count);
  }

  async byte(): Promise<number> {
    const [byte = 0] = await this.take(1);
    return byte;
  }

  /** The error for a stream that ended within something. */
  cut(): Error {
    return this.#failure ?? new PackedError(CUT_SHORT);
  }

  /** Throws what ended the stream, where that was no proper end. */
  throwFailure(): void {
    if (this.#failure !== null) throw this.#failure;
  }

  /** Ends the stream, wherever it stands. */
  async close(): Promise<void> {
    if (!this.#isAtEnd) await this.#iterator.return?.();
  }

  async #read(count: number): Promise<void> {
    const parts = [this.#held];
    let length = this.#held.length;
    while (length < count) {
      const part = await this.#next();
      if (part === null) break;
      parts.push(part);
      length += part.length;
    }
    this.#held = joined(parts, length);
  }

  async #next(): Promise<Uint8Array | null> {
    try {
      const next = await this.#iterator.next();
      if (next.done !== true) return next.value;
    } catch (error) {
      this.#failure = error instanceof Error ? error : new PackedError(DAMAGED);
    }
    this.#isAtEnd = true;
    return null;
  }
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const filled = parts.filter((part) => part.length > 0);
  const [only] = filled;
  if (filled.length === 1 && only !== undefined) return only;
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of filled) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Four bytes, lowest first, as an unsigned number. */
export function uint32(bytes: Uint8Array, at: number): number {
  return (
    ((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24)) >>> 0
  );
}
