import type { LsRow } from '../../formats/disk/ls';
import type { BundleFacts } from '../bundle-facts';

/** A file as `ls -l` shows it, and where. */
export interface ListedFile {
  readonly artifact: number;
  readonly row: LsRow;
}

/** All listings of a file by its path, and of what it links to where that is listed as well. */
export function listingsOf(facts: BundleFacts, isPath: (path: string) => boolean): readonly ListedFile[] {
  return facts.sections('ls').flatMap(({ artifact, facts: { rows } }) => {
    const named = rows.filter((row) => isPath(row.path));
    const targets = new Set(named.flatMap((row) => (row.target === null ? [] : [absolute(row.path, row.target)])));
    return rows
      .filter((row) => isPath(row.path) || targets.has(row.path))
      .map((row) => ({ artifact: artifact.index, row }));
  });
}

/**
 * Whether the user can read a plain file by its mode; null where the mode does not decide: links, folders, and
 * access lists (`+`), which may give or take what the mode says.
 */
export function canRead(row: LsRow, user: string): boolean | null {
  const { mode, owner, group } = row;
  if (!mode.startsWith('-') || mode.endsWith('+')) return null;
  if (owner === user) return mode.charAt(1) === 'r';
  if (group === user) return mode.charAt(4) === 'r';
  return mode.charAt(7) === 'r';
}

/** Where a link leads, from the folder it lies in. */
function absolute(path: string, target: string): string {
  const parts = target.startsWith('/') ? [] : path.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return `/${parts.filter((part) => part !== '').join('/')}`;
}
