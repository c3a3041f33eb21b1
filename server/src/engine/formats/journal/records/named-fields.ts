import type { RecordForm, RecordSink } from './record';
import { RecordDraft } from './record';

const FIELD = /^([A-Z0-9_]{1,64})=/u;

/** Length in bytes, eight of them with the lowest first: what stands before the value of a field that is no clean text. */
const BINARY_LENGTH = 8;

/**
 * `-o export`: `NAME=value` lines, an empty line behind each record. A field that is no clean text has its name on a
 * line, then its length and value.
 */
export class ExportRecords implements RecordForm {
  #draft = new RecordDraft();
  /** The field whose binary value is being read: its lines last until the next field or record. */
  #binary: { readonly name: string; lines: number } | null = null;

  constructor(private readonly sink: RecordSink) {}

  feed(text: string, line: number): boolean {
    if (text === '') {
      this.end();
      return true;
    }
    const name = FIELD.exec(text)?.[1];
    if (name === undefined) {
      if (this.#binary !== null) this.#takeBinary(this.#binary, text, line);
      else if (/^[A-Z0-9_]{1,64}$/u.test(text)) this.#binary = { name: text, lines: 0 };
      return this.#binary !== null;
    }
    this.#binary = null;
    if (name === '__CURSOR') this.end();
    const start = name.length + 1;
    if (name === 'MESSAGE') this.#draft.setMessage(text.slice(start), line, start, text.length);
    else this.#draft.set(name, text.slice(start));
    return true;
  }

  #takeBinary(binary: { readonly name: string; lines: number }, text: string, line: number): void {
    binary.lines += 1;
    if (binary.name !== 'MESSAGE') return;
    if (binary.lines === 1) this.#draft.setMessage(text.slice(BINARY_LENGTH), line, BINARY_LENGTH, text.length);
    else this.#draft.continueMessage(text);
  }

  end(): void {
    const record = this.#draft.finish(null);
    this.#draft = new RecordDraft();
    this.#binary = null;
    if (record !== null) this.sink(record);
  }
}

/** `Thu 2021-01-21 10:55:20.000000 UTC [s=…;i=…]`: the head of a verbose record. */
const HEAD =
  /^[A-Z][a-z]{2} (\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,6}))? (\S{1,12}) \[s=[0-9a-f]{1,32};/u;

/** Whether a line is the head of a verbose record. */
export function isVerboseHead(line: string): boolean {
  return HEAD.test(line);
}

/** Time of a record by the clock that its head was printed with: epoch ms, minutes east of UTC where that is known. */
export interface HeadClock {
  readonly timeMs: number;
  readonly zoneMinutes: number | null;
}

/** Time of the head of a verbose record, and the column behind it; null for other lines. */
export function verboseTime(line: string): (HeadClock & { readonly end: number }) | null {
  const head = HEAD.exec(line);
  return head === null ? null : { ...clockOf(head), end: line.indexOf(' [s=') };
}

function clockOf(head: RegExpExecArray): HeadClock {
  const [, year, month, day, hours, minutes, seconds, fraction = '', zone] = head.map((part) => part);
  const millis = Number(fraction.padEnd(3, '0').slice(0, 3));
  return {
    timeMs: Date.UTC(
      Number(year),
      Number(month) - 1,
      Number(day),
      Number(hours),
      Number(minutes),
      Number(seconds),
      millis,
    ),
    zoneMinutes: zone === 'UTC' || zone === 'GMT' ? 0 : null,
  };
}

/** `-o verbose`: a head with the time, then indented fields; further lines of a value are indented more. */
export class VerboseRecords implements RecordForm {
  #draft = new RecordDraft();
  #clock: HeadClock | null = null;
  #inMessage = false;

  constructor(private readonly sink: RecordSink) {}

  feed(text: string, line: number): boolean {
    const head = HEAD.exec(text);
    if (head !== null) {
      this.end();
      this.#clock = clockOf(head);
      return true;
    }
    if (this.#clock === null) return false;
    const field = /^ {4}([A-Z0-9_]{1,64})=/u.exec(text);
    if (field !== null) {
      const [lead, name = ''] = field;
      this.#inMessage = name === 'MESSAGE';
      if (this.#inMessage) this.#draft.setMessage(text.slice(lead.length), line, lead.length, text.length);
      else this.#draft.set(name, text.slice(lead.length));
      return true;
    }
    if (!text.startsWith('     ')) return false;
    if (this.#inMessage) this.#draft.continueMessage(text.trimStart());
    return true;
  }

  end(): void {
    const record = this.#draft.isEmpty ? null : this.#draft.finish(this.#clock);
    this.#draft = new RecordDraft();
    this.#clock = null;
    this.#inMessage = false;
    if (record !== null) this.sink(record);
  }
}
