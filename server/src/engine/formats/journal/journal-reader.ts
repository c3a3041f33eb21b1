import type { LineSkimmer } from '../../text/line-window';
import { skipAnsi } from '../../text/ansi';
import type { SectionContext, SectionReader, Take } from '../format';
import type { JournalFacts } from './facts';
import { isFlowControlRow } from '../fohh-connection/fields';
import { statusLineKind } from '../status-block/kinds';
import { journalMarker } from './markers';
import { skipLevel } from './message';
import { EntryOrder } from './newest-first';
import { emptyPrefix, readPrefix } from './prefix';
import type { Prefix } from './prefix';
import { JournalCollector } from './collector';
import { RecordReader } from './records/record-reader';
import { skipWrapping } from './wrapping';

/**
 * Reads one journal of any output mode, oldest or newest entries first. Which mode shows in the first lines; a
 * section has one.
 */
export class JournalReader implements SectionReader<JournalFacts> {
  readonly #collector: JournalCollector;
  readonly #order: EntryOrder;
  readonly #prefix: Prefix = emptyPrefix();
  /** Null once a line of another mode was read. */
  #records: RecordReader | null;
  /** Whether the section begins without prefixes: its lines have no times, so their order tells nothing. */
  #isBare = false;
  #isBegun = false;
  /** Quotation marks or blanks in front of the section's first line, and so of all; null before it. */
  #wrapping: string | null = null;
  /** ID of the last status header without a prefix. */
  #bareId: string | null = null;

  constructor(context: SectionContext) {
    const collector = new JournalCollector(context);
    this.#collector = collector;
    this.#records = new RecordReader(collector);
    this.#order = new EntryOrder(({ lines }) => {
      for (const { text, line } of lines) this.#read(text, line);
    });
  }

  take(text: string, start: number, end: number, line: number): Take {
    if (this.#records !== null) {
      const taken = this.#records.take(text, start, end, line);
      if (taken !== null) return taken;
      this.#records = null;
    }
    if (this.#isBare) return this.#takeBare(text, start, end, line);
    this.#wrapping ??= wrappingOf(text, start, end, this.#prefix);
    const from = this.#inside(text, start);
    if (!this.#order.isWaiting) return this.#collector.take(text, from, end, line, start);
    const key = this.#keyOf(text, from, end);
    if (key === null) return 'maybe';
    this.#isBegun = true;
    this.#order.add(text.slice(start, end), line, key);
    return 'taken';
  }

  keep(text: string, start: number, end: number, line: number): void {
    if (this.#records !== null) return;
    if (!this.#isBegun) {
      this.#isBegun = true;
      this.#isBare = true;
      this.#order.finish();
      this.#bareId = headerId(text, start, end);
    }
    if (this.#order.isWaiting) this.#order.continue(text.slice(start, end), line);
    else this.#collector.keep(text, this.#inside(text, start), end, line, start);
  }

  /** Lines are skimmed only where they go straight to the collector. */
  get skimmer(): LineSkimmer | null {
    const isPlain = this.#records === null && !this.#isBare && (this.#wrapping ?? '') === '';
    return isPlain && !this.#order.isWaiting ? this.#collector : null;
  }

  finish(): JournalFacts {
    this.#records?.finish();
    this.#order.finish();
    if (this.#order.isNewestFirst || this.#records?.isNewestFirst === true) this.#collector.noteNewestFirst();
    return this.#collector.finish();
  }

  /** A status line without prefix belongs to the block before it, unless it is the header of another connector. */
  #takeBare(text: string, start: number, end: number, line: number): Take {
    if (this.#collector.take(text, start, end, line) === 'taken') return 'taken';
    const from = skipLevel(text, skipAnsi(text, start, end), end);
    if (statusLineKind(text, from, end) === null && !isFlowControlRow(text, from)) return 'maybe';
    const id = headerId(text, start, end);
    if (id !== null && this.#bareId !== null && id !== this.#bareId) return 'maybe';
    this.#bareId = id ?? this.#bareId;
    this.#collector.keep(text, start, end, line);
    return 'taken';
  }

  #read(text: string, line: number): void {
    const from = this.#inside(text, 0);
    if (this.#collector.take(text, from, text.length, line, 0) === 'maybe') {
      this.#collector.keep(text, from, text.length, line, 0);
    }
  }

  /** Where a line begins behind what stands in front of every line of the section. */
  #inside(text: string, start: number): number {
    const wrapping = this.#wrapping ?? '';
    return wrapping !== '' && text.startsWith(wrapping, start) ? start + wrapping.length : start;
  }

  /** A number that grows with the entry's time, NaN for a marker; null for a line that is no entry. */
  #keyOf(text: string, start: number, end: number): number | null {
    const prefix = this.#prefix;
    if (readPrefix(text, start, end, prefix)) {
      return ((prefix.year * 12 + prefix.month) * 31 + prefix.day) * DAY_MS + prefix.clockMs;
    }
    return journalMarker(text, skipAnsi(text, start, end), end) === null ? null : Number.NaN;
  }
}

/** What mail or ticket put in front of a log line of the product; '' where there is nothing. */
function wrappingOf(text: string, start: number, end: number, prefix: Prefix): string {
  const behind = skipWrapping(text, start);
  return behind > start && readPrefix(text, start, end, prefix) ? text.slice(start, behind) : '';
}

const DAY_MS = 86_400_000;
const HEADER_ID = /^-{4,16} ?(?:[A-Z][\w ]{0,40} )?Status:ID=([^:]{1,60}):/u;

/** ID of the connector in a status header; null for other lines. */
function headerId(text: string, start: number, end: number): string | null {
  const from = skipAnsi(text, start, end);
  return text.charCodeAt(from) === 45 ? (HEADER_ID.exec(text.slice(from, end))?.[1] ?? null) : null;
}
