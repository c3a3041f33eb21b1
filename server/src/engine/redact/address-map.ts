import { fromHex, groupsOf, isCommonIpv4, isCommonIpv6, privateOctets, toHex, writeGroups } from './addresses';
import type { AddressAt } from './addresses';
import { hashOf } from './fake';

/** Prefixes and what stands for them, as the map file keeps them. */
export type AddressState = Readonly<Record<string, string>>;

/** The documentation ranges (RFC 5737), then the range for benchmarks (RFC 2544), then reserved space: nobody's. */
const PUBLIC_POOL: readonly string[] = [
  '192.0.2',
  '198.51.100',
  '203.0.113',
  ...Array.from({ length: 512 }, (_, index) => `198.${String(18 + Math.floor(index / 256))}.${String(index % 256)}`),
];
const V4_MAPPED = 0xffff;

/**
 * Stands in for addresses, prefix by prefix: addresses that share their first octets share them afterwards, private
 * ones stay in their private network, numbers keep their count of digits. Public ones move by /24 (IPv4) and /48
 * (IPv6) into ranges for documentation.
 */
export class AddressMap {
  readonly #prefixes: Map<string, string>;
  readonly #taken: Set<string>;
  readonly #originals = new Set<string>();
  readonly #issued = new Set<string>();

