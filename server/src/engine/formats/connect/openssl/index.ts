import type { FieldToken, Format } from '../../format';
import { labelled, span } from '../../shared/words';
import { commandPattern } from '../command';
import type { OpensslFacts } from './facts';
import {
  CHAIN_LINE,
  CONNECTED,
  DEPTH_LINE,
  failureOf,
  NAME_LINE,
  tcpFailureOf,
  VERIFY_CODE,
  VERIFY_ERROR,
} from './lines';
import { OpensslReader } from './reader';

export const opensslSClient: Format<OpensslFacts> = {
  id: 'openssl-s-client',
  language: 'zpa-diagnostics',
  title: 'TLS handshake (openssl s_client)',
  certainty: 1,
  command: commandPattern('openssl s_client\\b'),
  opens: (lines) => (isOpening(lines) ? 'the lines of openssl s_client' : null),
  read: (context) => new OpensslReader(context),
  fields,
};

/** The first line, and where that is not enough, one of the next. */
function isOpening([head = '', ...next]: readonly string[]): boolean {
  if (CONNECTED.test(head)) return true;
  if (/^depth=\d{1,2} \S/u.test(head)) return next.some((line) => /^verify (?:error|return):/u.test(line));
  if (/^Connecting to [\da-fA-F.:]{3,45}$/u.test(head)) {
    return next.some((line) => CONNECTED.test(line) || line.startsWith('depth=') || tcpFailureOf(line) !== null);
  }
  if (/^(?:subject|issuer) ?= ?\/?\w{1,20} ?= ?\S/u.test(head)) return true;
  if (/^connect:errno=\d{1,3}\b/u.test(head)) return true;
  return /^[\dA-Fa-f]{4,16}:error:/u.test(head) && (tcpFailureOf(head) !== null || failureOf(head) !== null);
}

function fields(line: string): readonly FieldToken[] {
  const token = (name: string, from: number, to: number, valueFrom: number, valueTo = line.length): FieldToken =>
    labelled(`openssl.${name}`, span(line, from, to), span(line, valueFrom, valueTo));
  const name = NAME_LINE.exec(line);
  if (name?.groups?.part !== undefined) {
    const { part } = name.groups;
    const at = line.indexOf(part);
    return [token(part, at, at + part.length, name[0].length)];
  }
  const chain = CHAIN_LINE.exec(line);
  if (chain?.groups !== undefined) {
    const value = chain[0].length;
    if (chain.groups.depth === undefined) return [token('issuer', value - 2, value - 1, value)];
    const at = line.indexOf(chain.groups.depth);
    return [
      token('depth', at, at + chain.groups.depth.length, at, at + chain.groups.depth.length),
      token('subject', value - 2, value - 1, value),
    ];
  }
  const depth = DEPTH_LINE.exec(line)?.groups?.depth;
  if (depth !== undefined) {
    const found = [token('depth', 0, 5, 6, 6 + depth.length)];
    return line.length > 7 + depth.length
      ? [...found, token('subject', 7 + depth.length, line.length, 7 + depth.length)]
      : found;
  }
  if (VERIFY_ERROR.test(line)) return [token('verify error', 0, 12, 13)];
  if (VERIFY_CODE.test(line)) {
    const at = line.indexOf('Verify');
    return [token('Verify return code', at, at + 18, at + 20)];
  }
  if (CONNECTED.test(line)) return [token('CONNECTED', 0, 9, 0, line.indexOf(')') + 1)];
  const errno = /^(?:connect|write|read):errno=(?<code>\d{1,3})/u.exec(line)?.groups?.code;
  if (errno !== undefined) {
    const at = line.indexOf('errno=');
    return [token('errno', at, at + 5, at + 6, at + 6 + errno.length)];
  }
  return agreed(line, token);
}

/** Version and cipher: `New, TLSv1.3, Cipher is X`, `    Protocol  : TLSv1.2`, `    Cipher    : X`. */
function agreed(
  line: string,
  token: (name: string, from: number, to: number, valueFrom: number, valueTo?: number) => FieldToken,
): readonly FieldToken[] {
  const summary = /^(?:New|Reused), (?<version>[\w.() -]{1,20}), Cipher is /u.exec(line);
  if (summary?.groups?.version !== undefined) {
    const { version } = summary.groups;
    const at = line.indexOf(version);
    const cipher = summary[0].length;
    return [
      token('Protocol', at, at + version.length, at, at + version.length),
      token('Cipher', cipher - 10, cipher - 4, cipher),
    ];
  }
  const session = /^\s{2,8}(?<label>Protocol|Cipher)\s{0,8}: (?=\S)/u.exec(line);
  if (session?.groups?.label === undefined) return [];
  const at = line.indexOf(session.groups.label);
  return [token(session.groups.label, at, at + session.groups.label.length, session[0].length)];
}
