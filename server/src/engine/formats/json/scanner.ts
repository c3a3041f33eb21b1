/** A place of one line. 0-based line; UTF-16 columns, `end` exclusive. */
export interface JsonSpan {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** A scalar. Columns are those of the value without its quotes. */
export interface JsonValue extends JsonSpan {
  readonly kind: 'string' | 'number' | 'boolean' | 'null';
  /** Escapes resolved; null for a value too long to be kept. */
  readonly text: string | null;
}

/** Is told what a scanner meets. `key` is null for the root and for elements of lists. */
export interface JsonSink {
  open(kind: 'object' | 'array', key: string | null, at: JsonSpan): void;
  close(): void;
  value(key: string | null, value: JsonValue): void;
}

/** `before`: nothing yet; `inside`; `done`: the root is closed; `broken`: this is not JSON any more. */
export type JsonState = 'before' | 'inside' | 'done' | 'broken';

/** Values beyond this are told without their text. */
const MAX_TEXT = 4_096;
/** Exports nest about five deep; anything deeper is no export. */
const MAX_DEPTH = 64;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * Reads JSON line by line, with the place of every value, in constant memory apart from the nesting.
 * Forgives what exports and copies suffer: missing and surplus commas, a value left out, a string wrapped by a
 * terminal (its value is not told). A text that ends early has told what is certain: a number at the very end is not.
 */
export class JsonScanner {
  #state: JsonState = 'before';
  readonly #kinds: ('object' | 'array')[] = [];
  #key: string | null = null;
  /** Whether an object waits for the value of `#key`. */
  #waiting = false;
  /** A string did not end on its line. */
  #wrapped = false;
  #number: JsonValue | null = null;

  constructor(private readonly sink: JsonSink) {}

  get state(): JsonState {
    return this.#state;
  }

  /** Takes one line without its line break; columns count from `start`. What follows the end of the root is left alone. */
  line(text: string, start: number, end: number, line: number): JsonState {
    this.#flush();
    let at = start;
    if (this.#wrapped) {
      at = endOfString(text, start, end) + 1;
      if (at <= start) return (this.#state = 'broken');
      this.#wrapped = false;
      this.#drop();
    }
    while (at < end && this.#state !== 'done' && this.#state !== 'broken') at = this.#step(text, at, start, end, line);
    return this.#state;
  }

  /** Reads what begins at `at`; gives where to go on. */
  #step(text: string, at: number, start: number, end: number, line: number): number {
    const unit = text.charCodeAt(at);
    const begins = unit === 0x7b || unit === 0x5b;
    if (unit === 0x20 || unit === 0x09 || unit === 0xfeff) return at + 1;
    if (this.#state === 'before' && !begins) return this.#break(end);
    if (unit === 0x2c) {
      this.#drop();
      return at + 1;
    }
    if (begins)
      return this.#open(unit === 0x7b ? 'object' : 'array', { line, start: at - start, end: at - start + 1 }, at);
    if (unit === 0x7d || unit === 0x5d) return this.#close(unit === 0x7d ? 'object' : 'array', at, end);
    if (unit === QUOTE) return this.#string(text, at, start, end, line);
    return isWordUnit(unit) ? this.#word(text, at, start, end, line) : this.#break(end);
  }

  #break(end: number): number {
    this.#state = 'broken';
    return end;
  }

  #drop(): void {
    this.#waiting = false;
    this.#key = null;
  }

  /** Whether a value may stand here: in lists always, in objects after a key. */
  #awaitsValue(): boolean {
    return this.#waiting || this.#kinds[this.#kinds.length - 1] === 'array';
  }

  #open(kind: 'object' | 'array', span: JsonSpan, at: number): number {
    if (this.#kinds.length >= MAX_DEPTH || (this.#kinds.length > 0 && !this.#awaitsValue())) return this.#break(at);
    this.#state = 'inside';
    this.sink.open(kind, this.#key, span);
    this.#kinds.push(kind);
    this.#drop();
    return at + 1;
  }

  #close(kind: 'object' | 'array', at: number, end: number): number {
    if (this.#kinds.pop() !== kind) return this.#break(end);
    this.#drop();
    this.sink.close();
    if (this.#kinds.length === 0) this.#state = 'done';
    return at + 1;
  }

  #string(text: string, at: number, start: number, end: number, line: number): number {
    const close = endOfString(text, at + 1, end);
    if (close < 0) {
      this.#wrapped = true;
      return end;
    }
    const raw = close - at - 1 > MAX_TEXT ? null : unescape(text.slice(at + 1, close));
    if (this.#awaitsValue()) {
      this.#tell({ kind: 'string', text: raw, line, start: at + 1 - start, end: close - start });
      return close + 1;
    }
    const colon = skipBlanks(text, close + 1, end);
    if (text.charCodeAt(colon) !== 0x3a || colon >= end) return close + 1;
    this.#key = raw;
    this.#waiting = raw !== null;
    return colon + 1;
  }

  #word(text: string, at: number, start: number, end: number, line: number): number {
    let stop = at + 1;
    while (stop < end && isWordUnit(text.charCodeAt(stop))) stop += 1;
    if (stop - at > 40) return this.#break(end);
    const word = text.slice(at, stop);
    const span = { line, start: at - start, end: stop - start };
    if (word === 'true' || word === 'false') this.#tell({ kind: 'boolean', text: word, ...span });
    else if (word === 'null') this.#tell({ kind: 'null', text: word, ...span });
    else if (!/^[-+]?\d{1,30}(?:\.\d{1,30})?(?:[eE][-+]?\d{1,4})?$/u.test(word))
      return stop === end ? end : this.#break(end);
    else if (stop < end) this.#tell({ kind: 'number', text: word, ...span });
    else this.#number = { kind: 'number', text: word, ...span };
    return stop;
  }

  #tell(value: JsonValue): void {
    if (this.#awaitsValue()) this.sink.value(this.#key, value);
    this.#drop();
  }

  /** A number at the end of a line is whole once another line follows. */
  #flush(): void {
    const number = this.#number;
    this.#number = null;
    if (number !== null) this.#tell(number);
  }
}

/** Where the string ends that begins before `from`: the index of its closing quote, or -1. */
export function endOfString(text: string, from: number, end: number): number {
  for (let at = text.indexOf('"', from); at >= 0 && at < end; at = text.indexOf('"', at + 1)) {
    let before = at;
    while (before > from && text.charCodeAt(before - 1) === BACKSLASH) before -= 1;
    if ((at - before) % 2 === 0) return at;
  }
  return -1;
}

/** The first index from `from` that is no blank; `end` where there is none. */
export function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x09)) at += 1;
  return at;
}

/** Letters, digits, sign, point: what numbers and the words true, false, null are made of. */
export function isWordUnit(unit: number): boolean {
  return (
    (unit >= 0x30 && unit <= 0x39) ||
    (unit >= 0x61 && unit <= 0x7a) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    unit === 0x2b ||
    unit === 0x2d ||
    unit === 0x2e
  );
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

function unescape(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gsu, (_, hex: string | undefined, one: string | undefined) =>
    hex === undefined ? (ESCAPES[one ?? ''] ?? one ?? '') : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
