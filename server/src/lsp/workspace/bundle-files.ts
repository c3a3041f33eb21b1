import type { ByteSource, Cancel } from '../../engine/ports';

/** What a walk of the bundle comes upon. Bytes of a source must be read before the next find is asked for. */
export type BundleFind =
  | {
      readonly kind: 'source';
      /** 0-based index of the root it lies under; the source's path is relative to that root. */
      readonly root: number;
      readonly source: ByteSource;
      /** Of the file, or of the archive it is a member of (its path then has `!/`). */
      readonly uri: string;
    }
  | { readonly kind: 'config'; readonly path: string; readonly text: string }
  | {
      readonly kind: 'problem';
      /** The root it lies under; null where it is a root, and the path is its own. */
      readonly root: number | null;
      readonly path: string;
      readonly reason: string;
    };

export interface BundleWalk {
  /** URIs of folders, files and archives. */
  readonly roots: readonly string[];
  /** Whether a file is wanted, or any member of an archive. */
  readonly wants: (root: number, path: string, isArchive: boolean) => boolean;
  /** Whether a folder is passed over as a whole. */
  readonly skipsFolder: (path: string) => boolean;
  readonly cancel: Cancel;
}

/** Files of a workspace, wherever it lies: on a disk (Node) or behind the client's file systems (web). */
export interface BundleFiles {
  /** Everything under the roots in a stable order. What cannot be read is a problem, never an error. */
  walk(request: BundleWalk): AsyncIterable<BundleFind>;
}
