import type { CopyAscii } from '../ports';

/**
 * A stretch of text as units of one byte, with the place the reading has come to. Comparing bytes is several times faster
 * than comparing characters of a string (npm run bench), and lines that differ in figures only are nearly all of a journal.
 */
export class LineWindow {
  /** Units; what is not ASCII is 0 or another byte that stands in no line that is skimmed. */
  units: Uint8Array = EMPTY;
  /** The same units, for reading several at once. */
  view: DataView = new DataView(EMPTY.buffer);
  /** Offset of the first unit in the text. */
  base = 0;
  /** Offset in `units` where the next line begins. */
  at = 0;
  /** Offset in `units` behind the last unit. */
  end = 0;
  /** 0-based number of the line that begins at `at`. */
  line = 0;
  #buffer: Uint8Array | null = null;

  constructor(private readonly copyAscii: CopyAscii | null = null) {}

  /** Shows bytes of which each is one unit of the text. */
  show(bytes: Uint8Array): void {
    this.#see(bytes);
    this.base = 0;
    this.end = bytes.length;
  }

  /** Shows the text from `from` on, as far as the window goes. */
  copy(text: string, from: number): void {
    const buffer = (this.#buffer ??= new Uint8Array(WINDOW_UNITS));
    const part = text.slice(from, from + buffer.length);
    const { length } = part;
    if (this.copyAscii?.(part, buffer) !== true) {
      for (let at = 0; at < length; at += 1) {
        const unit = part.charCodeAt(at);
        buffer[at] = unit > 127 ? 0 : unit;
      }
    }
    if (this.units !== buffer) this.#see(buffer);
    this.base = from;
    this.end = length;
  }

  #see(units: Uint8Array): void {
    this.units = units;
    this.view = new DataView(units.buffer, units.byteOffset, units.byteLength);
  }
}

const EMPTY = new Uint8Array(0);
const WINDOW_UNITS = 65_536;

/** Reads lines it knows from a window on, as many as it can: moves `at` and `line` behind them. */
export interface LineSkimmer {
  /** Whether it knows any lines yet. */
  readonly skims: boolean;
  skim(window: LineWindow): void;
}
