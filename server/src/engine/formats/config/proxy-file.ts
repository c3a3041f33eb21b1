import { isRedactionMark } from '../../text/redacted';
import type { FieldToken, Format, SectionContext } from '../format';
import { unlabelled } from '../shared/words';
import type { ConfigFacts } from './config-reader';
import { ConfigReader, showsFile } from './config-reader';

/** What keeps a line from being `host:port`. */
export type ProxyFault =
  | 'scheme'
  | 'credentials'
  | 'no-port'
  | 'port-range'
  | 'quotes'
  | 'placeholder'
  | 'path'
  | 'several-lines'
  | 'form';

/** The connector's own proxy setting, /opt/zscaler/var/proxy. */
export interface ProxyFileFacts extends ConfigFacts {
  /** Exactly one content line of the form `host:port`. */
  readonly valid: boolean;
  /** Host of a valid line; null otherwise. */
  readonly host: string | null;
  readonly port: number | null;
  /** Null for a valid, empty or absent file. */
  readonly fault: ProxyFault | null;
  /** Columns of the first content line, UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

declare module '../../facts/registry' {
  interface FactsByFormat {
    'proxy-file': ProxyFileFacts;
  }
}

/** Also with its folders in the name, as collectors write it. */
const FILE_NAME = /^(?:(?:opt[._-])?zscaler[._-]var[._-])?proxy$/u;
const HOST_PORT = /^([A-Za-z0-9_][\w.-]{0,252}|\[[0-9A-Fa-f:.]{2,45}\]):(\d{1,5})$/u;
/** A connector's proxy file is one line; what is longer is another file of this name. */
const MAX_LINES = 3;
const MAX_LENGTH = 300;

export const proxyFile: Format<ProxyFileFacts> = {
  id: 'proxy-file',
  language: 'zpa-diagnostics',
  title: 'Proxy setting of the connector (/opt/zscaler/var/proxy)',
  certainty: 1,
  command: showsFile('(?:zscaler/var/)?proxy'),
  fileName: FILE_NAME,
  // host:port alone could be anything: only the name or the command tells.
  opens: () => null,
  read: (context) => new ProxyReader(context),
  fields,
};

/** Host and port of a line as the connector takes it, and their columns; null for any other line. */
export function readProxyLine(
  line: string,
): { readonly host: string; readonly port: number; readonly start: number; readonly end: number } | null {
  const text = line.trim();
  const match = text.length > MAX_LENGTH ? null : HOST_PORT.exec(text);
  if (match === null) return null;
  const [, host = '', port = ''] = match;
  const start = line.length - line.trimStart().length;
  return Number(port) >= 1 && Number(port) <= 65_535
    ? { host, port: Number(port), start, end: start + text.length }
    : null;
}

function fields(line: string): readonly FieldToken[] {
  const proxy = readProxyLine(line);
  if (proxy === null) return [];
  const { host, start, end } = proxy;
  const colon = start + host.length;
  return [
    unlabelled('proxy.host', { text: host, start, end: colon }),
    unlabelled('proxy.port', { text: String(proxy.port), start: colon + 1, end }),
  ];
}

class ProxyReader extends ConfigReader<ProxyFileFacts> {
  #first: { readonly start: number; readonly end: number } | null = null;
  #proxy: ReturnType<typeof readProxyLine> = null;
  #fault: ProxyFault | null = null;
  #lines = 0;

  constructor(context: SectionContext) {
    super(context, FILE_NAME);
  }

  protected directive(content: string): boolean {
    if (/^no proxy\b/iu.test(content)) {
      this.setAbsent();
      return true;
    }
    const proxy = readProxyLine(content);
    const isHidden = isRedactionMark(content.trim().replace(/:(?:\d{1,5}|x{1,5}|\*{1,5})$/iu, ''));
    const fault = proxy === null && !isHidden ? faultOf(content.trim()) : null;
    // What follows a command may belong to somebody else: only what is near to a proxy counts.
    if (this.context.command !== null && fault !== null && !isNear(content.trim(), fault)) return false;
    this.#lines += 1;
    this.#first ??= { start: content.length - content.trimStart().length, end: content.trimEnd().length };
    this.#proxy ??= proxy;
    this.#fault ??= this.#lines > 1 ? 'several-lines' : fault;
    return true;
  }

  finish(): ProxyFileFacts {
    const common = this.common;
    // Many lines: another file that happens to be called proxy.
    const outcome = common.outcome === 'read' && this.#lines > MAX_LINES ? 'other' : common.outcome;
    const valid = outcome === 'read' && this.#lines === 1 && this.#proxy !== null;
    return {
      ...common,
      contentLines: this.#lines,
      outcome,
      valid,
      host: valid ? (this.#proxy?.host ?? null) : null,
      port: valid ? (this.#proxy?.port ?? null) : null,
      fault: outcome === 'read' ? this.#fault : null,
      start: this.#first?.start ?? 0,
      end: this.#first?.end ?? 0,
    };
  }
}

function isNear(text: string, fault: ProxyFault): boolean {
  return !/\s/u.test(text) && fault !== 'form' && (fault !== 'no-port' || text.includes('.'));
}

function faultOf(text: string): ProxyFault {
  if (/["'`\u2018-\u201f]/u.test(text)) return 'quotes';
  if (/[<>{}]/u.test(text)) return 'placeholder';
  if (/^[A-Za-z][A-Za-z0-9+.-]{0,20}:\/\//u.test(text)) return text.includes('@') ? 'credentials' : 'scheme';
  if (text.includes('@')) return 'credentials';
  if (/^[\w.-]{1,253}$/u.test(text)) return 'no-port';
  if (/^[\w.[\]-]{1,253}:\d{1,10}$/u.test(text)) return 'port-range';
  if (/^[\w.[\]-]{1,253}:\d{1,5}\//u.test(text)) return 'path';
  return 'form';
}
