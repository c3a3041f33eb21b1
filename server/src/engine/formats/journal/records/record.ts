/** One journal record of the output modes that print each field by its name (json, export, verbose …). */
export interface JournalRecord {
  /** Epoch ms on the log's clock: UTC but for verbose, which prints the host's. NaN where the record says none. */
  readonly timeMs: number;
  /** Minutes east of UTC; null where the zone is not known. */
  readonly zoneMinutes: number | null;
  readonly host: string | null;
  readonly identifier: string;
  /** -1 without pid. */
  readonly pid: number;
  readonly message: string;
  /** 0-based line of the message, and the columns of its text, UTF-16 units. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** Fields of a record while it is read. Names as journald has them (`_HOSTNAME`, `MESSAGE`). */
export class RecordDraft {
  readonly #fields = new Map<string, string>();
  #line = 0;
  #start = 0;
  #end = 0;

  get isEmpty(): boolean {
    return this.#fields.size === 0;
  }

  set(name: string, value: string): void {
    if (WANTED.has(name)) this.#fields.set(name, value);
  }

  /** Sets the message and where its text stands. */
  setMessage(value: string, line: number, start: number, end: number): void {
    this.#fields.set('MESSAGE', value);
    this.#line = line;
    this.#start = start;
    this.#end = end;
  }

  /** Adds a further line of the message. */
  continueMessage(text: string): void {
    const message = this.#fields.get('MESSAGE');
    if (message !== undefined) this.#fields.set('MESSAGE', `${message}\n${text}`);
  }

  /** The record, or null where it has no message. `clock` stands for the time where it is no field. */
  finish(clock: { readonly timeMs: number; readonly zoneMinutes: number | null } | null): JournalRecord | null {
    const message = this.#fields.get('MESSAGE');
    if (message === undefined) return null;
    const micros = this.#fields.get('__REALTIME_TIMESTAMP') ?? this.#fields.get('_SOURCE_REALTIME_TIMESTAMP');
    const pid = Number(this.#fields.get('_PID') ?? this.#fields.get('SYSLOG_PID') ?? 'none');
    return {
      timeMs: clock?.timeMs ?? (micros === undefined ? Number.NaN : Math.floor(Number(micros) / 1000)),
      zoneMinutes: clock === null ? 0 : clock.zoneMinutes,
      host: this.#fields.get('_HOSTNAME') ?? null,
      identifier:
        this.#fields.get('SYSLOG_IDENTIFIER') ?? this.#fields.get('_COMM') ?? this.#fields.get('_SYSTEMD_UNIT') ?? '',
      pid: Number.isInteger(pid) ? pid : -1,
      message,
      line: this.#line,
      start: this.#start,
      end: this.#end,
    };
  }
}

const WANTED = new Set([
  '__REALTIME_TIMESTAMP',
  '_SOURCE_REALTIME_TIMESTAMP',
  '_HOSTNAME',
  '_PID',
  'SYSLOG_PID',
  'SYSLOG_IDENTIFIER',
  '_COMM',
  '_SYSTEMD_UNIT',
]);

/** Reads the lines of one output mode and gives each record when it is whole. */
export interface RecordForm {
  /** Whether the line belongs to the mode. Asked again about a line that it refused. */
  feed(text: string, line: number): boolean;
  /** The last record. */
  end(): void;
}

export type RecordSink = (record: JournalRecord) => void;
