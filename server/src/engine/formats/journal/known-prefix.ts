import { Literal } from '../../text/byte-literal';
import type { LineWindow } from '../../text/line-window';

/** `HH:MM:SS`, with or without a fraction. */
const CLOCK = /\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?=[ Z+-])/u;

/**
 * The prefix of a process's lines on one day: all of it stays as it is but the clock. Read from bytes, for lines that are
 * skimmed.
 */
export class KnownPrefix {
  /** Log-clock epoch ms of the line matched last. */
  timeMs = Number.NaN;

  private constructor(
    private readonly before: string,
    private readonly clockLength: number,
    private readonly behind: string,
    private readonly head: Literal,
    private readonly tail: Literal,
    private readonly dayMs: number,
  ) {}

  /** Whether the prefix at [start, end) of a text, on the day that began at `dayMs`, differs from this in its clock only. */
  isAt(text: string, start: number, end: number, dayMs: number): boolean {
    const { before, behind } = this;
    return (
      this.dayMs === dayMs &&
      end - start === before.length + this.clockLength + behind.length &&
      text.startsWith(before, start) &&
      text.startsWith(behind, end - behind.length)
    );
  }

  /** The prefix as it is written, on the day that began at `dayMs`; null where it has no clock of a day or is not ASCII. */
  static of(prefix: string, dayMs: number): KnownPrefix | null {
    const clock = CLOCK.exec(prefix);
    if (clock === null) return null;
    const { index, 0: time } = clock;
    const before = prefix.slice(0, index);
    const behind = prefix.slice(index + time.length);
    const [head, tail] = [Literal.of(before), Literal.of(behind)];
    return head === null || tail === null ? null : new KnownPrefix(before, time.length, behind, head, tail, dayMs);
  }

  /** Offset behind the prefix of the line at `start` of the window; -1 for another prefix. */
  match(window: LineWindow, start: number): number {
    const { head, tail } = this;
    const clockAt = start + head.length;
    const tailAt = clockAt + this.clockLength;
    if (tailAt + tail.length >= window.end || !head.isAt(window, start) || !tail.isAt(window, tailAt)) return -1;
    const clockMs = this.#clock(window.units, clockAt, tailAt);
    if (clockMs < 0) return -1;
    this.timeMs = this.dayMs + clockMs;
    return tailAt + tail.length;
  }

  /** The same sum, in the same order, as reading the clock in full. */
  #clock(units: Uint8Array, at: number, end: number): number {
    const hours = two(units, at);
    const minutes = two(units, at + 3);
    const seconds = two(units, at + 6);
    const isClock = units[at + 2] === 58 && units[at + 5] === 58 && hours <= 23 && minutes <= 59 && seconds <= 60;
    if (!isClock) return -1;
    let clockMs = ((hours * 60 + minutes) * 60 + seconds) * 1000;
    if (end > at + 8 && units[at + 8] !== 46 && units[at + 8] !== 44) return -1;
    let scale = 100;
    for (let digitAt = at + 9; digitAt < end; digitAt += 1) {
      const digit = (units[digitAt] ?? 0) - 48;
      if (digit < 0 || digit > 9) return -1;
      clockMs += digit * scale;
      scale /= 10;
    }
    return clockMs;
  }
}

/** Two digits; NaN for anything else, which fails every comparison. */
function two(units: Uint8Array, at: number): number {
  const tens = (units[at] ?? 0) - 48;
  const ones = (units[at + 1] ?? 0) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}
