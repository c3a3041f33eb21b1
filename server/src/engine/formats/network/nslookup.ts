import type { FieldToken, Format } from '../format';
import { OutputReader } from '../shared/output-reader';
import { argumentsOf, commandOf, plainName } from './command';
import { serverFailedFields } from './dig-fields';
import type { Lookup, LookupFacts, LookupFailure, OpenLookup } from './lookup';
import { failureOf, isAddress, NO_SERVERS, openLookup, SERVER_FAILED } from './lookup';
import type { TokenForm } from './tokens';
import { tokensOf } from './tokens';

declare module '../../facts/registry' {
  interface FactsByFormat {
    nslookup: LookupFacts;
  }
}

const SERVER = /^Server:\s{1,20}\S{1,100}\s{0,80}$/u;
const ADDRESS = /^Address(?:es)?(?: \d{1,2})?:\s{1,20}(\S{1,60})(?: \S{1,255})?\s{0,80}$/u;
/** bind-utils (`** server can't find X: NXDOMAIN`), and the wording without a record of the type. */
const REFUSED = /^\*{2,3} (?:server )?[Cc]an't find (\S{1,255}): ([A-Z]{4,20}|No answer)\s{0,80}$/u;
/** BusyBox. */
const UNRESOLVED = /^nslookup: can't resolve '([^'\s]{1,255})'(?:: (.{1,80}))?$/u;
const ALIAS = /^(\S{1,255})\s{1,20}canonical name = (\S{1,255})\s{0,80}$/u;
const NAME = /^Name:\s{1,20}(\S{1,255})\s{0,80}$/u;
const OTHER =
  /^(?:(?:Non-authoritative|Authoritative) answers?(?: can be found from)?:|;; \S.{0,300}|\*\*\* \S.{0,300})\s{0,80}$/u;

export const nslookup: Format<LookupFacts> = {
  id: 'nslookup',
  language: 'zpa-diagnostics',
  title: 'Name look-up (nslookup)',
  certainty: 1,
  command: commandOf('nslookup'),
  opens: ([head = '', next = '', ...rest]) => {
    if (head.startsWith('Server:')) {
      return SERVER.test(head) && ADDRESS.test(next) ? 'server and address, as nslookup prints them' : null;
    }
    if (head.startsWith('**')) return REFUSED.test(head) ? "a name that nslookup can't find" : null;
    if (head.startsWith('nslookup: ')) return UNRESOLVED.test(head) ? "a name that nslookup can't resolve" : null;
    if (!head.startsWith(';; ')) return null;
    const banner = [next, ...rest].some((line) => line.startsWith('; <<>> DiG '));
    return !banner && (NO_SERVERS.test(head) || SERVER_FAILED.test(head)) ? 'servers that do not answer' : null;
  },
  read: (context) => new NslookupReader(context),
  fields: nslookupFields,
};

const FORMS: readonly TokenForm[] = [
  ['dig.SERVER', /^(?<label>Server):\s{1,20}(?<value>\S{1,100})/du],
  ['dig.address', /^(?<label>Address(?:es)?)(?: \d{1,2})?:\s{1,20}(?<value>[^\s#]{1,60})/du],
  ['dig.name', /^(?<label>Name):\s{1,20}(?<value>\S{1,255})/du],
  ['dig.name', /^(?<value>\S{1,255})\s{1,20}canonical name = /du],
  ['dig.value', /(?<label>canonical name) = (?<value>\S{1,255})/du],
  ['dig.name', /[Cc]an't find (?<value>\S{1,255}): /du],
  ['dig.status', /[Cc]an't find \S{1,255}: (?<value>[A-Z]{4,20}|No answer)/du],
  ['dig.name', /^nslookup: can't resolve '(?<value>[^'\s]{1,255})'/du],
  ['dig.status', /^nslookup: can't resolve '[^'\s]{1,255}': (?<value>\S.{0,79})/du],
  ['dig.status', /^;; (?<value>(?:connection timed out; )?no servers could be reached)/du],
];

function nslookupFields(line: string): readonly FieldToken[] {
  return SERVER_FAILED.test(line) ? serverFailedFields(line) : tokensOf(line, FORMS);
}

class NslookupReader extends OutputReader<LookupFacts> {
  readonly #lookups: Lookup[] = [];
  readonly #asked = askedOf(this.context.command);
  #open: OpenLookup | null = null;
  /** The address below `Server:` is the resolver's. */
  #serverAddressNext = false;
  #failing: LookupFailure | null = null;

  protected row(content: string, line: number): boolean {
    if (SERVER.test(content)) {
      this.#close();
      this.#serverAddressNext = true;
      return true;
    }
    const address = ADDRESS.exec(content);
    if (address !== null) {
      this.#address(address[1] ?? '', line);
      return true;
    }
    if (this.#named(content, line) || this.#failed(content, line)) return true;
    return OTHER.test(content);
  }

  finish(): LookupFacts {
    this.#close();
    return { lookups: this.#lookups };
  }

  #address(text: string, line: number): void {
    if (this.#serverAddressNext) this.#serverAddressNext = false;
    else if (this.#open !== null && isAddress(text)) this.#open.addresses.push({ address: text, line });
  }

  #named(content: string, line: number): boolean {
    const alias = ALIAS.exec(content);
    const name = alias?.[1] ?? NAME.exec(content)?.[1];
    if (name === undefined) return false;
    this.#open ??= {
      ...openLookup(this.#nameOf(name), this.#asked.type, this.#asked.server, line),
      end: content.length,
    };
    if (alias !== null) this.#open.aliases += 1;
    return true;
  }

  #failed(content: string, line: number): boolean {
    const refused = REFUSED.exec(content);
    const unresolved = UNRESOLVED.exec(content);
    if (refused !== null) this.#outcome(refused[1] ?? '', line, content, { status: codeOf(refused[2] ?? '') });
    else if (unresolved !== null) {
      const missing = /does not (?:resolve|exist)|not known/iu.test(unresolved[2] ?? '');
      this.#outcome(unresolved[1] ?? '', line, content, missing ? { status: 'NXDOMAIN' } : { failure: 'not resolved' });
    } else if (NO_SERVERS.test(content)) {
      this.#outcome(null, line, content, { failure: this.#failing ?? 'timed out' });
    } else {
      const failed = SERVER_FAILED.exec(content)?.groups;
      if (failed === undefined) return false;
      this.#failing = failureOf(failed.reason);
    }
    return true;
  }

  #outcome(
    name: string | null,
    line: number,
    content: string,
    outcome: { readonly status?: string; readonly failure?: LookupFailure },
  ): void {
    // The address was found; only the question for the other family failed.
    if (this.#open !== null && this.#open.addresses.length > 0) return;
    const { type, server } = this.#asked;
    const open = openLookup(this.#nameOf(name), type, server, line);
    this.#open = null;
    this.#lookups.push({ ...open, ...outcome, end: content.trimEnd().length });
    this.#failing = null;
  }

  #close(): void {
    const open = this.#open;
    this.#open = null;
    this.#failing = null;
    if (open === null || open.addresses.length + open.aliases === 0) return;
    // nslookup tells no count: whether the answer is whole cannot be known.
    this.#lookups.push({ ...open, status: 'NOERROR' });
  }

  /** The name as asked: a search domain may have been put behind it. */
  #nameOf(printed: string | null): string | null {
    const { name } = this.#asked;
    if (printed === null || name === null) return printed === null ? name : plainName(printed);
    return name;
  }
}

/** `No answer`: the name exists, without a record of the type. */
function codeOf(text: string): string {
  return text === 'No answer' ? 'NOERROR' : text;
}

/** Name, type and server of an nslookup command line. */
function askedOf(command: string | null): {
  readonly name: string | null;
  readonly type: string;
  readonly server: string | null;
} {
  const words = argumentsOf(command ?? '', 'nslookup');
  const type = words
    .map((word) => /^-(?:query)?(?:type|q)=(\w{1,16})$/iu.exec(word)?.[1])
    .find((found) => found !== undefined);
  const [name, server] = words.filter((word) => !word.startsWith('-'));
  return {
    name: name === undefined ? null : plainName(name),
    type: (type ?? 'A').toUpperCase(),
    server: server ?? null,
  };
}
