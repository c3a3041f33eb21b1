import type { SectionContext } from '../format';
import { OutputReader } from '../shared/output-reader';
import type { ConnectAttempt, ConnectFacts, ConnectOutcome } from './attempt';
import { portOf } from './attempt';
import { argumentsOf, operandsOf, splitHostPort } from './command';
import {
  CONNECTED,
  DISTRUST,
  ERROR,
  errorOutcome,
  errorTarget,
  isVerbose,
  NAME,
  STATUS,
  TRYING,
  verboseFailure,
} from './curl-lines';
import { certificateName } from './tls';
import type { CertificateName, TlsFailure, TlsHandshake } from './tls';

/** One request of curl. */
export interface CurlFacts extends ConnectFacts {
  /** At most one; null subject and issuer where curl printed no certificate. */
  readonly handshakes: readonly TlsHandshake[];
  /** HTTP status of the last answer and its line; null without an answer. */
  readonly status: { readonly value: number; readonly line: number } | null;
  /** curl's own error number and its line; null where none is printed. */
  readonly error: { readonly value: number; readonly line: number } | null;
  /** Why the certificate was not trusted, and the first line that says so; null where curl had nothing against it. */
  readonly distrust: { readonly why: string; readonly line: number } | null;
}

declare module '../../facts/registry' {
  interface FactsByFormat {
    curl: CurlFacts;
  }
}

interface Target {
  readonly host: string | null;
  readonly port: number | null;
  /** Host of a proxy named on the command line. */
  readonly proxy: string | null;
}

const VALUED = new Set([
  ...'ACDEFHKPQTUXYbcdehmortuwxyz'.split(''),
  ...['max-time', 'connect-timeout', 'proxy', 'output', 'header', 'write-out', 'resolve', 'data', 'request', 'user'],
  ...[
    'user-agent',
    'cacert',
    'capath',
    'cert',
    'key',
    'interface',
    'retry',
    'connect-to',
    'ciphers',
    'form',
    'noproxy',
  ],
]);
/** Marks of `-v` at the beginning of a line, the progress table, and headers. */
const CHATTER =
  /^(?:[*<>}{](?: |$)|\s{1,3}\d{1,3} {1,6}[\d.kMG]{1,6} |\s{2}% Total|\s{30,40}Dload|curl: |More details here: https:\/\/curl)/u;
const HEADER = /^[A-Za-z][\w-]{1,60}: /u;

/** Reads one request with its verbose lines, headers and error. */
export class CurlReader extends OutputReader<CurlFacts> {
  readonly #attempts: ConnectAttempt[] = [];
  readonly #target: Target;
  #subject: CertificateName | null = null;
  #issuer: CertificateName | null = null;
  #failure: TlsFailure | null = null;
  #status: CurlFacts['status'] = null;
  #error: CurlFacts['error'] = null;
  #distrust: CurlFacts['distrust'] = null;
  #tried: string | null = null;
  #connected = false;
  #isProxyCertificate = false;

  constructor(context: SectionContext) {
    super(context);
    this.#target = targetOf(context.command ?? '');
  }

