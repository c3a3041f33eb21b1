/** Members of archives as read-only files, so that a finding in `bundle.tgz!/messages` opens at its line. */
import * as vscode from 'vscode';
import type { MemberParams, MemberText } from '../../../server/src/lsp/bundle-protocol';
import { BUNDLE_REQUESTS, MEMBER_SCHEME } from '../../../server/src/lsp/bundle-protocol';
import { baseName } from './words';
import type { Server } from './server';

interface Held {
  readonly bytes: Uint8Array;
  /** Of the archive, in epoch milliseconds. */
  readonly mtime: number;
}

/** So many members stay unpacked: VS Code asks for the size and then for the content. */
const HELD = 4;

/** URI of the archive that a member lies in; undefined for other schemes. */
export function archiveOf(uri: vscode.Uri): vscode.Uri | undefined {
  return uri.scheme === MEMBER_SCHEME && uri.query !== '' ? vscode.Uri.parse(uri.query) : undefined;
}

export class ArchiveMembers implements vscode.FileSystemProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly #registration: vscode.Disposable;
  readonly #held = new Map<string, Promise<Held>>();
  readonly onDidChangeFile = this.#changed.event;

  constructor(private readonly server: Server) {
    this.#registration = vscode.workspace.registerFileSystemProvider(MEMBER_SCHEME, this, {
      isReadonly: true,
      isCaseSensitive: true,
    });
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { bytes, mtime } = await this.#member(uri);
    return { type: vscode.FileType.File, ctime: mtime, mtime, size: bytes.length };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return (await this.#member(uri)).bytes;
  }

  /** Members are opened by their findings; archives are not browsed. */
  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  createDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  async #member(uri: vscode.Uri): Promise<Held> {
    const archive = archiveOf(uri);
    if (archive === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    const { mtime } = await vscode.workspace.fs.stat(archive);
    const key = `${uri.toString()} ${String(mtime)}`;
    let held = this.#held.get(key);
    if (held === undefined) {
      held = this.#read(uri, mtime);
      this.#held.set(key, held);
      held.catch(() => this.#held.delete(key));
      for (const oldest of [...this.#held.keys()].slice(0, -HELD)) this.#held.delete(oldest);
    }
    return held;
  }

  async #read(uri: vscode.Uri, mtime: number): Promise<Held> {
    const params: MemberParams = { uri: uri.toString() };
    // Editors that VS Code restores ask before the server runs.
    await this.server.start();
    const member = await this.server.sendRequest<MemberText | null>(BUNDLE_REQUESTS.member, params);
    if (member === null) throw vscode.FileSystemError.FileNotFound(uri);
    if (member.truncated) {
      void vscode.window.showInformationMessage(
        `ZPA: ${baseName(uri.path)} is longer than an editor takes: only its first 50 million characters are shown. "ZPA: Extract Around Finding" and "ZPA: Open Filtered Copy" reach the rest.`,
      );
    }
    return { bytes: new TextEncoder().encode(member.text), mtime };
  }
}
