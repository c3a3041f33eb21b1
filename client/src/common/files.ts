/** Files for a server that cannot read them itself: in the browser, and behind virtual file systems. */
import * as vscode from 'vscode';
import type { FilePiece, FindParams, FoundFile, ReadParams } from '../../../server/src/lsp/files-protocol';
import { FILES_REQUESTS, PIECE_BYTES } from '../../../server/src/lsp/files-protocol';
import type { Server } from './server';

/** A folder with more files than this is no support bundle. */
const MAX_FILES = 5_000;
const MAX_DEPTH = 16;
const SKIPPED = /^(?:\.|node_modules$|__MACOSX$)/u;

/** Answers the server's requests for files. */
export function serveFiles(server: Server): void {
  const held = new HeldFile();
  server.onRequest(FILES_REQUESTS.find, ({ root }: FindParams) => findFiles(vscode.Uri.parse(root)));
  server.onRequest(FILES_REQUESTS.read, ({ uri, offset }: ReadParams) => held.piece(uri, offset));
}

async function findFiles(root: vscode.Uri): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  const { type } = await vscode.workspace.fs.stat(root);
  if ((type & vscode.FileType.Directory) === 0) await addFile(root, root.path.split('/').at(-1) ?? '', found);
  else await addFolder(root, '', found, 0);
  return found;
}

async function addFolder(folder: vscode.Uri, prefix: string, found: FoundFile[], depth: number): Promise<void> {
  if (depth > MAX_DEPTH) return;
  const entries = await vscode.workspace.fs.readDirectory(folder);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [name, type] of entries) {
    if (found.length >= MAX_FILES) return;
    if (SKIPPED.test(name) && name !== '.zpa-triage.json') continue;
    const uri = vscode.Uri.joinPath(folder, name);
    // A link (which has its target's type beside its own) may lead out of the folder: not followed.
    if (type === vscode.FileType.Directory) await addFolder(uri, `${prefix}${name}/`, found, depth + 1);
    else if (type === vscode.FileType.File) await addFile(uri, `${prefix}${name}`, found);
  }
}

async function addFile(uri: vscode.Uri, path: string, found: FoundFile[]): Promise<void> {
  try {
    const { size, mtime } = await vscode.workspace.fs.stat(uri);
    found.push({ uri: uri.toString(), path, sizeBytes: size, modifiedMs: mtime });
  } catch {
    // It went between the listing and now.
  }
}

/** The file that is being read: pieces are asked for one after another, and `workspace.fs` only reads whole files. */
class HeldFile {
  #uri = '';
  #bytes: Uint8Array = new Uint8Array();

  async piece(uri: string, offset: number): Promise<FilePiece> {
    if (uri !== this.#uri || offset === 0) {
      this.#bytes = await vscode.workspace.fs.readFile(vscode.Uri.parse(uri));
      this.#uri = uri;
    }
    const piece = this.#bytes.subarray(offset, offset + PIECE_BYTES);
    const isLast = offset + PIECE_BYTES >= this.#bytes.length;
    if (isLast) {
      this.#uri = '';
      this.#bytes = new Uint8Array();
    }
    return { base64: base64Of(piece), isLast };
  }
}

/** `btoa` takes text; a call takes so many arguments only. */
function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 32_768) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  }
  return btoa(binary);
}
