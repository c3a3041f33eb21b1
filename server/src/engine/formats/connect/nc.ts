import type { FieldToken, Format, SectionContext } from '../format';
import { OutputReader } from '../shared/output-reader';
import { span, unlabelled } from '../shared/words';
import type { ConnectAttempt, ConnectFacts, ConnectOutcome } from './attempt';
import { outcomeOf, portOf } from './attempt';
import { argumentsOf, commandPattern, operandsOf } from './command';

/** Tries of `nc` or `ncat`. */
export interface NcFacts extends ConnectFacts {
  /** Whether UDP was asked for: an open UDP port gives no answer, so silence proves nothing. */
  readonly udp: boolean;
}

declare module '../../facts/registry' {
  interface FactsByFormat {
    nc: NcFacts;
  }
}

/** Lines that tell an outcome. Named groups: what is known of the target, the text of the outcome. */
const ENDINGS: readonly RegExp[] = [
  // OpenBSD: `Connection to app (10.1.1.1) 443 port [tcp/https] succeeded!`
  /^Connection to (?<host>\S{1,255})(?: \((?<address>[\da-fA-F.:]{3,45})\))? (?<port>\d{1,5}) port \[(?:tcp|udp)\/[^\]]{1,40}\] (?<what>succeeded)!/u,
  // OpenBSD: `nc: connect to app (10.1.1.1) port 443 (tcp) failed: Connection refused`, `… timed out: Operation now in progress`
  /^nc: connectx? to (?<host>\S{1,255})(?: \((?<address>[\da-fA-F.:]{3,45})\))? port (?<port>\d{1,5}) \((?:tcp|udp)\) (?<what>(?:failed|timed out): .{3,120})/u,
  /^nc: getaddrinfo(?: for host "(?<host>[^"]{1,255})" port (?<port>\d{1,5}))?: (?<what>.{3,120})/u,
  // Traditional: `app [10.1.1.1] 443 (https) open`, `… : Connection refused`
  /^(?<host>[\w.()-]{1,255}) \[(?<address>[\da-fA-F.:]{3,45})\] (?<port>\d{1,5}) \([\w?-]{1,40}\)(?: :)? (?<what>open|Connection refused|Connection timed out|No route to host|Network is unreachable)\s{0,4}$/u,
  /^(?<host>[\w.-]{1,255}): (?<what>forward host lookup failed: .{3,120})/u,
  // ncat
  /^Ncat: (?<what>Connected) to (?<address>[\da-fA-F.:]{3,45}):(?<port>\d{1,5})\./u,
  /^Ncat: Connection to (?<address>[\da-fA-F.:]{3,45}) failed: (?<what>.{3,120})/u,
  /^Ncat: Could not resolve hostname "(?<host>[^"]{1,255})": (?<what>.{3,120})/u,
  /^Ncat: (?<what>(?:Connection refused|Connection timed out|Connection reset by peer|TIMEOUT|No route to host|Network is unreachable|Host is unreachable)\b.{0,40})/u,
  /^nc: (?:can't connect to remote host \((?<address>[\da-fA-F.:]{3,45})\): )?(?<what>(?:Connection refused|Connection timed out|No route to host|Network is unreachable|bad address).{0,280})$/u,
];
const CHATTER = /^(?:Ncat: |nc: |DNS fwd\/rev mismatch: |\S{1,255}: inverse host lookup failed)/u;
const VALUED = new Set([...'wipsxXqGIOTVbmMecgd'.split(''), 'proxy', 'wait', 'source', 'source-port']);

export const nc: Format<NcFacts> = {
  id: 'nc',
  language: 'zpa-diagnostics',
  title: 'Test of a TCP port (nc)',
  command: commandPattern('(?:nc|ncat|netcat)(?: |$)'),
  opens: ([head = '']) => (endingOf(head) !== null || head.startsWith('Ncat: Version ') ? 'the lines of nc' : null),
  read: (context) => new NcReader(context),
  fields,
};

interface Ending {
  readonly host: string | null;
  readonly address: string | null;
  readonly port: number | null;
  readonly outcome: ConnectOutcome;
  readonly what: string;
}

function endingOf(line: string): Ending | null {
  // Asked for every line of unknown files: most are told by how they begin.
  if (!/^(?:Connection to |nc: |Ncat: |[\w.()-]{1,255} \[|[\w.-]{1,255}: forward )/u.test(line)) return null;
  for (const ending of ENDINGS) {
    const groups = ending.exec(line)?.groups;
    if (groups === undefined) continue;
    const what = groups.what ?? '';
    const outcome = /^(?:succeeded|open|Connected)$/u.test(what) ? 'connected' : (outcomeOf(what) ?? outcomeOf(line));
    if (outcome === null) return null;
    return {
      host: groups.host ?? null,
      address: groups.address ?? null,
      port: portOf(groups.port),
      outcome,
      what,
    };
  }
  return null;
}

class NcReader extends OutputReader<NcFacts> {
  readonly #attempts: ConnectAttempt[] = [];
  readonly #host: string | null;
  readonly #port: number | null;
  readonly #udp: boolean;

  constructor(context: SectionContext) {
    super(context);
    const words = argumentsOf(context.command ?? '', /(?:^|[\s/])(?:nc|ncat|netcat)(?= |$)/u);
    const [host, port, second] = operandsOf(words, VALUED);
    this.#host = host ?? null;
    this.#port = second === undefined ? portOf(port) : null;
    this.#udp = words.some((word) => /^-[a-zA-Z]{0,6}u/u.test(word) || word === '--udp');
  }

  protected row(content: string, line: number): boolean {
    const ending = endingOf(content);
    if (ending !== null) {
      const { host, address, port, outcome } = ending;
      const named = host === null || host === '(UNKNOWN)' ? this.#host : (this.#host ?? host);
      this.#attempts.push({ host: named, address, port: port ?? this.#port, outcome, line });
      return true;
    }
    if (content.startsWith('^C') && this.#attempts.length === 0 && this.#host !== null) {
      this.#attempts.push({ host: this.#host, address: null, port: this.#port, outcome: 'no-answer', line });
      return true;
    }
    return CHATTER.test(content);
  }

  finish(): NcFacts {
    return { attempts: this.#attempts, udp: this.#udp };
  }
}

function fields(line: string): readonly FieldToken[] {
  const ending = endingOf(line);
  if (ending === null) return [];
  const found: FieldToken[] = [];
  let from = 0;
  const add = (name: string, text: string | null): void => {
    const at = text === null ? -1 : line.indexOf(text, from);
    if (text === null || at < 0) return;
    found.push(unlabelled(name, span(line, at, at + text.length)));
    from = at + text.length;
  };
  add('nc.host', ending.host);
  add('nc.address', ending.address);
  add('nc.port', ending.port === null ? null : String(ending.port));
  add('nc.status', ending.what);
  return found;
}
