import type { FigureLayout } from './figure-layout';

/** A line that was read in full once and is skimmed when it comes again with other figures. */
export interface KnownLine {
  readonly layout: FigureLayout;
  /** Keeps what the layout matched last. 0-based line, log-clock epoch ms. Gives true where it began a status block. */
  keep(line: number, timeMs: number): boolean;
  /** The line that followed it last time, and the one before that: status lines come in the same order every minute. */
  next: KnownLine | null;
  beforeNext: KnownLine | null;
}

/** Notes that a line followed another. */
export function noteFollower(line: KnownLine, follower: KnownLine): void {
  if (line.next === follower) return;
  line.beforeNext = line.next;
  line.next = follower;
}
