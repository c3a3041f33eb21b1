import type { FieldToken, Format } from '../format';
import { OutputReader } from '../shared/output-reader';
import { unlabelled, wordsOf } from '../shared/words';
import { commandOf } from './command';
import type { TokenForm } from './tokens';
import { tokensOf } from './tokens';

/** A network interface. */
export interface LinkInterface {
  /** Without the peer behind `@`. */
  readonly name: string;
  /** Switched on (flag UP). */
  readonly up: boolean;
  readonly loopback: boolean;
  /** Bytes; null where cut or brief. */
  readonly mtu: number | null;
  /** `UP`, `DOWN`, `UNKNOWN`; null where not printed. */
  readonly state: string | null;
  /** 0-based, and the UTF-16 columns of the MTU (of the name where there is none), end exclusive. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** IPv4 and IPv6 addresses without prefix length. */
  readonly addresses: readonly string[];
  readonly received: LinkCounters | null;
  readonly sent: LinkCounters | null;
}

/** Counters of one direction since boot. */
export interface LinkCounters {
  readonly bytes: number;
  readonly packets: number;
  readonly errors: number;
  readonly dropped: number;
  readonly line: number;
}

export interface LinkFacts {
  readonly interfaces: readonly LinkInterface[];
}

declare module '../../facts/registry' {
  interface FactsByFormat {
    'ip-link': LinkFacts;
  }
}

const HEAD = /^\d{1,5}: ([^\s:@]{1,40})(?:@\S{1,40})?: <([A-Z0-9_,-]{0,200})> (?=mtu )/u;
const MTU = / mtu (\d{2,6})(?= |$)/u;
const BRIEF = /^([^\s:@]{1,40})(?:@\S{1,40})?\s{1,40}(UP|DOWN|UNKNOWN|LOWERLAYERDOWN|DORMANT)(?:\s|$)/u;
const ADDRESS = /^\s{2,8}inet6? ([\da-fA-F.:]{3,45})(?:\/\d{1,3})?(?: |$)/u;
const DETAIL = /^\s{2,10}(?:link\/|inet6? |valid_lft |altname |alias |vlan |bridge |bond|promiscuity |vf \d)/u;
const COUNTERS = /^\s{2,8}(RX|TX)(?: errors)?:\s{1,20}[a-z]/u;
const NUMBERS = /^\s{2,40}\d{1,20}(?:\s{1,20}\d{1,20}){3,8}\s*$/u;

export const ipLink: Format<LinkFacts> = {
  id: 'ip-link',
  language: 'zpa-diagnostics',
  title: 'Network interfaces (ip link, ip addr)',
  certainty: 1,
  command: commandOf('ip', '(?: -[a-z0-9]{1,12}){0,5} (?:l|li|link|a|ad|addr|address)(?: |$)'),
  opens: ([head = '']) => (/^\d/u.test(head) && HEAD.test(head) ? 'an interface as ip prints it' : null),
  read: (context) => new LinkReader(context),
  isHead: (line) => COUNTERS.test(line),
  fields: linkFields,
};

const FORMS: readonly TokenForm[] = [
  ['ip-link.name', /^\d{1,5}: (?<value>[^\s:]{1,80}): </du],
  ['ip-link.flags', /^\d{1,5}: [^\s:]{1,80}: <(?<value>[A-Z0-9_,-]{1,200})>/du],
  ['ip-link.mtu', /> (?:.{0,80} )?(?<label>mtu) (?<value>\d{2,6})/du],
  ['ip-link.qdisc', / (?<label>qdisc) (?<value>[\w-]{1,20})/du],
  ['ip-link.state', / (?<label>state) (?<value>[A-Z]{2,20})/du],
  ['ip-link.qlen', / (?<label>qlen) (?<value>\d{1,9})/du],
  ['ip-link.link/ether', / (?<label>link\/\w{1,20}) (?<value>[\da-f:.]{5,60})/du],
  ['ip-link.inet', / (?<label>inet6?) (?<value>[\da-fA-F.:]{3,45}(?:\/\d{1,3})?)/du],
  ['ip-link.scope', / (?<label>scope) (?<value>\w{1,20})/du],
];
const COUNTER_NAMES = ['bytes', 'packets', 'errors', 'dropped'];

