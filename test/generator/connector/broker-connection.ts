import type { Broker } from '../cast';
import type { Random } from '../random';

/** Worker threads of a child; a connection is served by one of them. */
const THREADS = 6;
/** Window that each side grants the other, bytes, as published rows show. */
export const WINDOW = 33_554_432;

/** So long messages wait for a connection before they are dropped. */
const PATIENCE_MS = 35_000;

/** One connection to a Service Edge: who with whom, since when, and its flow-control counters. */
export class BrokerConnection {
  #broker: Broker;
  #port: number;
  #thread: number;
  #openSinceMs: number | null = null;
  #closedSinceMs: number;
  #dialledMs: number;
  tx = 0;
  rx = 0;
  txDrop = 0;
  /** Offset of the last window update from the row that shows it, ms. */
  #updatedAgoMs = 0;

  /** `bornMs`: when the process began to try. */
  constructor(
    private readonly random: Random,
    readonly localIp: string,
    broker: Broker,
    bornMs: number,
  ) {
    this.#broker = broker;
    this.#port = random.integer(33_000, 60_000);
    this.#thread = random.integer(0, THREADS - 1);
    this.#closedSinceMs = bornMs;
    this.#dialledMs = bornMs;
  }

  get isOpen(): boolean {
    return this.#openSinceMs !== null;
  }

  get broker(): Broker {
    return this.#broker;
  }

  get state(): string {
    return this.isOpen ? 'fohh_connection_connected' : 'fohh_connection_backoff';
  }

  /** Tries again from a new local port; there is no connection yet. */
  dial(broker: Broker, nowMs: number): void {
    this.#dialledMs = nowMs;
    this.#broker = broker;
    this.#port = this.random.integer(33_000, 60_000);
    this.#thread = this.random.integer(0, THREADS - 1);
    this.txDrop = 0;
  }

  /** What was dialled is a connection now. `sinceMs` may lie before the log. */
  open(sinceMs: number): void {
    this.#openSinceMs = sinceMs;
    this.tx = 0;
    this.rx = 0;
  }

  close(nowMs: number): void {
    this.#openSinceMs = null;
    this.#closedSinceMs = nowMs;
    this.#dialledMs = nowMs;
    this.tx = 0;
    this.rx = 0;
  }

  /** `[local]:port;broker:[remote]:443`, as rows of flow control and old blocks show it. */
  get endpoints(): string {
    return `[${this.localIp}]:${String(this.#port)};${this.#broker.name}:[${this.#broker.ip}]:443`;
  }

  /** The endpoints with the worker thread behind them, as newer messages show it. */
  get tuple(): string {
    return `${this.endpoints};${String(this.#thread)}`;
  }

  /** Seconds since the connection was made; null while there is none. */
  uptimeSeconds(nowMs: number): number | null {
    return this.#openSinceMs === null ? null : Math.floor((nowMs - this.#openSinceMs) / 1000);
  }

  downSeconds(nowMs: number): number {
    return this.isOpen ? 0 : Math.max(0, Math.floor((nowMs - this.#closedSinceMs) / 1000));
  }

  /** Round trips measured by TCP and by the application, microseconds; zero while there is no connection. */
  roundTrips(): { readonly tcp: number; readonly app: number } {
    if (!this.isOpen) return { tcp: 0, app: 0 };
    const tcp = Math.round(this.#broker.rttUs * (0.94 + this.random.next() * 0.22));
    const app = Math.round(tcp * (0.35 + this.random.next() ** 2 * 2.2));
    return { tcp, app };
  }

  /** Messages that found no connection, unless it has only just been lost or dialled. */
  drop(messages: number, nowMs: number): void {
    if (!this.isOpen && nowMs - this.#dialledMs >= PATIENCE_MS) this.txDrop += messages;
  }

  carry(tx: number, rx: number): void {
    if (!this.isOpen) return;
    this.tx += tx;
    this.rx += rx;
    this.#updatedAgoMs = this.random.integer(200, 26_000);
  }

  /** When the last window updates came, each way, epoch microseconds; never before the connection. */
  windowUpdates(nowMs: number): { readonly granted: number; readonly received: number } {
    if (this.#openSinceMs === null) return { granted: (nowMs - 900) * 1000 + 248_143, received: 0 };
    const granted = Math.max(this.#openSinceMs, nowMs - this.#updatedAgoMs);
    const received = Math.max(this.#openSinceMs, granted - 11_402);
    return { granted: granted * 1000 + 248_724, received: received * 1000 + 252_092 };
  }
}
