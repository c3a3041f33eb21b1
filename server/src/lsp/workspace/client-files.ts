import type { Connection } from 'vscode-languageserver';
import { BUNDLE_CONFIG } from '../../engine/report/bundle-config';
import type { FilePiece, FoundFile } from '../files-protocol';
import { FILES_REQUESTS, PIECE_BYTES } from '../files-protocol';
import type { BundleFiles, BundleFind, BundleWalk } from './bundle-files';
import { unpack, UnpackError } from './unpack';

/** Bytes of an archive: all of it is held while it is unpacked. */
const MAX_PACKED = 128 * 2 ** 20;
const ARCHIVE = /\.(?:tgz|tar|gz|zip|xz|zst|bz2)$/iu;

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
  return {
    async *walk(request: BundleWalk): AsyncGenerator<BundleFind> {
      for (const [root, folder] of request.roots.entries()) {
        let found: readonly FoundFile[];
        try {
          found = await connection.sendRequest<readonly FoundFile[]>(FILES_REQUESTS.find, { root: folder });
        } catch {
          yield { kind: 'problem', path: folder, reason: 'the editor cannot list it' };
          continue;
        }
        for (const file of found) {
          if (request.cancel.cancelled) return;
          yield* one(connection, request, root, file);
        }
      }
    },
  };
}

async function* one(
  connection: Connection,
  request: BundleWalk,
  root: number,
  { uri, path, sizeBytes, modifiedMs }: FoundFile,
): AsyncGenerator<BundleFind> {
  const parts = path.split('/');
  if (parts.some((_, index) => index > 0 && request.skipsFolder(parts.slice(0, index).join('/')))) return;
  if (parts.at(-1) === BUNDLE_CONFIG) {
    const bytes: Uint8Array[] = [];
    for await (const piece of pieces(connection, uri)) bytes.push(piece);
    yield { kind: 'config', path, text: bytes.map((piece) => new TextDecoder().decode(piece)).join('') };
    return;
  }
  if (ARCHIVE.test(path)) {
    yield* archive(connection, request, root, { uri, path, sizeBytes, modifiedMs });
    return;
  }
  if (!request.wants(root, path, false)) return;
  const failure: { reason: string | null } = { reason: null };
  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    try {
      yield* pieces(connection, uri);
    } catch {
      failure.reason = 'the editor could not read it';
    }
  };
  yield { kind: 'source', root, uri, source: { path, sizeBytes, modifiedMs, chunks } };
  if (failure.reason !== null) yield { kind: 'problem', path, reason: failure.reason };
}

async function* archive(
  connection: Connection,
  request: BundleWalk,
  root: number,
  { uri, path, sizeBytes, modifiedMs }: FoundFile,
): AsyncGenerator<BundleFind> {
  if (!request.wants(root, path, true) && !request.wants(root, path, false)) return;
  if (sizeBytes > MAX_PACKED) {
    yield { kind: 'problem', path, reason: 'too large to be unpacked in the browser: unpack it first' };
    return;
  }
  try {
    const packed: Uint8Array[] = [];
    for await (const piece of pieces(connection, uri)) packed.push(piece);
    for (const { member, bytes, modifiedMs: ofMember } of await unpack(packed)) {
      const inner = member === null ? path : `${path}!/${member}`;
      if (!request.wants(root, inner, false)) continue;
      const chunks = async function* (): AsyncGenerator<Uint8Array> {
        yield* await Promise.resolve(bytes);
      };
      const source = { path: inner, sizeBytes: null, modifiedMs: ofMember ?? modifiedMs, chunks };
      yield { kind: 'source', root, uri, source };
    }
  } catch (error) {
    const reason = error instanceof UnpackError ? error.message : 'the editor could not read it';
    yield { kind: 'problem', path, reason };
  }
}

async function* pieces(connection: Connection, uri: string): AsyncGenerator<Uint8Array> {
  for (let offset = 0; ; offset += PIECE_BYTES) {
    const { base64, isLast } = await connection.sendRequest<FilePiece>(FILES_REQUESTS.read, { uri, offset });
    const binary = atob(base64);
    yield Uint8Array.from(binary, (character) => character.charCodeAt(0));
    if (isLast) return;
  }
}
