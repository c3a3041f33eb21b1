import { FRANKFURT, INTERCEPTOR, BOOTSTRAP_ADDRESSES } from '../cast';
import type { Cast } from '../cast';
import { ConnectorLife } from '../connector/connector-life';
import type { BlockForm } from '../connector/status-block';
import { noiseBurst } from '../journal/host-noise';
import { JournalWriter } from '../journal/journal-writer';
import type { JournalMode } from '../journal/journal-writer';
import type { Random } from '../random';
import { fileOf } from '../text';

/** Monday 4 September 2023, 00:00:20 on the log's clock. */
const START = Date.UTC(2023, 8, 4, 0, 0, 20);
const MINUTE = 60_000;
const DAY_MINUTES = 1_440;
const CERTIFICATE_DAYS = 365;
const RENEWED_AFTER_DAYS = 240;
/** Lines are handed out in pieces of about this many minutes. */
const PIECE_MINUTES = 120;

/** Versions a connector goes through, and the share of the file at which each begins. */
const ERAS: readonly (readonly [share: number, form: BlockForm, version: string])[] = [
  [0, 'old', '18.87.1'],
  [0.3, 'old', '19.65.2'],
  [0.5, 'classic', '24.412.2'],
  [0.7, 'classic', '25.18.3'],
  [0.9, 'current', '25.47.1'],
];

/** The journal of one host over years: blocks every minute, the host's own lines, and what goes wrong now and then. */
export class LongStory {
  readonly #clock = { nowMs: START };
  readonly #journal: JournalWriter;
  #life: ConnectorLife;
  #era = 0;
  #pid = 3_276;
  #nextIncident: number;
  #minutes = 0;

  constructor(
    private readonly random: Random,
    mode: JournalMode,
  ) {
    this.#journal = new JournalWriter(this.#clock, FRANKFURT.machine.host, { mode });
    this.#nextIncident = random.integer(600, 3 * DAY_MINUTES);
    this.#life = this.#child();
    this.#startUp();
  }

  /** The next lines, each ended by a line feed. `share`: how much of the file there is already, 0 to 1. */
  next(share: number): string {
    if (share >= (ERAS[this.#era + 1]?.[0] ?? 2)) {
      this.#era += 1;
      this.#upgrade();
    }
    for (let minute = 0; minute < PIECE_MINUTES; minute += 1) this.#minute();
    return this.#journal.takeText();
  }

  #minute(): void {
    const { random } = this;
    this.#minutes += 1;
    const blockMs = this.#clock.nowMs - (this.#clock.nowMs % MINUTE) + 20_000 + MINUTE;
    if (random.chance(0.35)) {
      this.#clock.nowMs += random.integer(3, 29) * 1000;
      noiseBurst(this.#journal, random, FRANKFURT.machine, this.#clock.nowMs);
    }
    if (this.#minutes >= this.#nextIncident) {
      this.#nextIncident = this.#minutes + random.integer(2 * DAY_MINUTES, 9 * DAY_MINUTES);
      this.#incident();
    } else if (random.chance(3 / DAY_MINUTES)) {
      this.#clock.nowMs += 1000;
      this.#life.redirected();
      this.#clock.nowMs += 1000;
      this.#life.connect(this.#life.otherBroker());
    }
    // An incident may have taken longer than the minute.
    this.#clock.nowMs = Math.max(blockMs, this.#clock.nowMs - (this.#clock.nowMs % MINUTE) + 20_000);
    this.#life.minute();
  }

  #incident(): void {
    const { random } = this;
    const kinds = [
      () => {
        this.#lose(random.integer(20, 400));
      },
      () => {
        for (let time = 0; time < 5; time += 1) this.#lose(random.integer(8, 90));
      },
      () => {
        this.#intercepted(random.integer(4, 30));
      },
      () => {
        this.#reboot();
      },
      () => {
        this.#clock.nowMs += random.integer(5, 14) * MINUTE;
      },
    ] as const;
    random.pick(kinds)();
  }

  /** The control connection breaks and comes back; blocks go on meanwhile. */
  #lose(seconds: number): void {
    this.#clock.nowMs += this.random.integer(1, 9) * 1000;
    this.#life.close('FOHH_CLOSE_REASON_SOCKET_ERR');
    this.#wait(seconds);
    this.#life.connect(this.#life.otherBroker());
    this.#wait(this.random.integer(61, 240));
  }

