import { outcomeOf } from '../attempt';
import type { ConnectOutcome } from '../attempt';
import type { TlsFailure } from '../tls';

/** `subject=…`, `subject: …`, `subject= /C=…`, and the same for the issuer; some copies carry a bullet before it. */
export const NAME_LINE = /^(?:o |\* )?(?<part>subject|issuer) ?[=:] ?(?=\S)/u;
/** Chain: ` 0 s:CN = …` or ` 0 s:/C=…`, below it `   i:…`. */
export const CHAIN_LINE = /^ {0,3}(?:(?<depth>\d{1,2}) s|(?<issuer>i)):(?=\S)/u;
export const DEPTH_LINE = /^depth=(?<depth>\d{1,2}) /u;
export const VERIFY_ERROR = /^verify error:num=(?<code>\d{1,3}):/u;
export const VERIFY_CODE = /^\s{0,8}Verify return code: (?<code>\d{1,3}) \(/u;
export const CONNECTED = /^CONNECTED\([\dA-Fa-f]{1,16}\)/u;
export const PEM_BEGIN = /^-----BEGIN [A-Z0-9 ]{3,40}-----$/u;
export const PEM_END = /^-----END [A-Z0-9 ]{3,40}-----$/u;

/** Lines that TLS broke, most exact first. */
const FAILURES: readonly (readonly [RegExp, TlsFailure['kind']])[] = [
  [/^no peer certificate available/u, 'no-certificate'],
  [/^(?:unable to load certificate|Could not (?:read|find) (?:any )?certificate)/u, 'no-certificate'],
  [/:(?:PEM routines|STORE routines):/u, 'no-certificate'],
  [
    /(?:alert handshake failure|wrong version number|ssl handshake failure|alert protocol version|unknown protocol|tlsv1 alert|packet length too long|record layer failure)/u,
    'handshake',
  ],
  [
    /(?:unexpected eof while reading|^write:errno=\d|^read:errno=\d|SSL_ERROR_SYSCALL|Connection reset by peer)/u,
    'closed',
  ],
];

/** What a line says of a handshake that failed; null for other lines. */
export function failureOf(line: string): TlsFailure['kind'] | null {
  if (!/^(?:no peer|unable to|Could not|write:|read:|[\dA-Fa-f]{4,16}:error:|error:)/u.test(line)) return null;
  const head = line.slice(0, 400);
  return FAILURES.find(([wording]) => wording.test(head))?.[1] ?? null;
}

const ERRNO: Readonly<Record<string, ConnectOutcome>> = {
  '101': 'unreachable',
  '104': 'reset',
  '110': 'timed-out',
  '111': 'refused',
  '113': 'unreachable',
};

/** How TCP failed, by a line of s_client; null for other lines. */
export function tcpFailureOf(line: string): ConnectOutcome | null {
  if (/^(?:gethostbyname failure|getaddrinfo: )/u.test(line)) return 'not-resolved';
  const errno = /^connect:errno=(?<code>\d{1,3})/u.exec(line)?.groups?.code;
  if (errno !== undefined) return ERRNO[errno] ?? 'unreachable';
  if (line.startsWith('connect: ')) return outcomeOf(line);
  if (!/^[\dA-Fa-f]{4,16}:error:/u.test(line)) return null;
  const head = line.slice(0, 400);
  if (/:BIO_lookup|Name or service not known|name resolution/u.test(head)) return 'not-resolved';
  return /connect(?:ion)?\b/iu.test(head) && !head.includes(':SSL routines:') ? outcomeOf(head) : null;
}

const CHATTER =
  /^(?:---$|Certificate chain$|Server certificate$|No client certificate|Acceptable client certificate|Client Certificate Types:|Requested Signature|Shared Requested|Peer (?:signing|signature)|Server Temp Key|Peer Temp Key|Negotiated TLS|SSL handshake has read|Verification(?: error)?: |New, |Reused, |Server public key is|Secure Renegotiation|This TLS version|Compression: |Expansion: |No ALPN|ALPN protocol|Early data|SSL-Session:|DONE$|Post-Handshake|read R BLOCK|closed$|verify (?:return|error|depth)|Connecting to |notBefore=|notAfter=|serial=|SHA\d{0,3} Fingerprint=|Extended master|QDONE|Protocol: |Verified peername|OCSP response|Warning: |depth=|[\dA-Fa-f]{4,16}:error:)/u;
/** The session block, indented: `    Protocol  : TLSv1.2`, `    0000 - 61 62 …`. */
const SESSION =
  /^ {2,8}(?:Protocol|Cipher|Session-ID(?:-ctx)?|Master-Key|Resumption PSK|PSK identity(?: hint)?|SRP username|Start Time|Timeout|Verify return code|Extended master secret|Max Early Data|TLS session ticket(?: lifetime hint)?|Krb5 Principal|Key-Arg)\s{0,8}:|^ {2,8}[\da-f]{4} - |^ {2,4}[av]:/u;

/** Whether a line is one of s_client's own. */
export function isChatter(line: string): boolean {
  return CHATTER.test(line) || SESSION.test(line);
}
