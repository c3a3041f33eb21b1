import type { FieldToken, Format } from '../format';
import { OutputReader } from '../shared/output-reader';
import { commandOf, plainName, targetOf } from './command';
import type { TokenForm } from './tokens';
import { tokensOf } from './tokens';

/** One run of ping. Lines are 0-based; columns are UTF-16 units, end exclusive. */
export interface PingRun {
  /** Name or address as given, lower case, without the final dot; null where the output does not tell. */
  readonly target: string | null;
  /** Address behind the name; null where none is printed. */
  readonly address: string | null;
  /** Data bytes of a probe without headers; null where not printed. */
  readonly dataBytes: number | null;
  /** First line of the run. */
  readonly line: number;
  /** The summary; null where the output ends before it. */
  readonly summary: PingSummary | null;
  /** The smallest size that was told with "message too long" or "Frag needed"; null where none was. */
  readonly tooLong: {
    readonly mtu: number;
    readonly line: number;
    readonly start: number;
    readonly end: number;
  } | null;
  /** The name has no address: the reason's place. */
  readonly unresolved: { readonly line: number; readonly start: number; readonly end: number } | null;
  /** A router or the host itself said that there is no way (unreachable, not permitted). */
  readonly unreachable: boolean;
}

export interface PingSummary {
  readonly sent: number;
  readonly received: number;
  readonly lossPercent: number;
  readonly errors: number;
  /** Milliseconds; null without answers. */
  readonly averageMs: number | null;
  readonly line: number;
  readonly lossStart: number;
  readonly lossEnd: number;
}

export interface PingFacts {
  readonly runs: readonly PingRun[];
}

declare module '../../facts/registry' {
  interface FactsByFormat {
    ping: PingFacts;
  }
}

const HEAD =
  /^PING ([^\s()]{1,255}) ?\(([^\s()]{1,60})\)(?: from \S{1,80}(?: \S{1,40})?)?:? (\d{1,6})(?:\(\d{1,6}\))? (?:bytes of data\.|data bytes)$/u;
const ANSWER = /^(?:\[\d{1,12}\.\d{1,9}\] )?\d{1,6} bytes from \S{1,255}(?: \(\S{1,60}\))?:? (?:icmp_)?seq=\d{1,9}/u;
const FROM = /^(?:\[\d{1,12}\.\d{1,9}\] )?From \S{1,255}(?: \(\S{1,60}\))?:? icmp_seq=\d{1,9} (\S.{0,100})$/u;
const STATISTICS = /^--- (\S{1,255}) ping statistics ---$/u;
const SUMMARY =
  /^(\d{1,9}) packets transmitted, (\d{1,9})(?: packets)? received,(?: \+\d{1,9} (?:errors|duplicates|corrupted),){0,3} (\d{1,3}(?:\.\d{1,6})?)% packet loss(?:,|$)/u;
const TIMES = /^(?:rtt|round-trip) min\/avg\/max(?:\/(?:mdev|stddev))? = [\d.]{1,12}\/([\d.]{1,12})\/[\d.]{1,12}/u;
const TOO_LONG = /[Mm]essage too long, mtu ?= ?(\d{2,6})|Frag needed and DF set \(mtu = (\d{2,6})\)/u;
const UNRESOLVED =
  /^ping6?: (?:unknown host (\S{1,255})|bad address '([^'\s]{1,255})'|([^:\s]{1,255}): (?:Name or service not known|Temporary failure in name resolution|No address associated with hostname))\s*$/u;
const NO_WAY = /[Uu]nreachable|not permitted|Packet filtered|Time to live exceeded/u;
const ERROR = /^ping6?: \S.{0,200}$/u;
/** Options of ping that take the next word. */
const VALUED = new Set('BcFiIlmMpQsStTwW');
const SILENCE = /^(?:no answer yet for icmp_seq=\d|pipe \d|\^C$)/u;

export const ping: Format<PingFacts> = {
  id: 'ping',
  language: 'zpa-diagnostics',
  title: 'Reachability (ping)',
  certainty: 2,
  command: commandOf('ping6?'),
  opens: ([head = '']) => {
    const line = head.trimEnd();
    if (line.startsWith('PING ')) return HEAD.test(line) ? 'the first line of ping' : null;
    if (line.startsWith('ping')) {
      return UNRESOLVED.test(line) || (ERROR.test(line) && TOO_LONG.test(line)) ? 'an error of ping' : null;
    }
    if (line.startsWith('--- ')) return STATISTICS.test(line) ? 'the statistics of ping' : null;
    return ANSWER.test(line) ? 'an answer as ping prints it' : null;
  },
  read: (context) => new PingReader(context),
  fields: pingFields,
};

