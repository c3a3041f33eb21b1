import { AddressMap } from './address-map';
import type { AddressState } from './address-map';
import { addressesIn } from './addresses';
import { isCommonHost, isCommonWord, isDistinctive, isSystemAccount } from './common-names';
import { fakeHex, fakeSecret, hashOf } from './fake';
import { isBlackedOut } from './secrets';
import { isHost, isPlainLabel, partsOfHost } from './host-names';

/** What a name is the name of; its stand-in says so. */
export type NameKind =
  | 'host'
  | 'name'
  | 'user'
  | 'domain'
  | 'connector'
  | 'group'
  | 'customer'
  | 'company'
  | 'unit'
  | 'authority'
  | 'place'
  | 'text';

/** What the private map file holds: every stand-in by its original. Secrets are not in it, only the salt of theirs. */
export interface PseudonymState {
  readonly version: 1;
  readonly salt: string;
  readonly names: Readonly<Record<string, string>>;
  readonly ids: Readonly<Record<string, string>>;
  readonly addresses: AddressState;
}

export const EMPTY_STATE: PseudonymState = { version: 1, salt: '', names: {}, ids: {}, addresses: {} };

/** Secrets of a run that are remembered, so that the check afterwards can look for them. */
const MAX_SECRETS = 2_000;

/** One stand-in for each original, the same wherever it stands. Names are told apart without regard to case. */
export class Pseudonyms {
  readonly addresses: AddressMap;
  /** Endings of host names that are the customer's. */
  readonly domains = new Set<string>();
  readonly #salt: string;
  readonly #names: Map<string, string>;
  readonly #ids: Map<string, string>;
  readonly #issued = new Set<string>();
  readonly #counts = new Map<string, number>();
  readonly #everywhere = new Set<string>();
  readonly #secrets = new Set<string>();
  readonly #fakes = new Set<string>();

