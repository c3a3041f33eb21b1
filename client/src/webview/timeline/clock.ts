/** Times of the log's own clock, which travel as if they were UTC. */

const DAY_MS = 86_400_000;

/** `2026-03-17 09:14:02`. */
export function fullTime(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
}

/** Labels of an axis: the time, and the date where a day begins or where the ticks are days. */
export function tickLabels(moments: readonly number[], step: number): string[] {
  let day = '';
  return moments.map((ms) => {
    const text = new Date(ms).toISOString();
    const date = text.slice(5, 10);
    if (step >= DAY_MS) return date;
    const time = step < 60_000 ? text.slice(11, 19) : text.slice(11, 16);
    const first = date !== day;
    day = date;
    return first ? `${time}\n${date}` : time;
  });
}

/** `2 h 5 min`. */
export function span(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 1) return `${String(Math.round(ms / 1000))} s`;
  const parts = [
    [Math.floor(minutes / 1440), 'd'],
    [Math.floor(minutes / 60) % 24, 'h'],
    [minutes % 60, 'min'],
  ] as const;
  return parts
    .filter(([value]) => value > 0)
    .slice(0, 2)
    .map(([value, unit]) => `${String(value)} ${unit}`)
    .join(' ');
}