  protected row(content: string, line: number): boolean {
    // A bare request ends where the next one begins.
    if (this.context.command === null && this.#error !== null && (ERROR.test(content) || isVerbose(content)))
      return false;
    const why = DISTRUST.exec(content)?.groups?.why;
    if (why !== undefined) this.#distrust ??= { why, line };
    const error = ERROR.exec(content)?.groups;
    if (error !== undefined) return this.#errs(Number(error.code), error.what ?? '', line);
    this.#reach(content, line);
    this.#certificate(content, line);
    const status = STATUS.exec(content)?.groups?.status;
    if (status !== undefined) this.#status = { value: Number(status), line };
    return status !== undefined || CHATTER.test(content) || (this.#status !== null && HEADER.test(content));
  }

  finish(): CurlFacts {
    const { host, port } = this.#target;
    const seen = this.#attempts.find((one) => one.outcome === 'connected') ?? this.#attempts[0];
    const serverName = host ?? seen?.host ?? null;
    const isTls = this.#subject !== null || this.#issuer !== null || this.#failure !== null;
    return {
      attempts: this.#attempts,
      handshakes: isTls
        ? [
            {
              serverName,
              host: serverName,
              port: port ?? seen?.port ?? null,
              subject: this.#subject,
              issuer: this.#issuer,
              failure: this.#subject === null && this.#issuer === null ? this.#failure : null,
            },
          ]
        : [],
      status: this.#status,
      error: this.#error,
      distrust: this.#distrust,
    };
  }

  #errs(code: number, what: string, line: number): true {
    this.#error = { value: code, line };
    const outcome = errorOutcome(code, what);
    const target = errorTarget(what);
    const last = this.#attempts.at(-1);
    if (outcome !== null && !this.#connected) {
      // The verbose lines before it tell more than the general words of newer versions.
      const told = last !== undefined && outcome === 'unreachable' ? last.outcome : outcome;
      this.#attempt(told, line, target?.host ?? null, null, portOf(target?.port));
    }
    if (code === 35) this.#failure = { kind: /reset|SYSCALL|EOF|closed/iu.test(what) ? 'closed' : 'handshake', line };
    return true;
  }

  /** Verbose lines about addresses. */
  #reach(content: string, line: number): void {
    const tried = TRYING.exec(content)?.groups?.address;
    if (tried !== undefined) this.#tried = splitHostPort(tried).host;
    const connected = CONNECTED.exec(content)?.groups;
    if (connected !== undefined) {
      this.#connected = true;
      this.#attempt('connected', line, connected.host ?? null, connected.address ?? null, portOf(connected.port));
    }
    const failure = verboseFailure(content);
    if (failure !== null) this.#attempt(failure.outcome, line, null, failure.address);
  }

  /** The first certificate of the server: a proxy shows one of its own, and redirects lead elsewhere. */
  #certificate(content: string, line: number): void {
    if (content.startsWith('* ') && content.endsWith(' certificate:'))
      this.#isProxyCertificate = content.includes('Proxy');
    const name = this.#isProxyCertificate ? null : NAME.exec(content);
    if (name === null) return;
    const found = certificateName(content.slice(name[0].length), line, name[0].length);
    if (name.groups?.part === 'subject') this.#subject ??= found;
    else this.#issuer ??= found;
  }

  #attempt(
    outcome: ConnectOutcome,
    line: number,
    host: string | null,
    address: string | null,
    port: number | null = null,
  ): void {
    const target = this.#target.proxy ?? this.#target.host;
    const isProxy = this.#target.proxy !== null;
    this.#attempts.push({
      host: host ?? target,
      address: address ?? this.#tried,
      port: port ?? (isProxy ? null : this.#target.port),
      outcome,
      line,
    });
  }
}

function targetOf(command: string): Target {
  const words = argumentsOf(command, /\bcurl\b/u);
  const at = words.findIndex((word) => word === '-x' || word === '--proxy');
  const proxy = at < 0 ? null : hostOf(words[at + 1] ?? '').host;
  const url =
    words.find((word) => /^https?:\/\//iu.test(word)) ??
    operandsOf(words, VALUED).find((word) => /^[\w.[\]:-]{3,255}(?:\/\S{0,500})?$/u.test(word));
  if (url === undefined) return { host: null, port: null, proxy };
  const { host, port } = hostOf(url);
  // curl speaks HTTP where no scheme is given.
  const usual = /^https:/iu.test(url) ? 443 : 80;
  return { host, port: port ?? usual, proxy };
}

function hostOf(url: string): { readonly host: string; readonly port: number | null } {
  const bare = url
    .replace(/^[a-z0-9]{2,8}:\/\//iu, '')
    .replace(/^[^@/]{0,200}@/u, '')
    .replace(/[/?#].*$/u, '');
  const { host, port } = splitHostPort(bare);
  return { host, port: portOf(port) };
}