  constructor(state: PseudonymState = EMPTY_STATE) {
    this.#salt = state.salt;
    this.addresses = new AddressMap(state.addresses, state.salt);
    this.#names = new Map(Object.entries(state.names));
    this.#ids = new Map(Object.entries(state.ids));
    for (const made of [...this.#names.values(), ...this.#ids.values()]) this.#issued.add(made.toLowerCase());
    for (const name of this.#names.keys()) {
      if (isDistinctive(name)) this.#everywhere.add(name);
      if (name.includes('.') && !name.includes(' ')) this.domains.add(name);
    }
  }

  get state(): PseudonymState {
    const sorted = (map: ReadonlyMap<string, string>): Record<string, string> =>
      Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
    return {
      version: 1,
      salt: this.#salt,
      names: sorted(this.#names),
      ids: sorted(this.#ids),
      addresses: this.addresses.state,
    };
  }

  /** Names to replace wherever they stand, in lower case. */
  get everywhere(): ReadonlySet<string> {
    return this.#everywhere;
  }

  get secrets(): ReadonlySet<string> {
    return this.#secrets;
  }

  /** Whether the text is a stand-in that was given out. */
  isIssued(text: string): boolean {
    return this.#issued.has(text.toLowerCase());
  }

  /** Whether a text that looks like a secret is a stand-in, or stood for none in the first place. */
  isStandIn(text: string): boolean {
    if (this.#fakes.has(text)) return true;
    for (const fake of this.#fakes) if (fake.includes(text) || text.includes(fake)) return true;
    return false;
  }

  /** What stands for a name, whatever it looks like: address, full host name, mail address, word. */
  name(kind: NameKind, text: string): string {
    const trimmed = text.trim();
    const made = this.#dispatch(kind, trimmed);
    return made === trimmed ? text : text.replace(trimmed, () => made);
  }

  #dispatch(kind: NameKind, text: string): string {
    if (text === '' || this.isIssued(text) || isBlackedOut(text)) return text;
    const [address] = addressesIn(text);
    if (address?.start === 0 && address.end === text.length) return this.addresses.of(address);
    const at = text.indexOf('@');
    if (at > 0 && isHost(text.slice(at + 1), this.domains)) {
      return `${this.#word('user', text.slice(0, at))}@${this.host(text.slice(at + 1))}`;
    }
    if (/^[\w*.-]{3,253}$/u.test(text) && text.includes('.') && (isHost(text, this.domains) || isCommonHost(text))) {
      return this.host(text);
    }
    if (kind === 'user' ? isSystemAccount(text) : isCommonWord(text)) return text;
    return this.#word(kind, text);
  }

  /** What stands for a full host name: its domain and each of its labels by itself. */
  host(text: string): string {
    if (isCommonHost(text)) return text;
    const end = text.endsWith('.') ? '.' : '';
    const { labels, domain } = partsOfHost(end === '' ? text : text.slice(0, -1));
    const made = labels.map((label) =>
      isPlainLabel(label) || isCommonWord(label) ? label : this.#word('host', label),
    );
    return [...made, this.#domain(domain)].join('.') + end;
  }

  #domain(domain: string): string {
    const key = domain.toLowerCase();
    this.domains.add(key);
    if (this.isIssued(key)) return domain;
    return this.#word('domain', key);
  }

  /** Tells that a domain is the customer's own: its name counts as a name of the customer wherever it stands. */
  noteDomain(text: string): void {
    const domain = text.toLowerCase().replace(/\.$/u, '');
    if (isCommonHost(domain) || this.isIssued(domain)) return;
    this.domains.add(domain);
    this.name('domain', domain);
    const [label] = partsOfHost(domain).domain.split('.');
    if (label === undefined || this.isIssued(label) || !/^[a-z][a-z0-9-]{4,}$/u.test(label) || isCommonWord(label))
      return;
    this.#word('customer', label);
  }

  #word(kind: NameKind, text: string): string {
    const key = text.toLowerCase();
    const known = this.#names.get(key);
    const made = known ?? this.#next(kind, key);
    return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text) ? made.toUpperCase() : made;
  }

  #next(kind: NameKind, key: string): string {
    for (;;) {
      const number = (this.#counts.get(kind) ?? 0) + 1;
      this.#counts.set(kind, number);
      const made = kind === 'domain' ? `domain-${String(number)}.example` : `${kind}-${String(number)}`;
      if (this.#issued.has(made) || this.#names.has(made)) continue;
      this.#names.set(key, made);
      this.#issued.add(made);
      if (isDistinctive(key)) this.#everywhere.add(key);
      return made;
    }
  }

  /** A number of the same count of digits. */
  id(text: string): string {
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    if (this.isIssued(text)) return text;
    for (;;) {
      const number = (this.#counts.get('id') ?? 0) + 1;
      this.#counts.set('id', number);
      const made = `1${String(number).padStart(text.length - 1, '0')}`.slice(0, text.length);
      if (this.#issued.has(made) || this.#ids.has(made)) {
        if (number < 10 ** (text.length - 1)) continue;
      }
      this.#ids.set(text, made);
      this.#issued.add(made);
      return made;
    }
  }

  /** Hexadecimal digits of the same form. */
  hex(text: string): string {
    const key = text.toLowerCase();
    const made = this.#ids.get(key) ?? fakeHex(key, this.#salt);
    if (this.isIssued(text)) return text;
    this.#ids.set(key, made);
    this.#issued.add(made.toLowerCase());
    return /[A-F]/u.test(text) ? made.toUpperCase() : made;
  }

  /** A text of the same shape. Neither original nor stand-in goes into the map file. */
  secret(text: string): string {
    if (this.#fakes.has(text)) return text;
    const made = fakeSecret(text, this.#salt);
    if (this.#fakes.size < MAX_SECRETS * 100) this.#fakes.add(made);
    if (this.#secrets.size < MAX_SECRETS && made !== text) this.#secrets.add(text);
    return made;
  }

  /** A number for reports: how many originals have a stand-in. */
  get count(): number {
    return this.#names.size + this.#ids.size + Object.keys(this.addresses.state).length + this.#secrets.size;
  }

  /** Tag of the map, for telling two maps apart without showing them. */
  get tag(): string {
    return hashOf('tag', this.#salt).toString(36).slice(0, 6);
  }
}
