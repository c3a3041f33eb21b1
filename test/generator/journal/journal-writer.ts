import type { Clock } from '../timeline';
import { stamp } from './stamp';
import type { StampMode } from './stamp';

/** Output modes: a stamp with the host, the stamp without the host column, or the message alone. */
export type JournalMode = StampMode | 'no-host' | 'cat';

export interface JournalOptions {
  readonly mode?: JournalMode;
  /** Leave the colour codes of a terminal behind, their ESC byte lost in copying. */
  readonly colourRemnants?: boolean;
}

/** Units by identifier, for `-o with-unit`: parent and child print the same. */
const UNITS: Readonly<Record<string, string>> = {
  'zpa-connector': 'zpa-connector.service',
  'zpa-connector-child': 'zpa-connector.service',
  sshd: 'sshd.service',
  chronyd: 'chronyd.service',
  NetworkManager: 'NetworkManager.service',
  systemd: 'init.scope',
};

/** Writes the lines of a journal in one output mode, at the times that the clock tells. */
export class JournalWriter {
  #lines: string[] = [];
  readonly #mode: JournalMode;
  readonly #remnants: boolean;
  #lastMs = -1;
  #second = -1;
  #prefix = '';
  #micros = 0;
  #lastIdent = '';
  #lastPid: number | null = null;
  #source = '';

  constructor(
    private readonly clock: Clock,
    readonly host: string,
    options: JournalOptions = {},
  ) {
    this.#mode = options.mode ?? 'short';
    this.#remnants = options.colourRemnants ?? false;
  }

  /** One message of a process. `pid` null: a line that carries none. */
  line(ident: string, pid: number | null, message: string): void {
    if (this.#mode === 'cat') {
      this.#lines.push(message);
      return;
    }
    const front = this.#front() + this.#sourceOf(ident, pid);
    this.#lines.push(front + (this.#remnants ? `[1;39m${message}[0m` : message));
  }

  /** Further lines of the last message; journalctl sets them under the message's column. */
  continued(lines: readonly string[]): void {
    const last = this.#lines[this.#lines.length - 1] ?? '';
    const column = this.#mode === 'cat' ? 0 : last.indexOf(': ', last.indexOf(']')) + 2;
    for (const line of lines) this.#lines.push(' '.repeat(column) + line);
  }

  /** A line as it is: markers that journalctl writes between messages. */
  raw(line: string): void {
    this.#lines.push(line);
  }

  get lines(): readonly string[] {
    return this.#lines;
  }

  /** The whole journal. */
  get text(): string {
    return `${this.#lines.join('\n')}\n`;
  }

  /** What was written since the last call, for journals too long to keep. */
  takeText(): string {
    const { text } = this;
    this.#lines = [];
    return text;
  }

  /** Stamp and host with the blank behind them; a block's lines share one second, so the last one is kept. */
  #front(): string {
    const ms = this.clock.nowMs;
    this.#tick(ms);
    const precise = this.#mode === 'short-precise' || this.#mode === 'short-unix';
    const second = Math.floor(ms / 1000);
    if (precise || second !== this.#second) {
      this.#second = second;
      const host = this.#mode === 'no-host' ? '' : `${this.host} `;
      const mode: StampMode = this.#mode === 'no-host' || this.#mode === 'cat' ? 'short' : this.#mode;
      const passed = Math.floor(this.#micros / 1000);
      this.#prefix = `${stamp(mode, ms + passed, this.#micros % 1000)} ${host}`;
    }
    return this.#prefix;
  }

  /** Lines written at one moment lie some microseconds apart, as real ones do. */
  #tick(ms: number): void {
    this.#micros = ms === this.#lastMs ? this.#micros + 41 + (this.#lines.length % 7) * 13 : 17;
    this.#lastMs = ms;
  }

  #sourceOf(ident: string, pid: number | null): string {
    if (ident === this.#lastIdent && pid === this.#lastPid) return this.#source;
    const name = this.#mode === 'with-unit' ? (UNITS[ident] ?? ident) : ident;
    this.#lastIdent = ident;
    this.#lastPid = pid;
    this.#source = pid === null ? `${name}: ` : `${name}[${String(pid)}]: `;
    return this.#source;
  }
}
