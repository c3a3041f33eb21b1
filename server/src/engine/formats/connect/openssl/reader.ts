import type { SectionContext } from '../../format';
import { OutputReader } from '../../shared/output-reader';
import type { ConnectAttempt, ConnectOutcome } from '../attempt';
import { portOf } from '../attempt';
import { argumentsOf, splitHostPort } from '../command';
import { certificateName } from '../tls';
import type { CertificateName, TlsFailure, TlsHandshake } from '../tls';
import type { OpensslFacts } from './facts';
import {
  CHAIN_LINE,
  CONNECTED,
  failureOf,
  isChatter,
  NAME_LINE,
  PEM_BEGIN,
  PEM_END,
  tcpFailureOf,
  VERIFY_CODE,
} from './lines';

/** Handshakes kept of one section: a loop may have run for days. */
const MAX_HANDSHAKES = 1_000;

interface Target {
  readonly host: string | null;
  readonly serverName: string | null;
  readonly port: number | null;
}

interface OpenHandshake {
  connected: number | null;
  subject: CertificateName | null;
  issuer: CertificateName | null;
  chainSubject: CertificateName | null;
  chainIssuer: CertificateName | null;
  failure: TlsFailure | null;
}

/** Reads s_client; a later handshake begins where a line comes a second time. */
export class OpensslReader extends OutputReader<OpensslFacts> {
  readonly #attempts: ConnectAttempt[] = [];
  readonly #handshakes: TlsHandshake[] = [];
  readonly #target: Target;
  #open: OpenHandshake = empty();
  #verifyCode: number | null = null;
  #inPem = false;
  #lines = 0;
  #lastLine = 0;

  constructor(context: SectionContext) {
    super(context);
    this.#target = targetOf(context.command ?? '');
  }

  protected row(content: string, line: number): boolean {
    const taken = this.#read(content, line);
    if (taken) {
      this.#lines += 1;
      this.#lastLine = line;
    }
    return taken;
  }

  finish(): OpensslFacts {
    if (this.#lines === 0 && expectsNames(this.context.command)) {
      this.#open.failure = { kind: 'silent', line: this.#lastLine };
    }
    this.#close();
    return { attempts: this.#attempts, handshakes: this.#handshakes, verifyCode: this.#verifyCode };
  }

  #read(content: string, line: number): boolean {
    if (this.#inPem) {
      this.#inPem = !PEM_END.test(content) && /^[\w+/=]{1,80}$/u.test(content);
      if (this.#inPem || PEM_END.test(content)) return true;
    }
    if (PEM_BEGIN.test(content)) {
      this.#inPem = true;
      return true;
    }
    if (CONNECTED.test(content)) return this.#connected(line);
    if (this.#name(content, line)) return true;
    const failure = failureOf(content);
    const tcp = failure === null || content.includes(':error:') ? tcpFailureOf(content) : null;
    if (tcp !== null) return this.#tcp(tcp, line);
    if (failure !== null) {
      this.#open.failure ??= { kind: failure, line };
      return true;
    }
    const code = VERIFY_CODE.exec(content)?.groups?.code;
    if (code !== undefined) this.#verifyCode = Number(code);
    return isChatter(content) || tcpContinues(content);
  }

  #connected(line: number): true {
    if (this.#open.connected !== null) this.#close();
    this.#open.connected = line;
    this.#attempt('connected', line);
    return true;
  }

  #tcp(outcome: ConnectOutcome, line: number): true {
    const last = this.#attempts.at(-1);
    // OpenSSL says it twice: in its error queue and as errno.
    if (last === undefined || last.outcome === 'connected' || line - last.line > 2) this.#attempt(outcome, line);
    return true;
  }

  #attempt(outcome: ConnectOutcome, line: number): void {
    const { host, port } = this.#target;
    if (this.#attempts.length < MAX_HANDSHAKES) this.#attempts.push({ host, address: null, port, outcome, line });
  }

  #name(content: string, line: number): boolean {
    const chain = CHAIN_LINE.exec(content);
    if (chain?.groups !== undefined) {
      const name = certificateName(content.slice(chain[0].length), line, chain[0].length);
      if (chain.groups.depth === '0') this.#open.chainSubject ??= name;
      else if (chain.groups.issuer !== undefined && this.#open.chainSubject !== null) this.#open.chainIssuer ??= name;
      return true;
    }
    const match = NAME_LINE.exec(content);
    if (match === null) return false;
    const part = match.groups?.part === 'issuer' ? 'issuer' : 'subject';
    if (this.#open[part] !== null) this.#close();
    this.#open[part] = certificateName(content.slice(match[0].length), line, match[0].length);
    return true;
  }

  #close(): void {
    const { connected, subject, issuer, chainSubject, chainIssuer, failure } = this.#open;
    const shown = subject ?? chainSubject;
    const signed = issuer ?? chainIssuer;
    const name = shown ?? signed;
    // A certificate was shown although a filter took the line that says so.
    if (connected === null && name !== null) this.#attempt('connected', name.line);
    this.#open = empty();
    if (name === null && (failure === null || this.#tcpFailed())) return;
    if (this.#handshakes.length >= MAX_HANDSHAKES) return;
    this.#handshakes.push({
      ...this.#target,
      subject: shown,
      issuer: signed,
      failure: name === null ? failure : null,
    });
  }

  /** Without TCP there is no certificate either: what is reported then is the connection. */
  #tcpFailed(): boolean {
    const last = this.#attempts.at(-1);
    return last !== undefined && last.outcome !== 'connected';
  }
}

function empty(): OpenHandshake {
  return { connected: null, subject: null, issuer: null, chainSubject: null, chainIssuer: null, failure: null };
}

/** What `-connect` and `-servername` ask for; both forms of a long option. */
function targetOf(command: string): Target {
  const words = argumentsOf(command, /\bs_client\b/u);
  const valueOf = (...names: readonly string[]): string | undefined => {
    const at = words.findIndex((word) => names.includes(word.replace(/^--?/u, '-')));
    return at < 0 ? undefined : words[at + 1];
  };
  const connect =
    valueOf('-connect') ??
    (valueOf('-host') === undefined ? words.find((word) => /^[\w.-]+:\d{1,5}$/u.test(word)) : undefined);
  const { host, port } = splitHostPort(connect ?? valueOf('-host') ?? '');
  const serverName = valueOf('-servername') ?? null;
  return {
    host: host === '' ? null : host,
    serverName: serverName ?? (host === '' ? null : host),
    port: portOf(port ?? valueOf('-port')),
  };
}

/** Whether the command filters the output so that a certificate must leave a line. */
function expectsNames(command: string | null): boolean {
  return (
    command !== null &&
    /\|\s{0,4}grep (?:-\w{1,4} )?["']?(?:subject|issuer)|x509 .{0,80}-(?:subject|issuer)\b/u.test(command)
  );
}

/** The last line of a backslash-wrapped command. */
function tcpContinues(content: string): boolean {
  return /^\s{0,8}\| ?openssl x509\b/u.test(content);
}
