/** Age of a connection as status blocks print it: `2D:5H:27M:26S`, leading zero units left out. */
export function uptimeText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const parts: readonly (readonly [number, string])[] = [
    [Math.floor(whole / 86_400), 'D'],
    [Math.floor((whole % 86_400) / 3600), 'H'],
    [Math.floor((whole % 3600) / 60), 'M'],
    [whole % 60, 'S'],
  ];
  const first = parts.findIndex(([value]) => value > 0);
  return parts
    .slice(first < 0 ? parts.length - 1 : first)
    .map(([value, unit]) => `${String(value)}${unit}`)
    .join(':');
}

/** Life left of a certificate: `212 days, 2 hours, 0 minutes, 1 seconds`. */
export function certificateText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const days = Math.floor(whole / 86_400);
  const hours = Math.floor((whole % 86_400) / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return `${String(days)} days, ${String(hours)} hours, ${String(minutes)} minutes, ${String(whole % 60)} seconds`;
}
