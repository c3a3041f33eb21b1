import type { Connection } from 'vscode-languageserver';
import { BUNDLE_CONFIG } from '../../engine/report/bundle-config';
import type { FilePiece, FoundFile } from '../files-protocol';
import { FILES_REQUESTS, PIECE_BYTES } from '../files-protocol';
import type { BundleFiles, BundleFind, BundleWalk } from './bundle-files';
import { isArchive, unpack, UnpackError } from './unpack';

/** Bytes of an archive: all of it is held while it is unpacked. */
const MAX_PACKED = 128 * 2 ** 20;
const ARCHIVE = /\.(?:tgz|tar|gz|zip|t?xz|t?zst|tbz2?|bz2)$/iu;

/** The disk where all roots lie on it and it can be read, else the client's file systems. */
export function reachableFiles(disk: BundleFiles | undefined, client: BundleFiles): BundleFiles {
  return {
    walk: (request) =>
      disk !== undefined && request.roots.every((root) => root.startsWith('file:'))
        ? disk.walk(request)
        : client.walk(request),
  };
}

/** Workspaces behind the client's file systems (web, virtual workspaces), read piece by piece through requests. */
export function clientFiles(connection: Connection): BundleFiles {
  /** Whether files are archives whatever they are called, by URI, size and time: their beginnings are read once. */
  const known = new Map<string, boolean>();
  return { walk: (request) => new ClientWalk(connection, request, known).finds() };
}

class ClientWalk {
  constructor(
    private readonly connection: Connection,
    private readonly request: BundleWalk,
    private readonly known: Map<string, boolean>,
  ) {}

  async *finds(): AsyncGenerator<BundleFind> {
    for (const [root, folder] of this.request.roots.entries()) {
      let found: readonly FoundFile[];
      try {
        found = await this.connection.sendRequest<readonly FoundFile[]>(FILES_REQUESTS.find, { root: folder });
      } catch {
        yield { kind: 'problem', root: null, path: folder, reason: 'the editor cannot list it' };
        continue;
      }
      for (const file of found) {
        if (this.request.cancel.cancelled) return;
        yield* this.#file(root, file);
      }
    }
  }

  async *#file(root: number, file: FoundFile): AsyncGenerator<BundleFind> {
    const { uri, path, sizeBytes, modifiedMs } = file;
    const parts = path.split('/');
    if (parts.some((_, index) => index > 0 && this.request.skipsFolder(parts.slice(0, index).join('/')))) return;
    if (parts.at(-1) === BUNDLE_CONFIG) {
      const bytes: Uint8Array[] = [];
      for await (const piece of this.#pieces(uri)) bytes.push(piece);
      yield { kind: 'config', path, text: bytes.map((piece) => new TextDecoder().decode(piece)).join('') };
      return;
    }
    const stamp = `${uri}\u0000${String(sizeBytes)}\u0000${String(modifiedMs)}`;
    if (ARCHIVE.test(path) || this.known.get(stamp) === true) {
      yield* this.#archive(root, file);
      return;
    }
    if (!this.request.wants(root, path, false)) return;
    let first: FilePiece | null = null;
    try {
      if (!this.known.has(stamp)) {
        first = await this.#piece(uri, 0);
        this.known.set(stamp, isArchive(bytesOf(first)));
      }
    } catch {
      yield { kind: 'problem', root, path, reason: 'the editor could not read it' };
      return;
    }
    if (this.known.get(stamp) === true) yield* this.#archive(root, file);
    else yield* this.#source(root, file, first);
  }

  *#source(
    root: number,
    { uri, path, sizeBytes, modifiedMs }: FoundFile,
    first: FilePiece | null,
  ): Generator<BundleFind> {
    const failure: { reason: string | null } = { reason: null };
    const pieces = (): AsyncGenerator<Uint8Array> => this.#pieces(uri, first);
    const chunks = async function* (): AsyncGenerator<Uint8Array> {
      try {
        yield* pieces();
      } catch {
        failure.reason = 'the editor could not read it';
      }
    };
    yield { kind: 'source', root, uri, source: { path, sizeBytes, modifiedMs, chunks } };
    if (failure.reason !== null) yield { kind: 'problem', root, path, reason: failure.reason };
  }

  async *#archive(root: number, { uri, path, sizeBytes, modifiedMs }: FoundFile): AsyncGenerator<BundleFind> {
    const { wants } = this.request;
    if (!wants(root, path, true) && !wants(root, path, false)) return;
    if (sizeBytes > MAX_PACKED) {
      yield { kind: 'problem', root, path, reason: 'too large to be unpacked in the browser: unpack it first' };
      return;
    }
    try {
      const packed: Uint8Array[] = [];
      for await (const piece of this.#pieces(uri)) packed.push(piece);
      for (const { member, bytes, modifiedMs: ofMember, failure } of await unpack(packed)) {
        const inner = member === null ? path : `${path}!/${member}`;
        if (!wants(root, inner, false)) continue;
        const chunks = async function* (): AsyncGenerator<Uint8Array> {
          yield* await Promise.resolve(bytes);
        };
        const source = { path: inner, sizeBytes: null, modifiedMs: ofMember ?? modifiedMs, chunks };
        yield { kind: 'source', root, uri, source };
        if (failure !== null) yield { kind: 'problem', root, path: inner, reason: `read only in part: ${failure}` };
      }
    } catch (error) {
      const reason = error instanceof UnpackError ? error.message : 'the editor could not read it';
      yield { kind: 'problem', root, path, reason };
    }
  }

  /** The bytes of a file; `first`: its first piece, where that has been read. */
  async *#pieces(uri: string, first: FilePiece | null = null): AsyncGenerator<Uint8Array> {
    for (let offset = 0; ; offset += PIECE_BYTES) {
      const piece = offset === 0 && first !== null ? first : await this.#piece(uri, offset);
      yield bytesOf(piece);
      if (piece.isLast) return;
    }
  }

  #piece(uri: string, offset: number): Promise<FilePiece> {
    return this.connection.sendRequest<FilePiece>(FILES_REQUESTS.read, { uri, offset });
  }
}

function bytesOf({ base64 }: FilePiece): Uint8Array {
  const binary = atob(base64);
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
