/** What role an address plays in a document. */
import type { DocumentModel } from './document-model';
import { placesIn } from './occurrences';
import type { Target } from './target';

export interface AddressUse {
  /** In plain words, the most frequent first; may hold names from the text. */
  readonly roles: readonly string[];
  readonly lines: number;
  /** 0-based; -1 where the document does not name it. */
  readonly firstLine: number;
}

/** Lines whose context is read for one address. */
const MAX_READ = 2_000;
const MAX_ROLES = 4;

const USES = new WeakMap<DocumentModel, Map<string, AddressUse>>();

/** Roles of an address by the text around it, remembered for the document. */
export function addressUse(model: DocumentModel, address: string): AddressUse {
  let known = USES.get(model);
  if (known === undefined) {
    known = new Map();
    USES.set(model, known);
  }
  const found = known.get(address) ?? readUse(model, address);
  known.set(address, found);
  return found;
}

/** Networks that say something of their addresses: first address and length of the prefix. */
const NETWORKS: readonly (readonly [network: string, bits: number, kind: string])[] = [
  ['127.0.0.0', 8, 'loopback address'],
  ['10.0.0.0', 8, 'private address'],
  ['172.16.0.0', 12, 'private address'],
  ['192.168.0.0', 16, 'private address'],
  ['169.254.0.0', 16, 'link-local address: no DHCP answer, or the metadata service of a cloud'],
  ['100.64.0.0', 10, 'shared address space: carrier NAT, or synthetic addresses of ZPA'],
  ['192.0.2.0', 24, 'documentation address'],
  ['198.51.100.0', 24, 'documentation address'],
  ['203.0.113.0', 24, 'documentation address'],
];

/** `private address`, `loopback address` and the like; null for a public one. */
export function addressKind(address: string): string | null {
  const number = numberOf(address);
  const found = NETWORKS.find(([network, bits]) => {
    const size = 2 ** (32 - bits);
    return Math.floor(number / size) === Math.floor(numberOf(network) / size);
  });
  return found?.[2] ?? null;
}

function numberOf(address: string): number {
  return address.split('.').reduce((number, part) => number * 256 + Number(part), 0);
}

function readUse(model: DocumentModel, address: string): AddressUse {
  const target: Target = {
    kind: 'address',
    start: 0,
    end: 0,
    needle: address,
    lead: 0,
    tail: 0,
    firstLine: 0,
    lastLine: model.lines.length - 1,
  };
  const counts = new Map<string, number>();
  let lines = 0;
  let firstLine = -1;
  for (const [line, text] of model.lines.entries()) {
    const places = placesIn(text, target);
    if (places.length === 0) continue;
    lines += 1;
    if (firstLine < 0) firstLine = line;
    if (lines > MAX_READ) continue;
    for (const at of places) {
      const role = roleOf(text, at, at + address.length);
      if (role !== null) counts.set(role, (counts.get(role) ?? 0) + 1);
    }
  }
  const roles = [...counts].sort((a, b) => b[1] - a[1]).map(([role]) => role);
  return { roles: roles.slice(0, MAX_ROLES), lines, firstLine };
}

/** Units of text on each side that decide. */
const CONTEXT = 300;

/** Forms by the text before the address; the first group is a name that belongs to it. */
const BEFORE: readonly (readonly [form: RegExp, role: (name: string) => string])[] = [
  [/;([^:\s;[\]]{1,255}):\[$/u, (name) => `${name.startsWith('broker') ? 'broker' : 'peer'} ${name}`],
  [/Adding name resolution for (\S{1,253}) of $/u, (name) => `address of ${name}`],
  [/^\s{0,20}nameserver\s{1,20}$/u, () => 'resolver of the host'],
  [/;; SERVER: $/u, () => 'resolver that answered dig'],
  [/^(\S{1,253}?)\.?\s{1,40}\d{1,10}\s{1,20}IN\s{1,20}A\s{1,20}$/u, (name) => `address of ${name}`],
  [/\binet (?:addr:)?$/u, () => 'address of an interface of the host'],
  [/^default via $/u, () => 'default gateway of the host'],
  [/^PING (\S{1,253}) \($/u, (name) => `ping target ${name}`],
  [/^[\^=#][*+?x~-] $/u, () => 'time source'],
  [/DNS Servers?: $/u, () => 'resolver of the host'],
];

function roleOf(text: string, start: number, end: number): string | null {
  const before = text.slice(Math.max(0, start - CONTEXT), start);
  const after = text.slice(end, end + CONTEXT);
  if (before.endsWith('[') && /^\]:\d{1,5};[^:\s;[\]]{1,255}:\[/u.test(after)) return 'local address of the connector';
  for (const [form, role] of BEFORE) {
    const match = form.exec(before);
    if (match !== null) return role(match[1] ?? '');
  }
  return null;
}
