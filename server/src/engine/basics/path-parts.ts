/** Parts of paths as people and archives write them: parted by `/`, or by `\` where they come from Windows. */

/** The last part: the file's name. */
export function fileNameOf(path: string): string {
  return path.slice(lastSeparator(path) + 1);
}

/** What stands before the last part, without the separator; empty where there is none. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, lastSeparator(path)));
}

function lastSeparator(path: string): number {
  return Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
}
