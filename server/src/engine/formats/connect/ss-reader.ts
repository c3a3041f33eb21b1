import type { SectionContext } from '../format';
import { OutputReader } from '../shared/output-reader';
import type { CountAt, SsFacts } from './ss-facts';
import {
  COUNTER,
  HEAD,
  NETSTAT_ROW,
  netstatTitle,
  SOCKET,
  STATISTICS,
  SUMMARY_TCP,
  TOTAL,
  TRANSPORT,
  TRANSPORT_HEAD,
} from './ss-lines';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Reads the summary and tables of ss, those of netstat, and counts of their lines. */
export class SsReader extends OutputReader<SsFacts> {
  #summary: SsFacts['summary'] = null;
  #udp: CountAt | null = null;
  #counted: SsFacts['counted'] = null;
  #table: Writable<NonNullable<SsFacts['table']>> | null = null;
  readonly #resets: Writable<SsFacts['resets']> = { failedAttempts: null, received: null, sent: null };
  readonly #command: string;
  #inStatistics = false;

  constructor(context: SectionContext) {
    super(context);
    this.#command = context.command ?? '';
  }

  protected row(content: string, line: number): boolean {
    return (
      this.#summed(content, line) ||
      this.#listed(content, line) ||
      this.#countedBy(content, line) ||
      this.#reset(content, line)
    );
  }

  finish(): SsFacts {
    return {
      summary: this.#summary,
      udp: this.#udp,
      counted: this.#counted,
      table: this.#table,
      resets: this.#resets,
    };
  }

  #summed(content: string, line: number): boolean {
    if (SUMMARY_TCP.test(content)) {
      const value = (name: string): number =>
        Number(new RegExp(`\\b${name} (?<value>\\d{1,9})`, 'u').exec(content)?.groups?.value ?? 0);
      const tcp = Number(SUMMARY_TCP.exec(content)?.groups?.tcp);
      const closed = value('closed');
      const inUse = Math.max(tcp - closed, 0);
      this.#summary = { line, established: value('estab'), closed, timeWait: value('timewait'), inUse };
      return true;
    }
    const transport = TRANSPORT.exec(content)?.groups;
    if (transport?.kind === 'UDP') this.#udp = { value: Number(transport.total), line };
    return transport !== undefined || TRANSPORT_HEAD.test(content) || TOTAL.test(content);
  }

  #listed(content: string, line: number): boolean {
    const netstat = NETSTAT_ROW.exec(content)?.groups;
    const groups = netstat ?? SOCKET.exec(content)?.groups;
    if (groups === undefined)
      return HEAD.test(content) || netstatTitle(content) || content.startsWith('Active UNIX domain');
    const state = groups.state ?? stateAsked(this.#command);
    const isUdp = groups.netid?.startsWith('udp') ?? (state === 'UNCONN' || this.#asks('u'));
    const isTcp = groups.netid === undefined ? !isUdp : groups.netid.startsWith('tcp');
    this.#table ??= { line, tcp: 0, udp: 0, timeWait: 0 };
    if (isUdp) this.#table.udp += 1;
    else if (isTcp && /^TIME[-_]WAIT$/u.test(state)) this.#table.timeWait += 1;
    else if (isTcp && state !== 'LISTEN') this.#table.tcp += 1;
    return true;
  }

  #countedBy(content: string, line: number): boolean {
    if (!/\|\s{0,4}wc -l/u.test(this.#command) || !/^\s{0,8}\d{1,9}\s{0,4}$/u.test(content)) return false;
    const state = stateAsked(this.#command);
    const isTimeWait = state === 'TIME-WAIT' || /grep (?:-\w{1,4} )?["']?TIME[-_]WAIT/iu.test(this.#command);
    const kind = isTimeWait ? 'time-wait' : this.#asks('u') && !this.#asks('t') ? 'udp' : 'tcp';
    // Listening TCP sockets use no source port.
    const isListening = kind === 'tcp' && this.#asks('l');
    if (!isListening) this.#counted = { value: Number(content), line, kind };
    return true;
  }

  #reset(content: string, line: number): boolean {
    if (STATISTICS.test(content)) {
      this.#inStatistics = true;
      return true;
    }
    if (!this.#inStatistics) return false;
    const groups = COUNTER.exec(content)?.groups;
    if (groups === undefined) return /^ {2,8}\S/u.test(content);
    const count = { value: Number(groups.value), line };
    if (groups.what === 'failed connection attempts') this.#resets.failedAttempts = count;
    else if (groups.what === 'resets sent') this.#resets.sent = count;
    else this.#resets.received = count;
    return true;
  }

  /** Whether a cluster of one-letter options holds the letter. */
  #asks(letter: string): boolean {
    return new RegExp(`(?:ss|netstat) (?:-\\w{1,12} )?-[a-z]{0,8}${letter}`, 'u').test(this.#command);
  }
}

/** The one state a command asks for, in ss's own spelling; empty where it asks for none. */
function stateAsked(command: string): string {
  const state = /\bstate (?<state>[a-z-]{4,20})/u.exec(command)?.groups?.state ?? '';
  return state === 'time-wait' ? 'TIME-WAIT' : state === 'listening' ? 'LISTEN' : state.toUpperCase();
}
