/** Figures of a unit as short text. */
import type { TimelineChart } from '../../../../server/src/lsp/desk-protocol';

export function figure(value: number, unit: TimelineChart['unit']): string {
  if (unit === 'bytes' || unit === 'bytes/s') return `${bytes(value)}${unit === 'bytes/s' ? '/s' : ''}`;
  const short = Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : String(Math.round(value * 10) / 10);
  if (unit === 'percent') return `${short} %`;
  return unit === 'ms' ? `${short} ms` : short;
}

function bytes(value: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let left = value;
  let unit = 0;
  while (left >= 1024 && unit < units.length - 1) {
    left /= 1024;
    unit += 1;
  }
  return `${left >= 100 ? String(Math.round(left)) : String(Math.round(left * 10) / 10)} ${units[unit] ?? ''}`;
}
