/** Choosing a bundle by hand. */
import * as vscode from 'vscode';

const ARCHIVES = ['tgz', 'tar', 'gz', 'zip', 'xz', 'txz', 'zst', 'tzst', 'bz2', 'tbz2'];

/**
 * Folders, archives or files; undefined where the choice was given up. With `workspace`, the workspace can be chosen
 * too: an empty list. No platform but macOS has a dialog for folders and files at once: the kind is asked for first.
 */
export async function pickBundle(
  title: string,
  openLabel: string,
  workspace = false,
): Promise<readonly vscode.Uri[] | undefined> {
  const kinds = [
    { label: '$(folder) Folder…', description: 'an unpacked bundle', folder: true },
    { label: '$(file-zip) Archive or Files…', description: '.tgz, .zip, .tar.xz, or single logs', folder: false },
    ...(!workspace || vscode.workspace.workspaceFolders === undefined
      ? []
      : [{ label: '$(root-folder) This Workspace', description: 'all its folders', folder: null }]),
  ];
  const kind = await vscode.window.showQuickPick(kinds, { title });
  if (kind === undefined) return undefined;
  if (kind.folder === null) return [];
  return vscode.window.showOpenDialog({
    title,
    openLabel,
    canSelectFolders: kind.folder,
    canSelectFiles: !kind.folder,
    canSelectMany: true,
    ...(kind.folder ? {} : { filters: { Archives: ARCHIVES, 'All files': ['*'] } }),
  });
}
