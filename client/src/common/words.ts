/** Figures in words, for labels. */

/** `1 error`, `3 errors`. */
export function count(value: number, one: string, many = `${one}s`): string {
  return `${value.toLocaleString('en')} ${value === 1 ? one : many}`;
}

/** `3 of 12 files`; the total is not known in a first scan. */
export function progressWords(done: number, total: number): string {
  return total < done || total === 0 ? count(done, 'file') : `${String(done)} of ${count(total, 'file')}`;
}

/** `1.0 MB`. */
export function size(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${unit === 0 ? String(value) : value.toFixed(1)} ${units[unit] ?? ''}`;
}

/** `2 d 5 h`, `43 s`: the two largest parts. */
export function duration(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 86_400), 'd'],
    [Math.floor(seconds / 3600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [Math.floor(seconds) % 60, 's'],
  ] as const;
  const first = parts.findIndex(([value]) => value > 0);
  if (first < 0) return '0 s';
  return parts
    .slice(first, first + 2)
    .filter(([value]) => value > 0)
    .map(([value, unit]) => `${String(value)} ${unit}`)
    .join(' ');
}

/** An ISO time without its zone, easy to read: `2026-03-17 09:14:02`. */
export function moment(iso: string): string {
  return iso.slice(0, 19).replace('T', ' ');
}

/** Last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** `fohh_connection_connected` as people say it: `connected`. */
export function stateWord(state: string): string {
  return state.replace(/^fohh_connection_/u, '').replace(/_/gu, ' ');
}

/** Whether a state of the control connection means connected. */
export function isConnectedState(state: string): boolean {
  return /(?:^|_)connected$/iu.test(state);
}
