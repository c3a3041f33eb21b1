import { isConnected } from '../blocks';
import type { PlacedLife } from '../bundle-facts';

/** A fall of the control connection's uptime between two neighbouring blocks. Seconds. */
export interface UptimeReset {
  readonly index: number;
  readonly before: number;
  readonly after: number;
  readonly beforeLine: number;
  readonly afterLine: number;
}

/** Blocks further apart than this have a gap in the log between them: what happened there is unknown. */
const NEIGHBOURS_MS = 150_000;

/** Falls of the uptime within one process life, without those across a gap of the log. */
export function uptimeResets(placed: PlacedLife): readonly UptimeReset[] {
  const { blocks } = placed.life;
  const states = blocks.text('control.state') ?? [];
  const uptimes = blocks.column('control.uptime') ?? [];
  const resets: UptimeReset[] = [];
  for (let index = 1; index < uptimes.length; index += 1) {
    const before = uptimes[index - 1] ?? Number.NaN;
    const after = uptimes[index] ?? Number.NaN;
    const apart = (blocks.times[index] ?? Number.NaN) - (blocks.times[index - 1] ?? Number.NaN);
    // A connection that is down has no uptime: that is another story.
    if (!isConnected(states[index] ?? '') || !isConnected(states[index - 1] ?? '')) continue;
    if (!(after < before) || !(apart <= NEIGHBOURS_MS)) continue;
    resets.push({
      index,
      before,
      after,
      beforeLine: blocks.lineOf(index - 1, 'connection'),
      afterLine: blocks.lineOf(index, 'connection'),
    });
  }
  return resets;
}
