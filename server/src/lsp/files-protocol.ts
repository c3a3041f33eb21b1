/** Requests of the server to the client: files that only the editor can reach. Typed once for both sides. */

/** Bytes of one piece: a request carries no more. */
export const PIECE_BYTES = 4 * 2 ** 20;

export interface FindParams {
  /** URI of a folder or file. */
  readonly root: string;
}

export interface FoundFile {
  readonly uri: string;
  /** Relative to the root, `/` separated; the file's name where the root is a file. */
  readonly path: string;
  readonly sizeBytes: number;
  /** Epoch milliseconds. */
  readonly modifiedMs: number;
}

export interface ReadParams {
  readonly uri: string;
  /** In bytes, a multiple of PIECE_BYTES. */
  readonly offset: number;
}

export interface FilePiece {
  readonly base64: string;
  /** Nothing comes after this piece. */
  readonly isLast: boolean;
}

export const FILES_REQUESTS = {
  /** FindParams -> FoundFile[] in the order of their paths. */
  find: 'zpaTriage/files/find',
  /** ReadParams -> FilePiece */
  read: 'zpaTriage/files/read',
} as const;