/** Named values of one line. Counter rows are alike: the head above tells what they count. */
function linkFields(line: string, head?: string): readonly FieldToken[] {
  if (NUMBERS.test(line)) {
    const names = head === undefined ? COUNTER_NAMES : countersOf(head);
    return wordsOf(line).flatMap((word, index) => {
      const name = names[index];
      return name === undefined ? [] : [unlabelled(`ip-link.${name}`, word)];
    });
  }
  return HEAD.test(line) || DETAIL.test(line) ? tokensOf(line, FORMS) : [];
}

/** Names behind `RX:` or `TX errors:`. */
function countersOf(head: string): readonly string[] {
  return wordsOf(head.slice(head.indexOf(':') + 1, 300)).map(({ text }) => text);
}

type OpenInterface = {
  -readonly [K in keyof Omit<LinkInterface, 'addresses'>]: LinkInterface[K];
} & { readonly addresses: string[] };

class LinkReader extends OutputReader<LinkFacts> {
  readonly #interfaces: OpenInterface[] = [];
  #direction: 'received' | 'sent' | null = null;

  protected row(content: string, line: number): boolean {
    const head = HEAD.exec(content);
    if (head !== null) {
      this.#begin(content, line, head[1] ?? '', (head[2] ?? '').split(','));
      return true;
    }
    const open = this.#interfaces[this.#interfaces.length - 1];
    if (open !== undefined && this.#detail(open, content, line)) return true;
    const brief = this.context.command === null ? null : BRIEF.exec(content);
    if (brief === null) return false;
    const [, name = '', state = ''] = brief;
    this.#interfaces.push({ ...openInterface(name, line), end: name.length, up: state === 'UP', state });
    return true;
  }

  finish(): LinkFacts {
    return { interfaces: this.#interfaces };
  }

  #begin(content: string, line: number, name: string, flags: readonly string[]): void {
    const mtu = MTU.exec(content);
    const start = mtu === null ? content.indexOf(name) : mtu.index + ' mtu '.length;
    this.#direction = null;
    this.#interfaces.push({
      ...openInterface(name, line),
      up: flags.includes('UP'),
      loopback: flags.includes('LOOPBACK'),
      mtu: mtu === null ? null : Number(mtu[1]),
      state: / state ([A-Z]{2,20})(?= |$)/u.exec(content)?.[1] ?? null,
      start,
      end: start + (mtu?.[1] ?? name).length,
    });
  }

  #detail(open: OpenInterface, content: string, line: number): boolean {
    const counters = COUNTERS.exec(content);
    if (counters !== null) {
      // `RX errors:` (with -s -s) has other columns.
      this.#direction = content.includes(' errors:') ? null : counters[1] === 'RX' ? 'received' : 'sent';
      return true;
    }
    if (NUMBERS.test(content)) {
      const [bytes, packets, errors, dropped] = wordsOf(content).map((word) => Number(word.text));
      const direction = this.#direction;
      this.#direction = null;
      if (
        direction !== null &&
        bytes !== undefined &&
        packets !== undefined &&
        errors !== undefined &&
        dropped !== undefined
      )
        open[direction] = { bytes, packets, errors, dropped, line };
      return true;
    }
    const address = ADDRESS.exec(content)?.[1];
    if (address !== undefined) open.addresses.push(address);
    return address !== undefined || DETAIL.test(content);
  }
}

function openInterface(name: string, line: number): OpenInterface {
  return {
    name,
    up: false,
    loopback: name === 'lo',
    mtu: null,
    state: null,
    line,
    start: 0,
    end: 0,
    addresses: [],
    received: null,
    sent: null,
  };
}
