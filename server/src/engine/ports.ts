/**
 * Everything the pure engine needs from outside, as values handed in by an entry point
 * (Node, browser, CLI, tests). The engine itself names no file system, clock or decoder.
 */

/** A file, archive member, standard input or document as a stream of bytes. */
export interface ByteSource {
  /** Path as shown to the user, relative to the argument it was found under; `/` separated. */
  readonly path: string;
  /** Size in bytes where it is known before reading. */
  readonly sizeBytes: number | null;
  /** Modification time, epoch milliseconds, where the source has one. */
  readonly modifiedMs: number | null;
  /** Where the bytes are a file's own, its path on the disk: another thread can read it. */
  readonly file?: string;
  /** The bytes from an offset on, where the source can begin anywhere. */
  readonly from?: (offset: number) => AsyncIterable<Uint8Array>;
  /** The bytes in order. Can be called again to read from the start. */
  chunks(): AsyncIterable<Uint8Array>;
}

/** A file that another thread is to read. */
export interface OffloadTask {
  readonly file: string;
  readonly path: string;
  readonly sizeBytes: number | null;
  readonly modifiedMs: number | null;
  readonly year: number | null;
  readonly maxFileBytes: number;
}

/** What another thread made of a file. */
export interface OffloadedRead<Artifact> {
  readonly artifact: Artifact | null;
  /** Why it is no evidence: it is not text. */
  readonly reason: string | null;
  /** Why it was read in part only, or not at all. */
  readonly failure: string | null;
}

/** Other threads that read files. */
export interface Offload<Artifact> {
  isWorth(sizeBytes: number): boolean;
  read(task: OffloadTask): Promise<OffloadedRead<Artifact>>;
}

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Turns bytes of one encoding into text, chunk by chunk. */
export interface StreamDecoder {
  /** Text of the bytes so far that are complete. Throws RangeError or TypeError on bytes that are not of the encoding. */
  push(bytes: Uint8Array): string;
  /** The rest. */
  end(): string;
}

export type CreateDecoder = (encoding: Encoding) => StreamDecoder;

/** Asked now and then by long work; true means stop and give what there is. */
export interface Cancel {
  readonly cancelled: boolean;
}

/**
 * Copies a text of units below 128 into bytes, one a unit, as quickly as the host can; false where the text has other units
 * or does not fit: the bytes are worth nothing then.
 */
export type CopyAscii = (text: string, into: Uint8Array) => boolean;

/** Current time, epoch milliseconds; used only where a journal without years has no better clue. */
export type Clock = () => number;

export interface Ports {
  readonly createDecoder: CreateDecoder;
  readonly clock: Clock;
  /** Left out where the engine is to copy unit by unit. */
  readonly copyAscii?: CopyAscii;
}
