/** One file of an archive. Its bytes must be read (or left) before the next member is asked for. */
export interface Member {
  /** As the archive says it; not yet safe to show. */
  readonly name: string;
  readonly sizeBytes: number | null;
  readonly modifiedMs: number | null;
  readonly chunks: AsyncIterable<Uint8Array>;
}

const MAX_NAME = 1_024;

/**
 * A member's name as a path below its archive: forward slashes, nothing that climbs out, no control characters.
 * Empty where the name is no file.
 */
export function safeMemberPath(name: string): string {
  return name
    .slice(0, MAX_NAME)
    .replace(/\\/gu, '/')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '\ufffd')
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .map((part) => (part === '..' ? '__' : part))
    .join('/');
}
