/** Writes journal lines in one of journalctl's output modes, with a clock that only moves forward. */

export type WriterMode = 'short' | 'short-iso' | 'short-precise' | 'short-full' | 'no-host' | 'cat';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

export class JournalWriter {
  readonly #lines: string[] = [];

  /** `startMs`: epoch ms of the first line, read as the log's own clock. */
  constructor(
    readonly host: string,
    public timeMs: number,
    private readonly mode: WriterMode = 'short',
  ) {}

  /** Moves the clock on by seconds. */
  wait(seconds: number): void {
    this.timeMs += seconds * 1000;
  }

  /** One line of a process. */
  line(ident: string, pid: number, message: string): void {
    const source = `${ident}[${String(pid)}]: `;
    switch (this.mode) {
      case 'cat':
        this.#lines.push(message);
        return;
      case 'no-host':
        this.#lines.push(`${this.#short(false)} ${source}${message}`);
        return;
      case 'short-iso':
        this.#lines.push(`${new Date(this.timeMs).toISOString().slice(0, 19)}+0000 ${this.host} ${source}${message}`);
        return;
      case 'short-full': {
        const date = new Date(this.timeMs);
        const iso = date.toISOString();
        this.#lines.push(`${DAYS[date.getUTCDay()] ?? ''} ${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC ${this.host} ${source}${message}`);
        return;
      }
      default:
        this.#lines.push(`${this.#short(this.mode === 'short-precise')} ${this.host} ${source}${message}`);
    }
  }

  /** A line as it is (markers, continuation lines). */
  raw(line: string): void {
    this.#lines.push(line);
  }

  get text(): string {
    return `${this.#lines.join('\n')}\n`;
  }

  get lineCount(): number {
    return this.#lines.length;
  }

  #short(precise: boolean): string {
    const date = new Date(this.timeMs);
    const clock = date.toISOString().slice(11, precise ? 23 : 19);
    return `${MONTHS[date.getUTCMonth()] ?? ''} ${String(date.getUTCDate()).padStart(2, '0')} ${clock}${precise ? '000' : ''}`;
  }
}
