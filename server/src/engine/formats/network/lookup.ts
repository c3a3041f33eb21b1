/** What a name server tool found out about one name. */
export interface Lookup {
  /** As asked: lower case, without the final dot; null where the output does not tell. */
  readonly name: string | null;
  /** Record type that was asked for, e.g. `A`. */
  readonly type: string;
  /** Server named on the command line; null where the resolvers of the host were asked. */
  readonly server: string | null;
  /** Response code as printed (`NOERROR`, `NXDOMAIN`, `SERVFAIL`, …); null where no answer came or none is printed. */
  readonly status: string | null;
  /** Why no server answered; null where one did. */
  readonly failure: LookupFailure | null;
  /** Addresses of the answer, IPv4 and IPv6. */
  readonly addresses: readonly LookupAddress[];
  /** Aliases (CNAME) of the answer. */
  readonly aliases: number;
  /** Whether the whole answer is there: not filtered, not cut, and to one question. */
  readonly complete: boolean;
  /** Milliseconds; null where not printed. */
  readonly queryTimeMs: number | null;
  /** Epoch ms on the host's own clock; null where not printed. */
  readonly timeMs: number | null;
  /** 0-based line that tells the outcome, and the UTF-16 columns of the outcome in it, end exclusive. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

export type LookupFailure = 'timed out' | 'connection refused' | 'network unreachable' | 'not resolved';

export interface LookupAddress {
  readonly address: string;
  /** 0-based. */
  readonly line: number;
}

/** Looks-up of one section. */
export interface LookupFacts {
  readonly lookups: readonly Lookup[];
}

/** A look-up while it is read. */
export type OpenLookup = {
  -readonly [K in keyof Omit<Lookup, 'addresses'>]: Lookup[K];
} & { readonly addresses: LookupAddress[] };

/** A look-up of which only the question is known. */
export function openLookup(name: string | null, type: string, server: string | null, line: number): OpenLookup {
  return {
    name,
    type,
    server,
    status: null,
    failure: null,
    addresses: [],
    aliases: 0,
    complete: false,
    queryTimeMs: null,
    timeMs: null,
    line,
    start: 0,
    end: 0,
  };
}

const IPV4 = /^(?:\d{1,3}\.){3}\d{1,3}$/u;
const IPV6 = /^(?=[\da-f:.]{2,45}$)[\da-f]{0,4}(?::[\da-f.]{0,15}){2,8}$/iu;

/** Whether a word is an IPv4 or IPv6 address. */
export function isAddress(word: string): boolean {
  return IPV4.test(word) || IPV6.test(word);
}

/** `;; connection timed out; no servers could be reached` and the wordings of BIND 9.18 and newer. */
export const NO_SERVERS = /^;; (?:connection timed out; )?no servers could be reached\s{0,80}$/u;
/** One server that did not answer; another may still. */
export const SERVER_FAILED =
  /^;; (?:communications error to (?<peer>\S{1,80}): |(?:Connection to|UDP setup with) (?<server>\S{1,100}) for (?<name>\S{1,255}) failed: )(?<reason>timed out|connection refused|network unreachable|host unreachable|end of file|connection reset)\.?\s{0,80}$/u;

/** The failure that a reason of `SERVER_FAILED` amounts to. */
export function failureOf(reason: string | undefined): LookupFailure {
  if (reason === 'connection refused' || reason === 'connection reset') return 'connection refused';
  return reason === 'network unreachable' || reason === 'host unreachable' ? 'network unreachable' : 'timed out';
}
