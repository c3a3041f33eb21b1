/** The parts of a key: version, API host, token. */

/** A whole key and nothing else. */
const WHOLE = /^([1-9])\|([A-Za-z0-9.-]{3,253})\|([A-Za-z0-9+/=_-]{1,4000})$/u;
/** What stands for a token that somebody blacked out before sharing. */
const BLACKED_OUT =
  /^[[(<{]?(?:redacted|removed|masked|hidden)\b.{0,60}$|^[[(<{]?(?:key|token|secret)[-_ ]?\d{1,6}[\])>}]?$|^[*#•█]{3,4000}$|^x{8,4000}$/iu;
const VERSION = /^[1-9]$/u;
const HOST = /^[A-Za-z0-9.-]{3,253}$/u;
/** A token that ends as version 3 tokens do: with a dash and the number of the tenant. */
const TENANT = /-(\d{10,20})$/u;
/** Base64 characters of a version 3 token before its dash: 288 bytes. */
const V3_BODY = 384;
/** Shortest token of versions 1 and 2 that vendor examples show, rounded down. */
const LEAST_TOKEN = 200;

export interface SplitKey {
  readonly version: number;
  readonly host: string;
  readonly token: string;
}

/** Splits a text that is a key and nothing else; null otherwise. */
export function splitKey(text: string): SplitKey | null {
  const [, version, host, token] = WHOLE.exec(text) ?? [];
  if (version === undefined || host === undefined || token === undefined || !isHostName(host)) return null;
  return { version: Number(version), host, token };
}

/** Version and host of a key whose token is blacked out, or was left out by the command; null for anything else. */
export function splitHiddenKey(text: string, tokenLeftOut: boolean): SplitKey | null {
  const [version = '', host = '', token = '', ...more] = text.split('|');
  const isHidden = tokenLeftOut ? token === '' : BLACKED_OUT.test(token);
  if (!isHidden || more.length > 0 || !VERSION.test(version) || !isHostName(host)) return null;
  return { version: Number(version), host, token: '' };
}

function isHostName(host: string): boolean {
  return HOST.test(host) && host.includes('.') && !host.startsWith('.') && !host.endsWith('.') && !host.includes('..');
}

/** Whether the key ends as a complete version 3 key does; numbers of tenants have up to 18 digits. */
export function isComplete({ version, token }: SplitKey): boolean {
  return version === 3 && token.length > V3_BODY && /-\d{10,18}$/u.test(token);
}

/** What is unusual about the length of a well-formed key's token; null when nothing. */
export function unusualLength({ version, token }: SplitKey): string | null {
  if (version !== 3) {
    return token.length < LEAST_TOKEN ? `${String(token.length)} characters, where keys have more than 200` : null;
  }
  const tenant = TENANT.exec(token);
  const body = tenant === null ? token.length : tenant.index;
  if (body !== V3_BODY) return `${String(body)} characters before the last dash, where a version 3 key has 384`;
  return tenant === null ? 'the number behind the last dash, which a version 3 key has, is missing' : null;
}

/** Which part of `number|host|token` is off; names parts, never shows them. */
export function offPart(text: string): string {
  const parts = text.split('|');
  const [version = '', host = '', token = ''] = parts;
  if (parts.length === 1) return 'there is no | in it, so version and API host are missing';
  if (parts.length === 2) return 'it has two parts instead of three';
  if (parts.length > 3) return 'it has more than three parts';
  if (!VERSION.test(version)) return 'its first part is not a version number';
  if (!isHostName(host)) return 'its second part is not a host name';
  return token === '' ? 'its third part, the token, is empty' : 'its third part holds characters that no token has';
}
