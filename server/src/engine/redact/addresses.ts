/** Addresses in a text: where they stand, and which of them say nothing about anybody. */

export type AddressKind = 'ipv4' | 'reversed' | 'ipv6' | 'mac' | 'hex-ipv4';

export interface AddressAt {
  readonly kind: AddressKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const IPV4 = /(?<![\d.]|\bv)(?:\d{1,3}\.){3}\d{1,3}(?!\d|\.\d)/gu;
const IPV6 = /(?<![\w:.])(?:[\da-f]{0,4}:){2,7}(?:(?:\d{1,3}\.){3}\d{1,3}|[\da-f]{1,4})?(?![\w:])/giu;
const MAC = /(?<![\w:-])[\da-f]{2}([:-])[\da-f]{2}(?:\1[\da-f]{2}){4}(?![\w:-])/giu;
/** chrony prints the address of its source in hexadecimal. */
const REFERENCE_ID = /^\s{0,20}Reference ID\s{0,20}: (?<hex>[\dA-F]{8})(?= \()/du;
const VERSION_BEFORE = /(?:\bver(?:sion)?|release)["']?\s?[=:]?\s?["']?$/iu;

/** Resolvers that anybody may use, and the services of clouds that are the same on every machine. */
const COMMON: ReadonlySet<string> = new Set(['8.8.8.8', '8.8.4.4', '1.1.1.1', '1.0.0.1', '9.9.9.9', '168.63.129.16']);

/** Addresses of a line in the order of their places; none overlap. */
export function addressesIn(line: string): readonly AddressAt[] {
  const found: AddressAt[] = [];
  const add = (kind: AddressKind, start: number, text: string): void => {
    const end = start + text.length;
    if (!found.some((one) => start < one.end && one.start < end)) found.push({ kind, start, end, text });
  };
  if (line.includes(':') || line.includes('-')) {
    for (const match of line.matchAll(MAC)) add('mac', match.index, match[0]);
  }
  if (line.includes(':')) {
    for (const match of line.matchAll(IPV6)) if (groupsOf(match[0]) !== null) add('ipv6', match.index, match[0]);
    const hex = REFERENCE_ID.exec(line);
    const at = hex?.indices?.groups?.hex;
    if (hex?.groups?.hex !== undefined && at !== undefined) add('hex-ipv4', at[0], hex.groups.hex);
  }
  if (line.includes('.')) {
    for (const match of line.matchAll(IPV4)) {
      if (!isIpv4(match[0]) || VERSION_BEFORE.test(line.slice(Math.max(0, match.index - 12), match.index))) continue;
      const isReversed = line.startsWith('.in-addr.arpa', match.index + match[0].length);
      add(isReversed ? 'reversed' : 'ipv4', match.index, match[0]);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Whether the text is four numbers below 256, without leading zeros. */
function isIpv4(text: string): boolean {
  return text.split('.').every((part) => part === '0' || (!part.startsWith('0') && Number(part) < 256));
}

/** Loopback, unset, link-local, netmasks, multicast, well-known services: the same everywhere. */
export function isCommonIpv4(text: string): boolean {
  const [a = 0, b = 0] = text.split('.').map(Number);
  return a === 0 || a === 127 || a >= 224 || (a === 169 && b === 254) || COMMON.has(text);
}

/** Octets that say of which private network an address is; null for a public one. */
export function privateOctets(text: string): number | null {
  const [a = 0, b = 0] = text.split('.').map(Number);
  if (a === 10) return 1;
  if (a === 192 && b === 168) return 2;
  return (a === 172 && b >= 16 && b < 32) || (a === 100 && b >= 64 && b < 128) ? 1 : null;
}

/** `0A140005` as `10.20.0.5`. */
export function fromHex(hex: string): string {
  return [0, 2, 4, 6].map((at) => String(Number.parseInt(hex.slice(at, at + 2), 16))).join('.');
}

/** `10.20.0.5` as `0A140005`. */
export function toHex(address: string): string {
  return address
    .split('.')
    .map((part) => Number(part).toString(16).toUpperCase().padStart(2, '0'))
    .join('');
}

/** The eight groups of an IPv6 address, the last two of an IPv4 tail among them; null for anything else. */
export function groupsOf(text: string): readonly number[] | null {
  const tail = /(?:\d{1,3}\.){3}\d{1,3}$/u.exec(text)?.[0];
  if (tail !== undefined && !isIpv4(tail)) return null;
  const plain = tail === undefined ? text : text.slice(0, -tail.length) + groupsOfIpv4(tail);
  const halves = plain.split('::');
  if (halves.length > 2) return null;
  const [head = [], rest = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  if ([...head, ...rest].some((group) => !/^[\da-f]{1,4}$/iu.test(group))) return null;
  const missing = 8 - head.length - rest.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return null;
  return [...head, ...Array.from({ length: missing }, () => '0'), ...rest].map((group) => Number.parseInt(group, 16));
}

function groupsOfIpv4(text: string): string {
  const hex = toHex(text);
  return `${hex.slice(0, 4)}:${hex.slice(4)}`;
}

/** Groups as text; with `::` for the first longest run of zeros unless `whole`. */
export function writeGroups(groups: readonly number[], whole: boolean): string {
  const parts = groups.map((group) => group.toString(16));
  if (whole) return parts.join(':');
  let best = { at: -1, length: 1 };
  for (let at = 0; at < groups.length; at += 1) {
    let length = 0;
    while (groups[at + length] === 0) length += 1;
    if (length > best.length) best = { at, length };
  }
  if (best.at < 0) return parts.join(':');
  return `${parts.slice(0, best.at).join(':')}::${parts.slice(best.at + best.length).join(':')}`;
}

/** Unset, loopback and multicast. */
export function isCommonIpv6(groups: readonly number[]): boolean {
  const [first = 0] = groups;
  return first >= 0xff00 || (groups.slice(0, 7).every((group) => group === 0) && (groups[7] ?? 0) <= 1);
}
