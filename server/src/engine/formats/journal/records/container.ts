import type { RecordForm, RecordSink } from './record';
import { RecordDraft } from './record';

/** Beyond this length a line is no log line. */
const MAX_LINE = 1_000_000;

/** Docker’s json-file driver: `{"log":"…\n","stream":"stderr","time":"…Z"}`. */
const JSON_FILE = /^\{"log": ?"/u;
const JSON_FILE_TAIL = /", ?"stream": ?"std(?:out|err)"/u;

/**
 * What container tools put in front of a line: the files of a Kubernetes node (CRI), `kubectl logs --prefix` and
 * `docker compose logs`, the last two with a time where it was asked for.
 */
const LEADS: readonly RegExp[] = [
  /^(?<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{1,9}(?:Z|[+-]\d\d:\d\d)) std(?:out|err) [FP] /u,
  /^\[pod\/(?<host>[\w.-]{1,253})\/[\w.-]{1,63}\] (?:(?<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{1,9}(?:Z|[+-]\d\d:\d\d)) )?/u,
  /^(?<host>[\w.-]{1,80}) {1,24}\| (?:(?<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{1,9}(?:Z|[+-]\d\d:\d\d)) )?/u,
];

/** A line of a container’s log without what the tool put around it. */
export interface ContainerLine {
  readonly message: string;
  /** Columns of the message’s text in the line, UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** Pod or service, where the tool names it. */
  readonly host: string | null;
  /** Epoch ms; NaN where the tool prints none. */
  readonly timeMs: number;
  /** Columns of the time, where there is one. */
  readonly timeAt: readonly [start: number, end: number] | null;
}

/** Reads a line that a container tool wrote; null for other lines. */
export function containerLine(text: string): ContainerLine | null {
  if (text.length > MAX_LINE) return null;
  if (text.charCodeAt(0) === 123 /* { */) return jsonFileLine(text);
  for (const lead of LEADS) {
    const found = lead.exec(text);
    if (found === null) continue;
    const start = found[0].length;
    const { host, time } = found.groups ?? {};
    const timeAt = columnsOf(text, time, 0);
    return { message: text.slice(start), start, end: text.length, host: host ?? null, timeMs: epochOf(time), timeAt };
  }
  return null;
}

function jsonFileLine(text: string): ContainerLine | null {
  const tail = JSON_FILE.test(text) ? text.search(JSON_FILE_TAIL) : -1;
  if (tail < 0) return null;
  const fields = parsed(text);
  if (fields === null) return null;
  const start = text.indexOf('"', 6) + 1;
  const end = text.startsWith('\\n', tail - 2) ? tail - 2 : tail;
  const { log, time } = fields;
  const timeAt = columnsOf(text, time, tail);
  return { message: log.trimEnd(), start, end, host: null, timeMs: epochOf(time), timeAt };
}

/** Columns of a time, looked for from `from` on. */
function columnsOf(text: string, time: string | undefined, from: number): [start: number, end: number] | null {
  const start = time === undefined ? -1 : text.indexOf(time, from);
  return time === undefined || start < 0 ? null : [start, start + time.length];
}

function parsed(text: string): { readonly log: string; readonly time: string | undefined } | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('log' in value) || typeof value.log !== 'string') return null;
    return { log: value.log, time: 'time' in value && typeof value.time === 'string' ? value.time : undefined };
  } catch {
    return null;
  }
}

function epochOf(time: string | undefined): number {
  return time === undefined ? Number.NaN : Date.parse(time.replace(/(\.\d{3})\d{1,6}/u, '$1'));
}

/** The log of a container, as the container’s tools print or keep it: a message of the connector a line. */
export class ContainerLines implements RecordForm {
  constructor(private readonly sink: RecordSink) {}

  feed(text: string, line: number): boolean {
    const found = containerLine(text);
    if (found === null) return text === '';
    const draft = new RecordDraft();
    // Which of its processes wrote a line is not told, as with the unit’s name in journalctl -o with-unit.
    draft.set('_SYSTEMD_UNIT', 'zpa-connector.service');
    if (found.host !== null) draft.set('_HOSTNAME', found.host);
    draft.setMessage(found.message, line, found.start, found.end);
    const record = draft.finish({ timeMs: found.timeMs, zoneMinutes: Number.isNaN(found.timeMs) ? null : 0 });
    if (record !== null) this.sink(record);
    return true;
  }

  end(): void {
    // Every record ended with its line.
  }
}
