import type { ConnectOutcome } from './attempt';
import { outcomeOf } from './attempt';

/** `curl: (28) …` */
export const ERROR = /^curl: \((?<code>\d{1,3})\) ?(?<what>.{0,400})/u;
export const NAME = /^\* {1,6}(?<part>subject|issuer): (?=\S)/u;
export const EXPIRES = /^\* {1,6}expire date: (?=\S)/u;
export const SSL_CONNECTION = /^\* {1,4}SSL connection using (?=\S)/u;
export const STATUS = /^(?:< )?HTTP\/(?:1\.[01]|2|3) (?<status>\d{3})\b/u;
/** `* Connected to host (address) port 443 (#0)`; 8.x writes `* Established connection to …` too. */
export const CONNECTED =
  /^\* {1,4}(?:Connected|Established connection) to (?<host>\S{1,255}) \((?<address>[\da-fA-F.:]{3,45})(?: port)?\)?.{0,4}? ?port (?<port>\d{1,5})/u;
export const TRYING = /^\* {1,4}Trying (?<address>[\w.:]{3,60}?|\[[\da-fA-F:]{3,45}\]:\d{1,5})\.{3}/u;
/** Ways in which one address fails, in a line of `-v`. */
const FAILED =
  /^\* {1,4}(?:connect to (?<address>[\w.:]{3,60}) port (?<port>\d{1,5})[^:]{0,80} failed: |Failed to connect to |Failed connect to |Connection timed out after |Could not resolve host: |Couldn't resolve host |Resolving timed out |(?=Connection (?:refused|timed out)|No route to host|Network is unreachable|Immediate connect fail))(?<what>.{0,300})/u;

/** Why curl does not trust a certificate, in its error 60 or a line of `-v`. */
export const DISTRUST =
  /SSL certificate problem: (?<why>self[- ]signed certificate(?: in certificate chain)?|unable to get local issuer certificate)/u;

/** Verbose lines that only curl writes: change logs have asterisks, too. */
const OWN =
  /^\* {1,4}(?:Trying (?:[\d[.]|\S{0,60}:\d|\S{0,60}\.{3})|About to connect\(\)|Connected to \S{1,255} (?:\(|port \d)|Rebuilt URL to: |Host \S{1,255} was resolved|Hostname \S{1,255} was found in DNS cache|Could not resolve host: |Couldn't resolve host |Uses proxy env variable|Added \S{1,255} to DNS cache|IPv[46]: (?:\(none\)|[\da-fA-F]{0,4}[.:])|STATE: |Expire in \d)/u;

/** Whether a line can begin the output of `curl -v`. */
export function isVerbose(line: string): boolean {
  return OWN.test(line);
}

export interface VerboseFailure {
  readonly outcome: ConnectOutcome;
  readonly address: string | null;
}

/** How one address failed; null for other lines. */
export function verboseFailure(line: string): VerboseFailure | null {
  const groups = FAILED.exec(line)?.groups;
  if (groups === undefined) return null;
  const outcome = outcomeOf(line);
  return outcome === null ? null : { outcome, address: groups.address ?? null };
}

/** Numbers that mean a failed connection, by curl's manual; texts tell more where they are exact. */
export function errorOutcome(code: number, what: string): ConnectOutcome | null {
  if (code === 6) return 'not-resolved';
  if (code === 7) return outcomeOf(what) ?? 'unreachable';
  // After the connection is up a time limit says nothing about reachability.
  if (code === 28) return isConnectTimeout(what) ? 'timed-out' : null;
  return null;
}

function isConnectTimeout(what: string): boolean {
  return /^(?:Connection timed out|Connection time-out|connect\(\) timed out|Failed to connect|SSL connection timeout)/u.test(
    what,
  );
}

/** Host and port that an error line names. */
export function errorTarget(what: string): { readonly host: string; readonly port: string | undefined } | null {
  const groups =
    /^Failed (?:to )?connect to (?<host>[^\s:]{1,255})(?: port |:)(?<port>\d{1,5})/u.exec(what)?.groups ??
    /^(?:Could not|Couldn't) resolve host:? '?(?<host>[^\s';]{1,255})/u.exec(what)?.groups ??
    /while connecting to (?<host>[\w.-]{1,255})/u.exec(what)?.groups;
  return groups?.host === undefined ? null : { host: groups.host, port: groups.port };
}
