/** Sizes as people write them. Units are powers of 1024, as `df -h` and `free -h` count. */

/** Bytes of a megabyte, as thresholds count them. */
export const MEGABYTE = 1024 ** 2;

/** Bytes in the unit in which people compare them, with one decimal: `512 B`, `1.4 GB`. */
export function humanBytes(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (Math.abs(value) >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${unit === 0 ? String(value) : value.toFixed(1)} ${units[unit] ?? ''}`;
}

/** Space on a disk, without decimals below a gigabyte: `20 KB`, `85 MB`, `1.4 GB`. */
export function sizeText(bytes: number): string {
  if (bytes < MEGABYTE) return `${String(Math.round(bytes / 1024))} KB`;
  if (bytes < 1024 * MEGABYTE) return `${String(Math.round(bytes / MEGABYTE))} MB`;
  return `${(bytes / MEGABYTE / 1024).toFixed(1)} GB`;
}
