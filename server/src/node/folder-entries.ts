import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** A path on the disk: bytes where it is not UTF-8, which only bytes can name. */
export type DiskPath = string | Buffer;

/** What lies in a folder. */
export interface Entry {
  /** As it is shown, unique in the folder: bytes that are not UTF-8 are U+FFFD, and a second name like it ends in `#2`. */
  readonly name: string;
  readonly full: DiskPath;
}

/** What lies in a folder, in the order of the names. Errors of the file system are thrown. */
export async function entriesOf(folder: DiskPath): Promise<readonly Entry[]> {
  const names = (await readdir(folder, 'buffer')).map((bytes) => ({ bytes, name: bytes.toString() }));
  names.sort((a, b) => (a.name === b.name ? Buffer.compare(a.bytes, b.bytes) : a.name < b.name ? -1 : 1));
  const times = new Map<string, number>();
  return names.map(({ bytes, name }) => {
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    const isText = Buffer.from(name).equals(bytes);
    return {
      name: time === 1 ? name : `${name}#${String(time)}`,
      full:
        isText && typeof folder === 'string'
          ? join(folder, name)
          : Buffer.concat([Buffer.from(folder), Buffer.from('/'), bytes]),
    };
  });
}
