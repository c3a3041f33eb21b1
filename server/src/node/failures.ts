/** Words for what went wrong while files and archives were read. */
import { CUT_SHORT, DAMAGED } from '../engine/unpack/packed-bytes';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'is a folder',
  ENOTDIR: 'no such file or folder',
  ELOOP: 'too many symbolic links',
  ENAMETOOLONG: 'the name is too long',
  EIO: 'the disk reports an error',
  ENOSPC: 'no space left on the disk',
  EROFS: 'the file system is read-only',
  EMFILE: 'too many files are open in this program',
  ENFILE: 'too many files are open on this machine',
  Z_BUF_ERROR: CUT_SHORT,
  Z_DATA_ERROR: DAMAGED,
};

/** Reading went past a limit that guards against archive bombs. */
export class LimitError extends Error {}

/** The reason of an error in words; never the stack. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}
