/** A time of the log's own clock in ISO form without a zone; null beyond what dates can be. */
export function logTime(timeMs: number): string | null {
  return Number.isFinite(timeMs) && Math.abs(timeMs) < 8.64e15 ? new Date(timeMs).toISOString().slice(0, 19) : null;
}
