import { LimitError } from './failures';

/** What archives may grow to; a bundle that needs more is unpacked by hand. */
export interface Limits {
  /** Bytes that all archives of one run may unpack to. */
  readonly unpackedBytes: number;
  /** Unpacked bytes from which on the ratio counts: small files may well shrink a thousandfold. */
  readonly ratioFromBytes: number;
  /** Unpacked bytes for each packed one. Journals reach 20 to 60. */
  readonly ratio: number;
  /** Members of one archive. */
  readonly entries: number;
  /** Archives within archives. */
  readonly depth: number;
}

export const DEFAULT_LIMITS: Limits = {
  unpackedBytes: 64 * 2 ** 30,
  ratioFromBytes: 2 ** 30,
  ratio: 250,
  entries: 100_000,
  depth: 3,
};

/** Counts what the archives of a run unpack to. */
export class Budget {
  #unpacked = 0;

  constructor(readonly limits: Limits) {}

  /** Takes unpacked bytes; throws LimitError when they are too many in all, or for the packed bytes they came from. */
  take(bytes: number, unpackedHere: number, packedHere: number | null): void {
    this.#unpacked += bytes;
    if (this.#unpacked > this.limits.unpackedBytes) {
      throw new LimitError(`the archives unpack to more than ${String(this.limits.unpackedBytes)} bytes`);
    }
    if (packedHere === null || unpackedHere < this.limits.ratioFromBytes) return;
    if (unpackedHere > packedHere * this.limits.ratio) {
      throw new LimitError(`it unpacks to more than ${String(this.limits.ratio)} times its size: not read on`);
    }
  }
}