const FORMS: readonly TokenForm[] = [
  ['ping.target', /^PING (?<value>\S{1,255} ?\(\S{1,60}\))/du],
  ['ping.target', /bytes from (?<value>[^\s:]{1,255}(?: \(\S{1,60}\))?)/du],
  ['ping.target', /^--- (?<value>\S{1,255}) ping statistics ---/du],
  ['ping.size', /^PING .{1,330} (?<value>\d{1,6})(?:\(\d{1,6}\))? (?:bytes of data|data bytes)/du],
  ['ping.size', /^(?<value>\d{1,6}) bytes from /du],
  ['ping.icmp_seq', /(?<label>(?:icmp_)?seq)=(?<value>\d{1,9})/du],
  ['ping.ttl', /(?<label>ttl)=(?<value>\d{1,3})/du],
  ['ping.time', /(?<label>time)[=<](?<value>[\d.]{1,12}) ms/du],
  ['ping.time', /packet loss, (?<label>time) (?<value>\d{1,9})ms/du],
  ['ping.transmitted', /^(?<value>\d{1,9}) packets (?<label>transmitted)/du],
  ['ping.received', /, (?<value>\d{1,9})(?: packets)? (?<label>received),/du],
  ['ping.errors', /\+(?<value>\d{1,9}) (?<label>errors)/du],
  ['ping.duplicates', /\+(?<value>\d{1,9}) (?<label>duplicates)/du],
  ['ping.loss', /(?<value>\d{1,3}(?:\.\d{1,6})?%) packet (?<label>loss)/du],
  ['ping.mtu', /(?<label>mtu) ?= ?(?<value>\d{2,6})/du],
  ['ping.error', /^From .{1,330} icmp_seq=\d{1,9} (?<value>[A-Z][\w ]{1,60}?)(?: \(mtu|$)/du],
  [
    'ping.error',
    /^ping6?: .{0,260}?(?<value>Name or service not known|Temporary failure in name resolution|Network is unreachable|[Mm]essage too long)/du,
  ],
];
const TIME_NAMES = ['ping.min', 'ping.avg', 'ping.max', 'ping.mdev'];

/** Named values of one line of ping. */
function pingFields(line: string): readonly FieldToken[] {
  const times = /^(?:rtt|round-trip) (?<names>[a-z/]{1,40}) = (?<values>[\d./]{1,60})/du.exec(line)?.indices?.groups;
  if (times === undefined) return tokensOf(line, FORMS);
  const { names, values } = times;
  if (names === undefined || values === undefined) return [];
  const labels = parts(line, names);
  return parts(line, values).flatMap(([valueStart, valueEnd], index) => {
    const name = TIME_NAMES[index];
    const [nameStart, nameEnd] = labels[index] ?? [valueStart, valueEnd];
    return name === undefined ? [] : [{ name, nameStart, nameEnd, valueStart, valueEnd }];
  });
}

/** Offsets of the parts between slashes. */
function parts(line: string, [start, end]: readonly [number, number]): (readonly [number, number])[] {
  let at = start;
  return line
    .slice(start, end)
    .split('/')
    .map((part) => {
      const from = at;
      at += part.length + 1;
      return [from, from + part.length] as const;
    });
}

type OpenRun = { -readonly [K in keyof PingRun]: PingRun[K] };

class PingReader extends OutputReader<PingFacts> {
  readonly #runs: OpenRun[] = [];
  #open: OpenRun | null = null;

  protected row(content: string, line: number): boolean {
    const text = content.trimEnd();
    const head = HEAD.exec(text);
    if (head !== null) {
      const [, target = '', address = '', bytes = ''] = head;
      this.#begin(plainName(target), line, address, Number(bytes));
      return true;
    }
    const statistics = STATISTICS.exec(text);
    if (statistics !== null) {
      const target = plainName(statistics[1] ?? '');
      if (this.#open === null || this.#open.summary !== null) this.#begin(target, line);
      return true;
    }
    return this.#summary(text, line) || this.#answer(text, line) || SILENCE.test(text);
  }

  finish(): PingFacts {
    return { runs: this.#runs };
  }

  #begin(target: string | null, line: number, address: string | null = null, dataBytes: number | null = null): OpenRun {
    // An error before the first line belongs to the same run.
    const before = this.#open;
    if (before !== null && before.summary === null && before.target === null) {
      Object.assign(before, { target, address, dataBytes });
      return before;
    }
    const run: OpenRun = {
      target: target ?? targetOf(this.context.command, 'ping6?', VALUED),
      address,
      dataBytes,
      line,
      summary: null,
      tooLong: null,
      unresolved: null,
      unreachable: false,
    };
    this.#runs.push(run);
    this.#open = run;
    return run;
  }

  #current(line: number): OpenRun {
    return this.#open === null || this.#open.summary !== null ? this.#begin(null, line) : this.#open;
  }

  #summary(text: string, line: number): boolean {
    const summary = SUMMARY.exec(text);
    if (summary !== null) {
      const [whole, sent, received, loss = ''] = summary;
      const lossEnd = whole.replace(/ packet loss,?$/u, '').length;
      const errors = Number(/\+(\d{1,9}) errors/u.exec(whole)?.[1] ?? 0);
      this.#current(line).summary = {
        sent: Number(sent),
        received: Number(received),
        lossPercent: Number(loss),
        errors,
        averageMs: null,
        line,
        lossStart: lossEnd - loss.length - 1,
        lossEnd,
      };
      return true;
    }
    const times = TIMES.exec(text);
    if (times === null) return false;
    const open = this.#open;
    if (open !== null && open.summary !== null) open.summary = { ...open.summary, averageMs: Number(times[1]) };
    return true;
  }

  #answer(text: string, line: number): boolean {
    if (ANSWER.test(text)) {
      this.#current(line);
      return true;
    }
    const unresolved = UNRESOLVED.exec(text);
    if (unresolved !== null) {
      const name = unresolved[1] ?? unresolved[2] ?? unresolved[3] ?? '';
      this.#open = null;
      this.#begin(plainName(name), line).unresolved = { line, start: 0, end: text.length };
      this.#open = null;
      return true;
    }
    if (!FROM.test(text) && !ERROR.test(text)) return false;
    const run = this.#current(line);
    if (NO_WAY.test(text)) run.unreachable = true;
    this.#tooLong(run, text, line);
    return true;
  }

  #tooLong(run: OpenRun, text: string, line: number): void {
    const found = TOO_LONG.exec(text);
    const value = found?.[1] ?? found?.[2];
    if (found === null || value === undefined) return;
    const mtu = Number(value);
    if (run.tooLong !== null && run.tooLong.mtu <= mtu) return;
    const start = text.indexOf(value, found.index);
    run.tooLong = { mtu, line, start, end: start + value.length };
  }
}
