/**
 * The layout of a line that comes again and again, learnt from one and tried on the next. The status lines of a process
 * differ in their figures only, from minute to minute: comparing the words between the figures and reading digits is ten times
 * as quick as the expressions that found them (npm run bench). A line that differs in anything else is refused and
 * read in full.
 */

/** How a value becomes what a column holds. */
export type SlotKind =
  /** Digits, with decimals where the learnt line had some. */
  | 'number'
  /** A text of one word: states, addresses. */
  | 'word'
  /** The same, and a colon ends it: names of hosts. */
  | 'name'
  /** A text that may hold blanks, up to the words behind it. */
  | 'phrase'
  /** A text of one word or phrase that a function turns into a number. */
  | 'parsed';

/** A value of the learnt line; offsets are relative to the line's start. */
export interface Slot {
  readonly name: string;
  readonly kind: SlotKind;
  readonly start: number;
  readonly end: number;
}

const MAX_DIGITS = 20;
/** One learnt layout. `match` fills `starts`, `ends` and `numbers` by slot. */
export class LineTemplate {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Values of `number` slots; others keep what they had. */
  readonly numbers: Float64Array;

  private constructor(
    readonly slots: readonly Slot[],
    /** What stands before each slot, and behind the last. */
    private readonly literals: readonly string[],
    private readonly decimals: readonly number[],
  ) {
    this.starts = new Int32Array(slots.length);
    this.ends = new Int32Array(slots.length);
    this.numbers = new Float64Array(slots.length);
  }

  /** Learns from a line and its values, which are in order and do not overlap; null where they would be ambiguous. */
  static learn(line: string, slots: readonly Slot[]): LineTemplate | null {
    const literals: string[] = [];
    const decimals: number[] = [];
    let at = 0;
    for (const slot of slots) {
      if (slot.start < at || (slot.start === at && at > 0)) return null;
      literals.push(line.slice(at, slot.start));
      const raw = line.slice(slot.start, slot.end);
      const point = raw.indexOf('.');
      decimals.push(slot.kind === 'number' && point >= 0 ? raw.length - point - 1 : 0);
      at = slot.end;
    }
    literals.push(line.slice(at));
    const clear = slots.every((slot, index) => endsClearly(slot.kind, literals[index + 1] ?? ''));
    return clear ? new LineTemplate(slots, literals, decimals) : null;
  }

  /** Whether the line at [start, end) has this layout. */
  match(text: string, start: number, end: number): boolean {
    const { slots, literals } = this;
    let at = start;
    for (let index = 0; index < slots.length; index += 1) {
      const literal = literals[index] ?? '';
      if (!text.startsWith(literal, at)) return false;
      at += literal.length;
      this.starts[index] = at;
      const next = literals[index + 1] ?? '';
      at = slots[index]?.kind === 'number' ? this.#number(text, at, index) : this.#text(text, at, end, index, next);
      if (at < 0 || at > end) return false;
      this.ends[index] = at;
    }
    const tail = literals[slots.length] ?? '';
    return end - at === tail.length && text.startsWith(tail, at);
  }

  #number(text: string, start: number, index: number): number {
    let at = start;
    let value = 0;
    for (let unit = text.charCodeAt(at) - 48; unit >= 0 && unit <= 9; unit = text.charCodeAt(at) - 48) {
      value = value * 10 + unit;
      at += 1;
    }
    const digits = at - start;
    if (digits === 0 || digits > MAX_DIGITS) return -1;
    const decimals = this.decimals[index] ?? 0;
    if (decimals > 0) {
      if (text.charCodeAt(at) !== 46) return -1;
      const point = at;
      at += 1;
      while (text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at += 1;
      if (at - point - 1 !== decimals) return -1;
    }
    this.numbers[index] = value > Number.MAX_SAFE_INTEGER || decimals > 0 ? Number(text.slice(start, at)) : value;
    return at;
  }

  #text(text: string, start: number, end: number, index: number, next: string): number {
    const kind = this.slots[index]?.kind;
    if (kind === 'word' || kind === 'name') {
      let at = start;
      while (at < end && !endsWord(text.charCodeAt(at), kind)) at += 1;
      return at > start ? at : -1;
    }
    const at = next === '' ? end : text.indexOf(next, start);
    return at > start ? at : -1;
  }
}

/** Blank, comma, semicolon, brackets, bar: no state, address or name has them; a colon stands in addresses only. */
function endsWord(unit: number, kind: 'word' | 'name'): boolean {
  if (unit === 58) return kind === 'name';
  return unit === 32 || unit === 44 || unit === 59 || unit === 91 || unit === 93 || unit === 124;
}

/** Whether what follows a slot cannot be taken for a part of its value. */
function endsClearly(kind: SlotKind, next: string): boolean {
  if (kind === 'number') return !/^(?:\d|\.\d)/u.test(next);
  if (kind === 'word' || kind === 'name') return next === '' || endsWord(next.charCodeAt(0), kind);
  return true;
}
