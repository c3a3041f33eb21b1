import type { RecordForm, RecordSink } from './record';
import { RecordDraft } from './record';

/** A record of more than this is no log line. */
const MAX_RECORD = 1_000_000;
/** In front of a record: the record separator of json-seq, the event prefix of json-sse. */
const LEAD = /^(?:\u001e|data: )?(?=\{)/u;

/** `-o json`, `json-seq` and `json-sse`: a record a line. */
export class JsonLines implements RecordForm {
  constructor(private readonly sink: RecordSink) {}

  feed(text: string, line: number): boolean {
    const lead = LEAD.exec(text);
    if (lead === null) return text === '' || text === '\u001e';
    if (text.length > MAX_RECORD) return true;
    const fields = parsed(text.slice(lead[0].length));
    // The last line of a file that was cut.
    if (fields === null) return !text.trimEnd().endsWith('}');
    const draft = new RecordDraft();
    for (const [name, value] of Object.entries(fields)) {
      const shown = textOf(value);
      if (shown === null) continue;
      if (name !== 'MESSAGE') draft.set(name, shown);
      else draft.setMessage(shown, line, ...messageSpan(text));
    }
    const record = draft.finish(null);
    if (record !== null) this.sink(record);
    return true;
  }

  end(): void {
    // Every record ended with its line.
  }
}

/** `-o json-pretty`, and what jq makes of `-o json`: a field a line. */
export class JsonPretty implements RecordForm {
  #draft: RecordDraft | null = null;

  constructor(private readonly sink: RecordSink) {}

  feed(text: string, line: number): boolean {
    const trimmed = text.trim();
    if (this.#draft === null) {
      if (trimmed !== '{') return trimmed === '' || trimmed === '[' || trimmed === ']' || trimmed === ',';
      this.#draft = new RecordDraft();
      return true;
    }
    if (/^\},?$/u.test(trimmed)) {
      this.#finish();
      return true;
    }
    const field = /^\s{1,16}"([A-Z0-9_]{1,64})" ?: ?(.*?),?$/u.exec(text);
    if (field === null) return /^[\s\d,[\]-]{0,200}$/u.test(text);
    const [, name = '', raw = ''] = field;
    const value = textOf(parsed(raw.trim()));
    if (value === null) return true;
    if (name === 'MESSAGE') this.#draft.setMessage(value, line, ...messageSpan(text));
    else this.#draft.set(name, value);
    return true;
  }

  end(): void {
    this.#finish();
  }

  #finish(): void {
    const record = this.#draft?.finish(null) ?? null;
    this.#draft = null;
    if (record !== null) this.sink(record);
  }
}

/** Columns of the message's text between its quotes; the rest of the line where it is written in bytes. */
export function messageSpan(line: string): [start: number, end: number] {
  const label = /"MESSAGE" ?: ?/u.exec(line);
  if (label === null) return [0, line.length];
  const at = label.index + label[0].length;
  if (line.charCodeAt(at) !== 34 /* " */) return [at, line.length];
  let end = at + 1;
  while (end < line.length && line.charCodeAt(end) !== 34) end += line.charCodeAt(end) === 92 /* \ */ ? 2 : 1;
  return [at + 1, Math.min(end, line.length)];
}

function parsed(json: string): object | string | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'string' || (typeof value === 'object' && value !== null) ? value : null;
  } catch {
    return null;
  }
}

/** journald writes what is no clean text (colour codes) as a list of bytes. */
function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (!Array.isArray(value) || !value.every((one) => typeof one === 'number')) return null;
  return value.map((byte) => String.fromCharCode(byte)).join('');
}