  #intercepted(minutes: number): void {
    this.#clock.nowMs += 1000;
    this.#life.close('FOHH_CLOSE_REASON_SOCKET_ERR');
    for (let attempt = 0; attempt < minutes * 2; attempt += 1) {
      this.#life.intercepted(this.random.pick(BOOTSTRAP_ADDRESSES), this.random.integer(48, 71), INTERCEPTOR.slashes);
      if (attempt % 2 === 1) this.#life.notYetConnected();
      this.#wait(28);
    }
    this.#life.connect(this.#life.otherBroker());
  }

  /** So many seconds pass, with the status blocks that fall into them. */
  #wait(seconds: number): void {
    const endMs = this.#clock.nowMs + seconds * 1000;
    let blockMs = this.#clock.nowMs - (this.#clock.nowMs % MINUTE) + 20_000;
    if (blockMs <= this.#clock.nowMs) blockMs += MINUTE;
    for (; blockMs <= endMs; blockMs += MINUTE) {
      this.#clock.nowMs = blockMs;
      this.#life.minute();
    }
    this.#clock.nowMs = Math.max(this.#clock.nowMs, endMs);
  }

  #reboot(): void {
    this.#clock.nowMs += 5_000;
    this.#journal.line('systemd', 1, 'Stopping Zscaler Private Access App Connector...');
    this.#journal.line('systemd-shutdown', 1, 'Syncing filesystems and block devices.');
    this.#clock.nowMs += 41_000;
    this.#journal.raw(`-- Boot ${this.random.characters(32, '0123456789abcdef')} --`);
    this.#journal.line('kernel', null, `Linux version ${FRANKFURT.machine.kernel}`);
    this.#clock.nowMs += 9_000;
    this.#pid = this.random.integer(1_200, 4_000);
    this.#startUp();
  }

  #upgrade(): void {
    this.#clock.nowMs += 2_000;
    this.#life.close('FOHH_CLOSE_REASON_OPS');
    this.#pid += this.random.integer(2_000, 30_000);
    this.#clock.nowMs += 4_000;
    this.#startUp();
  }

  /** A new child, as far as its first connection. */
  #startUp(): void {
    this.#life = this.#child();
    this.#life.start();
    this.#clock.nowMs += 1000;
    this.#life.prepare(BOOTSTRAP_ADDRESSES);
    this.#clock.nowMs += 1000;
    this.#life.connect(this.#life.otherBroker(), 63);
  }

  #child(): ConnectorLife {
    const [, form, version] = ERAS[this.#era] ?? [0, 'current', '25.47.1'];
    const cast: Cast = { ...FRANKFURT, identity: { ...FRANKFURT.identity, version } };
    const days = Math.floor((this.#clock.nowMs - START) / 86_400_000);
    return new ConnectorLife(this.#journal, this.#clock, this.random.fork(`child ${String(this.#clock.nowMs)}`), {
      cast,
      form,
      pid: this.#pid,
      parentPid: 1_054,
      bornMs: this.#clock.nowMs,
      certificateDays: CERTIFICATE_DAYS - (days % RENEWED_AFTER_DAYS),
      flowRows: form === 'current' ? 2 : 0,
    });
  }
}

/** Text of whole lines cut to at most `bytes` of them. */
export function wholeLines(text: string, bytes: number): string {
  if (text.length <= bytes) return text;
  const end = text.lastIndexOf('\n', bytes - 1);
  return end < 0 ? fileOf([]) : text.slice(0, end + 1);
}
