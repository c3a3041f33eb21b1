const POWERS = 'KMGTPE';

/**
 * Bytes of a size as df, du and ls print it: `4.0K`, `63G`, `1,5T` (comma of some locales), `0`, or a plain count of
 * `unitBytes` each. Powers of `base`. Null where it is no size.
 */
export function parseSize(text: string, unitBytes: number, base: 1000 | 1024 = 1024): number | null {
  const match = /^(\d{1,20})(?:[.,](\d{1,3}))?([KMGTPEk])?(?:i?B)?$/u.exec(text);
  if (match === null) return null;
  const [, whole = '', fraction, unit] = match;
  const value = Number(fraction === undefined ? whole : `${whole}.${fraction}`);
  if (unit === undefined) return fraction === undefined ? value * unitBytes : null;
  return Math.round(value * base ** (POWERS.indexOf(unit.toUpperCase()) + 1));
}

/**
 * Bytes of one unit of a block size option (`-BM`, `--block-size=1G`) or of a `1K-blocks` column head; `MB` is a
 * power of 1000. Null when unknown.
 */
export function blockBytes(text: string): number | null {
  const match = /^(\d{1,9})?(?:([KMGTPE])(iB|B)?)?$/u.exec(text);
  if (match === null || text === '') return null;
  const [, count = '1', unit, suffix] = match;
  return Number(count) * (unit === undefined ? 1 : (suffix === 'B' ? 1000 : 1024) ** (POWERS.indexOf(unit) + 1));
}