  /** `salt`: what nobody else knows, so that stand-ins do not tell their originals. */
  constructor(
    state: AddressState = {},
    private readonly salt = '',
  ) {
    this.#prefixes = new Map(Object.entries(state));
    this.#taken = new Set(this.#prefixes.values());
    for (const value of this.#taken) this.#issued.add(value);
  }

  get state(): AddressState {
    return Object.fromEntries(this.#prefixes);
  }

  /** Whether the address was given out by this map, or stays as it is everywhere. */
  isFine({ kind, text }: AddressAt): boolean {
    if (this.#issued.has(text.toLowerCase())) return true;
    if (kind === 'mac') return isCommonMac(text);
    if (kind === 'ipv6') return isCommonIpv6(groupsOf(text) ?? []);
    return isCommonIpv4(kind === 'hex-ipv4' ? fromHex(text) : text);
  }

  /** Tells of an address before any is replaced, so that no stand-in is the address of another. */
  note({ kind, text }: AddressAt): void {
    const address = kind === 'hex-ipv4' ? fromHex(text) : kind === 'reversed' ? reverse(text) : text.toLowerCase();
    const parts = address.split(kind === 'mac' ? ' ' : kind === 'ipv6' ? ':' : '.');
    for (let length = 1; length <= parts.length; length += 1) {
      this.#originals.add(parts.slice(0, length).join(kind === 'ipv6' ? ':' : '.'));
    }
  }

  /** What stands for the address. */
  of({ kind, text }: AddressAt): string {
    const made = this.#make(kind, text);
    this.#issued.add(made.toLowerCase());
    return made;
  }

  #make(kind: AddressAt['kind'], text: string): string {
    if (kind === 'mac') return isCommonMac(text) ? text : this.#mac(text);
    if (kind === 'ipv6') return this.#ipv6(text);
    if (kind === 'reversed') return reverse(this.#ipv4(reverse(text)));
    return kind === 'hex-ipv4' ? toHex(this.#ipv4(fromHex(text))) : this.#ipv4(text);
  }

  #ipv4(text: string): string {
    if (isCommonIpv4(text)) return text;
    const octets = text.split('.');
    const kept = privateOctets(text);
    let made = kept === null ? this.#publicNetwork(octets.slice(0, 3).join('.')) : octets.slice(0, kept).join('.');
    for (let level = kept ?? 3; level < 4; level += 1) {
      made = this.#octet(octets.slice(0, level + 1).join('.'), made, privateRange(octets, level));
    }
    return made;
  }

  #publicNetwork(network: string): string {
    const known = this.#prefixes.get(network);
    if (known !== undefined) return known;
    const free =
      PUBLIC_POOL.find((one) => !this.#taken.has(one) && !this.#originals.has(one)) ?? this.#reservedNetwork();
    return this.#keep(network, free);
  }

  #reservedNetwork(): string {
    let number = 0;
    const network = (): string => `240.${String((number >> 8) & 255)}.${String(number & 255)}`;
    while (this.#taken.has(network()) && number < 65_535) number += 1;
    return network();
  }

  /** The prefix with one octet more: of as many digits, used by no other, and no original where that can be. */
  #octet(original: string, parent: string, [low, high]: readonly [number, number]): string {
    const known = this.#prefixes.get(original);
    if (known !== undefined) return known;
    const octet = Number(original.slice(original.lastIndexOf('.') + 1));
    if (octet === 0 || octet === 255) return this.#keep(original, `${parent}.${String(octet)}`);
    const digits = String(octet).length;
    const first = Math.max(low, 10 ** (digits - 1));
    const last = Math.min(high, 10 ** digits - 1, 254);
    const size = last - first + 1;
    let fallback: string | null = null;
    const start = hashOf(original, this.salt) % size;
    for (let step = 0; step < size; step += 1) {
      const candidate = `${parent}.${String(first + ((start + step) % size))}`;
      if (this.#taken.has(candidate)) continue;
      if (!this.#originals.has(candidate)) return this.#keep(original, candidate);
      fallback ??= candidate;
    }
    return this.#keep(original, fallback ?? `${parent}.${String(octet)}`);
  }

  #ipv6(text: string): string {
    const groups = groupsOf(text);
    if (groups === null || isCommonIpv6(groups)) return text;
    const [first = 0] = groups;
    const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === V4_MAPPED;
    if (isMapped || text.includes('.')) {
      const tail = fromHex(
        groups
          .slice(6)
          .map((group) => group.toString(16).padStart(4, '0'))
          .join(''),
      );
      const address = this.#ipv4(tail);
      return `${text.slice(0, text.lastIndexOf(':') + 1)}${text.includes('.') ? address : lastGroup(address)}`;
    }
    const isLinkLocal = (first & 0xffc0) === 0xfe80;
    const head = isLinkLocal ? groups.slice(0, 4) : this.#site(groups.slice(0, 3));
    let original = groups.slice(0, head.length).map(hex).join(':');
    const made = [...head];
    for (const group of groups.slice(head.length)) {
      original = `${original}:${hex(group)}`;
      made.push(this.#group(original, made, group));
    }
    return writeGroups(made, !text.includes('::'));
  }

  /** The first three groups: unique local ones stay so, all others move to 2001:db8::/32. */
  #site(groups: readonly number[]): number[] {
    const original = `${groups.map(hex).join(':')}/48`;
    const known = this.#prefixes.get(original);
    if (known !== undefined) return known.split(':').map((group) => Number.parseInt(group, 16));
    const isLocal = ((groups[0] ?? 0) & 0xfe00) === 0xfc00;
    for (let number = 1; ; number += 1) {
      const made = isLocal ? [0xfd00, 0x5a, number] : [0x2001, 0xdb8, number];
      const text = made.map(hex).join(':');
      if (this.#taken.has(text) || this.#originals.has(text)) continue;
      this.#keep(original, text);
      return made;
    }
  }

  #group(original: string, parent: readonly number[], group: number): number {
    if (group === 0) return 0;
    const known = this.#prefixes.get(original);
    if (known !== undefined) return Number.parseInt(known.slice(known.lastIndexOf(':') + 1), 16);
    const head = parent.map(hex).join(':');
    for (let number = 1; ; number += 1) {
      const candidate = `${head}:${hex(number)}`;
      if (number !== group && !this.#taken.has(candidate)) {
        this.#keep(original, candidate);
        return number;
      }
    }
  }

  /** Of the range that the holder of 00-00-5E keeps for documents, as a locally administered address. */
  #mac(text: string): string {
    const separator = text.charAt(2);
    const key = text.toLowerCase().replaceAll('-', ':');
    let made = this.#prefixes.get(key);
    for (let number = 1; made === undefined; number += 1) {
      const tail = number
        .toString(16)
        .padStart(6, '0')
        .replace(/(..)(..)(..)/u, '$1:$2:$3');
      const candidate = `02:00:5e:${tail}`;
      if (!this.#taken.has(candidate) && !this.#originals.has(candidate)) made = this.#keep(key, candidate);
    }
    const dressed = made.replaceAll(':', separator);
    return /[A-F]/u.test(text) ? dressed.toUpperCase() : dressed;
  }

  #keep(original: string, made: string): string {
    this.#prefixes.set(original, made);
    this.#taken.add(made);
    return made;
  }
}

/** Numbers that the second octet may have in the private network 172.16/12 and the shared one 100.64/10. */
function privateRange(octets: readonly string[], level: number): readonly [number, number] {
  if (level !== 1 || octets[0] === '10') return [0, 255];
  return octets[0] === '172' ? [16, 31] : [64, 127];
}

function reverse(text: string): string {
  return text.split('.').reverse().join('.');
}

function hex(group: number): string {
  return group.toString(16);
}

function lastGroup(address: string): string {
  return toHex(address).slice(4).toLowerCase();
}

function isCommonMac(text: string): boolean {
  return /^(?:00|ff)(?:[:-](?:00|ff)){5}$/iu.test(text);
}
