import type { FieldToken, Format, SectionContext } from '../format';
import { OutputReader } from '../shared/output-reader';
import { labelled, span, unlabelled } from '../shared/words';
import type { ConnectAttempt, ConnectFacts, ConnectOutcome } from './attempt';
import { outcomeOf, portOf } from './attempt';
import { argumentsOf, commandPattern, operandsOf } from './command';

declare module '../../facts/registry' {
  interface FactsByFormat {
    telnet: ConnectFacts;
  }
}

const TRYING = /^Trying (?<address>[\da-fA-F.:]{3,45}|\S{1,255})\.{3}\s{0,4}$/u;
const CONNECTED = /^Connected to (?<host>\S{1,255}?)\.?\s{0,4}$/u;
const ERROR =
  /^(?:telnet: |\S{1,255}: (?=Unknown host|Name or service not known))(?:connect to address (?<address>[\da-fA-F.:]{3,45}): )?(?<what>.{3,300})$/u;
const WINDOWS =
  /^Connecting To (?<host>\S{1,255}?)\.{3}\s{0,4}Could not open connection to the host, on port (?<port>\d{1,5})/u;
const CHATTER = /^(?:Escape character is |Connection closed|\^\]|telnet> |\^C)/u;
/** `telnet` without a port talks to port 23. */
const TELNET_PORT = 23;

export const telnet: Format<ConnectFacts> = {
  id: 'telnet',
  language: 'zpa-diagnostics',
  title: 'Test of a TCP port (telnet)',
  command: commandPattern('telnet\\b'),
  opens: ([head = '', next = '']) =>
    (head.startsWith('Trying ') && /^Trying [\da-fA-F.:]{3,45}\.{3}\s{0,4}$/u.test(head) && follows(next)) ||
    (head.startsWith('telnet: ') && outcomeOf(head) !== null) ||
    WINDOWS.test(head)
      ? 'the lines of telnet'
      : null,
  read: (context) => new TelnetReader(context),
  fields,
};

/** What may follow the first `Trying`: its outcome, the next address, or nothing. */
function follows(next: string): boolean {
  return next.trim() === '' || /^(?:Connected to |telnet: |Trying |\^C|\[?\w{1,64}@)/u.test(next);
}

class TelnetReader extends OutputReader<ConnectFacts> {
  readonly #attempts: ConnectAttempt[] = [];
  readonly #host: string | null;
  readonly #port: number | null;
  #trying: { readonly address: string; readonly line: number } | null = null;
  #ended = false;

  constructor(context: SectionContext) {
    super(context);
    const [host, port] = operandsOf(
      argumentsOf(context.command ?? '', /\btelnet\b/u),
      new Set(['l', 'e', 'b', 'n', 'X']),
    );
    this.#host = host ?? null;
    this.#port = host === undefined ? null : port === undefined ? TELNET_PORT : portOf(port);
  }

  protected row(content: string, line: number): boolean {
    const trying = TRYING.exec(content)?.groups?.address;
    if (trying !== undefined) {
      // A bare output ends where the next one begins.
      if (this.#ended && this.context.command === null) return false;
      this.#trying = { address: trying, line };
      return true;
    }
    if (CONNECTED.test(content)) return this.#ends('connected', line);
    const windows = WINDOWS.exec(content)?.groups;
    if (windows !== undefined) return this.#ends('unreachable', line, null, windows.host, portOf(windows.port));
    const error = ERROR.exec(content)?.groups;
    const outcome = error === undefined ? null : outcomeOf(error.what ?? '');
    if (error !== undefined && outcome !== null) return this.#ends(outcome, line, error.address);
    if (content.startsWith('^C') && this.#trying !== null) return this.#ends('no-answer', line);
    return CHATTER.test(content);
  }

  finish(): ConnectFacts {
    return { attempts: this.#attempts };
  }

  #ends(
    outcome: ConnectOutcome,
    line: number,
    address: string | null = null,
    host: string | null = this.#host,
    port: number | null = this.#port,
  ): true {
    this.#attempts.push({ host, address: address ?? this.#trying?.address ?? null, port, outcome, line });
    this.#trying = null;
    this.#ended = outcome === 'connected';
    return true;
  }
}

function fields(line: string): readonly FieldToken[] {
  const trying = TRYING.exec(line)?.groups?.address;
  if (trying !== undefined) return [labelled('telnet.address', span(line, 0, 6), span(line, 7, 7 + trying.length))];
  const host = CONNECTED.exec(line)?.groups?.host;
  if (host !== undefined) {
    const status = span(line, 0, 9);
    return [unlabelled('telnet.status', status), unlabelled('telnet.host', span(line, 13, 13 + host.length))];
  }
  const windows = WINDOWS.exec(line)?.groups;
  if (windows?.port !== undefined) {
    const at = line.indexOf('on port ');
    return [labelled('telnet.port', span(line, at + 3, at + 7), span(line, at + 8, at + 8 + windows.port.length))];
  }
  const error = ERROR.exec(line)?.groups;
  if (error?.what === undefined || outcomeOf(error.what) === null) return [];
  const at = line.lastIndexOf(': ') + 2;
  const found: FieldToken[] = [];
  if (error.address !== undefined) {
    const from = line.indexOf(error.address);
    found.push(unlabelled('telnet.address', span(line, from, from + error.address.length)));
  }
  found.push(unlabelled('telnet.status', span(line, at, line.length)));
  return found;
}
