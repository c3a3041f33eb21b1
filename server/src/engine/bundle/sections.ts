import { leadingCodes, stripAnsi } from '../text/ansi';
import type { LineSkimmer, LineWindow } from '../text/line-window';
import type { Format, FormatId, MessageMatcher, SectionReader, TimeAssumptions } from '../formats/format';
import { echoedCommand, promptLine } from './prompt';

/** One part of a file that is of one format. Lines are 0-based, `endLine` inclusive. */
export interface Section {
  readonly format: FormatId | null;
  readonly startLine: number;
  readonly endLine: number;
  readonly command: string | null;
  /** Why this format, or why none, for people. */
  readonly reason: string;
  /** What the format's reader made of it; undefined for unrecognised parts. */
  readonly facts: unknown;
}

export interface SectionSettings {
  readonly path: string;
  readonly formats: readonly Format[];
  readonly messages: MessageMatcher;
  readonly assumptions: TimeAssumptions;
  /** Format that the file's name settles: it reads the whole file. */
  readonly forced: Format | null;
  /** Whether the name says that it is a page or source code: then nothing in it is read. */
  readonly isDocument: boolean;
}

/** Lines a format may look at to decide whether a section begins. */
const LOOKAHEAD = 8;
/** The same where a line only opens a bracket: what printed JSON is about stands some members further down. */
const JSON_LOOKAHEAD = 48;
const BRACKET = /^[[{] ?[[{]?\s{0,4}$/u;
/** Sections kept of one file. A week of minute samples has about 50,000. */
const MAX_SECTIONS = 200_000;
/** Beyond this length a line is data, not the head of a section; formats get a cut copy. */
const MAX_HEAD = 4_096;
/** After so many unrecognised lines in a row only every 16th is looked at: foreign files end quickly. */
const PATIENCE = 20_000;

interface OpenSection {
  readonly format: Format | null;
  readonly reader: SectionReader<unknown> | null;
  readonly startLine: number;
  readonly command: string | null;
  readonly reason: string;
  /** Whether it took anything; a section that only the file's name began and that took nothing is none. */
  claimed: boolean;
  endLine: number;
}

/**
 * Splits a file into sections while it streams by, and lets each section's format read it.
 * A line goes to the open section first; only a line that the section does not surely own is looked at as a
 * prompt, an echoed command, or the beginning of another format.
 */
export class Sectionizer implements LineSkimmer {
  readonly sections: Section[] = [];
  #open: OpenSection | null = null;
  /** Undecided lines, waiting for the lines behind them. */
  readonly #queue: string[] = [];
  #queueLine = 0;
  #strangers = 0;
  #lastTimeMs: number | null = null;
  dropped = 0;

  constructor(private readonly settings: SectionSettings) {
    if (settings.isDocument) this.#begin(null, 0, null, 'a page or source code: what it quotes is no evidence');
    if (settings.forced === null || settings.isDocument) return;
    this.#begin(settings.forced, 0, null, 'by its file name');
    if (this.#open !== null) this.#open.claimed = false;
  }

  /** Takes the next line; see LineSink. */
  line(text: string, start: number, end: number, line: number): void {
    if (this.settings.isDocument) {
      if (this.#open !== null) {
        this.#open.claimed = true;
        this.#open.endLine = line;
      }
      return;
    }
    if (this.#queue.length === 0) {
      const open = this.#open;
      if (open?.reader?.take(text, shownFrom(open.format, text, start, end), end, line) === 'taken') {
        open.claimed = true;
        open.endLine = line;
        return;
      }
      this.#queueLine = line;
    }
    this.#queue.push(text.slice(start, end));
    this.#drain();
  }

  get skims(): boolean {
    return this.#queue.length === 0 && this.#open?.reader?.skimmer?.skims === true;
  }

  skim(window: LineWindow): void {
    const open = this.#open;
    const before = window.line;
    open?.reader?.skimmer?.skim(window);
    if (open === null || window.line === before) return;
    open.claimed = true;
    open.endLine = window.line - 1;
  }

  end(): void {
    this.#drain(1);
    this.#close();
  }

  /** Decides queued lines as long as `enough` lines are known from the head on; by default as many as its format may look at. */
  #drain(enough?: number): void {
    while (this.#queue.length >= (enough ?? lookahead(this.#queue[0] ?? ''))) {
      this.#decide();
      this.#shift();
      this.#takeCertain();
    }
  }

  /** Hands on the queued lines that the open section surely owns. */
  #takeCertain(): void {
    for (let head = this.#queue[0]; head !== undefined; head = this.#queue[0]) {
      const open = this.#open;
      const from = shownFrom(open?.format ?? null, head, 0, head.length);
      if (open?.reader?.take(head, from, head.length, this.#queueLine) !== 'taken') return;
      open.claimed = true;
      open.endLine = this.#queueLine;
      this.#shift();
    }
  }

  #shift(): void {
    this.#queue.shift();
    this.#queueLine += 1;
  }

  #decide(): void {
    const line = this.#queue[0] ?? '';
    const number = this.#queueLine;
    const open = this.#open;
    const from = shownFrom(open?.format ?? null, line, 0, line.length);
    const take = open?.reader?.take(line, from, line.length, number) ?? 'refused';
    if (open !== null && take === 'taken') {
      open.claimed = true;
      open.endLine = number;
      return;
    }
    if (this.#tryBegin(number)) return;
    if (open !== null && (take === 'maybe' || open.format === null)) {
      if (take === 'maybe') open.reader?.keep?.(line, from, line.length, number);
      if (line.trim() !== '') open.claimed = true;
      open.endLine = number;
      return;
    }
    if (open !== null && line.trim() === '') {
      open.endLine = number;
      return;
    }
    this.#begin(null, number, null, 'no known format begins here');
  }

  #tryBegin(number: number): boolean {
    this.#strangers += 1;
    if (this.#strangers > PATIENCE && this.#strangers % 16 !== 0) return false;
    const lines = this.#queue
      .slice(0, lookahead(this.#queue[0] ?? ''))
      .map((line) => stripAnsi(line.slice(0, MAX_HEAD)));
    const head = lines[0] ?? '';
    if (head.trim() === '') return false;
    const typed = promptLine(head, (command) => this.#formatOf(command) !== null);
    if (typed !== null) {
      if (typed.command === '') return this.#beginNone(number);
      this.#beginCommand(number, typed.command, true);
      return true;
    }
    const echoed = echoedCommand(head).command;
    const byCommand = this.#formatOf(echoed);
    if (byCommand !== null && this.#follows(byCommand, lines)) {
      this.#beginCommand(number, echoed, false);
      return true;
    }
    for (const format of this.settings.formats) {
      const reason = format.opens(lines);
      if (reason === null) continue;
      this.#begin(format, number, null, reason);
      const open = this.#open;
      // The reader gets the whole line: exports are often one long line.
      const line = this.#queue[0] ?? '';
      const from = shownFrom(format, line, 0, line.length);
      if (open?.reader?.take(line, from, line.length, number) === 'maybe')
        open.reader.keep?.(line, from, line.length, number);
      return true;
    }
    return false;
  }

  /** Whether an echoed command is followed by its output: else the line is prose that begins like a command. */
  #follows(format: Format, lines: readonly string[]): boolean {
    for (let skip = 1; skip <= 2; skip += 1) {
      const rest = lines.slice(skip);
      if (rest.length > 0 && format.opens(rest) !== null) return true;
    }
    return false;
  }

  #beginNone(number: number): boolean {
    if (this.#open?.format === null) {
      this.#open.endLine = number;
      return true;
    }
    this.#begin(null, number, null, 'a prompt without a command');
    return true;
  }

  #beginCommand(number: number, command: string, typed: boolean): void {
    const format = this.#formatOf(command);
    const how = typed ? 'output of the command typed at the prompt' : 'output of the command echoed before it';
    this.#begin(
      format,
      number,
      command,
      format === null ? `command not known: ${nameOf(command)}` : `${how}: ${nameOf(command)}`,
    );
  }

  #formatOf(command: string): Format | null {
    return this.settings.formats.find((format) => format.command?.test(command) === true) ?? null;
  }

  #begin(format: Format | null, line: number, command: string | null, reason: string): void {
    // What the file's name promised did not come: the section's first line is of something else.
    if (this.#open?.claimed === false) this.#open = null;
    this.#close();
    if (format !== null) this.#strangers = 0;
    const { path, assumptions, messages } = this.settings;
    const reader = format?.read({ path, command, timeMs: this.#lastTimeMs, assumptions, messages }) ?? null;
    this.#open = { format, reader, startLine: line, endLine: line, command, reason, claimed: true };
  }

  #close(): void {
    const open = this.#open;
    if (open === null) return;
    this.#open = null;
    const facts = open.reader?.finish();
    if (hasTime(facts)) this.#lastTimeMs = facts.timeMs;
    if (this.sections.length >= MAX_SECTIONS) {
      this.dropped += 1;
      return;
    }
    const { startLine, endLine, command, reason } = open;
    this.sections.push({ format: open.format?.id ?? null, startLine, endLine, command, reason, facts });
  }
}

/** Where the line at [start, end) begins for the reader of a format: behind the codes that a terminal was sent first. */
function shownFrom(format: Format | null, text: string, start: number, end: number): number {
  if (text.charCodeAt(start) !== 27 /* ESC */ || format?.seesControlCodes === true) return start;
  return leadingCodes(text, start, end);
}

/** Lines that may be looked at to decide what begins at `head`. */
function lookahead(head: string): number {
  return BRACKET.test(head) ? JSON_LOOKAHEAD : LOOKAHEAD;
}

/** First word of a command: enough to say which, and never a key that was typed on the same line. */
function nameOf(command: string): string {
  return /^\S{1,60}/u.exec(command)?.[0] ?? '';
}

/** `date` sections date what follows them in script reports. */
function hasTime(facts: unknown): facts is { readonly timeMs: number } {
  return typeof facts === 'object' && facts !== null && 'timeMs' in facts && typeof facts.timeMs === 'number';
}
