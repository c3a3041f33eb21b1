/** How one try to open a connection ended. `no-answer`: given up by hand while nothing had come back. */
export type ConnectOutcome =
  | 'connected'
  | 'refused'
  | 'timed-out'
  | 'no-answer'
  | 'unreachable'
  | 'reset'
  | 'not-resolved';

/** One try to open a TCP connection, as telnet, nc, curl or openssl report it. */
export interface ConnectAttempt {
  /** Name or address that was asked for; null where only an address is printed and no command is known. */
  readonly host: string | null;
  /** Address that was tried; null where the output names none. */
  readonly address: string | null;
  readonly port: number | null;
  readonly outcome: ConnectOutcome;
  /** 0-based line that tells the outcome. */
  readonly line: number;
}

/** Tries of one command, in order. */
export interface ConnectFacts {
  readonly attempts: readonly ConnectAttempt[];
}

/** System messages (glibc, musl, macOS, ncat, curl) and what they mean. The first that fits counts. */
const WORDINGS: readonly (readonly [RegExp, ConnectOutcome])[] = [
  [
    /could ?n[o']t resolve|name or service not known|name resolution|unknown host|nodename nor servname|no address associated|bad address|lookup failed|getaddrinfo/iu,
    'not-resolved',
  ],
  [/connection refused|actively refused/iu, 'refused'],
  [/no route to host|(?:network|host) is unreachable|(?:network|host) unreachable/iu, 'unreachable'],
  [/reset by peer|connection reset/iu, 'reset'],
  [/timed out|timeout/iu, 'timed-out'],
];

/** What an error text says of a connection; null where it says nothing of it. */
export function outcomeOf(text: string): ConnectOutcome | null {
  const head = text.slice(0, 400);
  return WORDINGS.find(([wording]) => wording.test(head))?.[1] ?? null;
}

/** Port of a number or of a service's name; null where it is neither. */
export function portOf(word: string | undefined): number | null {
  if (word === undefined) return null;
  const port = SERVICES[word.toLowerCase()] ?? (/^\d{1,5}$/u.test(word) ? Number(word) : Number.NaN);
  return port >= 1 && port <= 65_535 ? port : null;
}

const SERVICES: Readonly<Record<string, number>> = { https: 443, http: 80, ssh: 22, smtp: 25, domain: 53, ldaps: 636 };
