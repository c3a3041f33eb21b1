import type { Format } from '../format';
import { OutputReader } from '../shared/output-reader';
import { parseDate } from '../date';
import { argumentsOf, commandOf, isPiped, plainName } from './command';
import type { DigQuestion } from './dig-arguments';
import { digQuestion } from './dig-arguments';
import { digFields, digRecord } from './dig-fields';
import type { Lookup, LookupFacts, LookupFailure, OpenLookup } from './lookup';
import { failureOf, isAddress, NO_SERVERS, openLookup, SERVER_FAILED } from './lookup';

declare module '../../facts/registry' {
  interface FactsByFormat {
    dig: LookupFacts;
  }
}

const BANNER = /^; <<>> DiG (\S{1,80}) <<>>(.{0,1000})$/u;

export const dig: Format<LookupFacts> = {
  id: 'dig',
  language: 'zpa-diagnostics',
  title: 'Name look-up (dig)',
  certainty: 3,
  command: commandOf('dig', '(?![^\\n]{0,500} \\+short(?: |$))'),
  opens: ([head = '', ...rest]) => {
    if (!head.startsWith(';')) return null;
    if (BANNER.test(head)) return 'the banner of dig';
    if (SERVER_FAILED.test(head) && rest.some((line) => BANNER.test(line))) return 'errors and the banner of dig';
    if (head === ';; Got answer:' || head.startsWith(';; ->>HEADER<<- opcode: '))
      return 'the header of an answer of dig';
    return null;
  },
  read: (context) => new DigReader(context),
  fields: digFields,
};

type Part = 'head' | 'answer' | 'other';

class DigReader extends OutputReader<LookupFacts> {
  readonly #lookups: Lookup[] = [];
  readonly #filtered = isPiped(this.context.command ?? '');
  #question: DigQuestion = digQuestion(argumentsOf(this.context.command ?? '', 'dig'));
  /** Outcomes since the banner: their order is that of the names asked for. */
  #outcomes = 0;
  #open: OpenLookup | null = null;
  #declared: number | null = null;
  #seen = 0;
  #masked = false;
  #part: Part = 'head';
  /** The last server that did not answer; the look-up may still succeed with another. */
  #failing: {
    readonly failure: LookupFailure;
    readonly name: string | null;
    readonly line: number;
    readonly end: number;
  } | null = null;

  protected row(content: string, line: number): boolean {
    if (content.startsWith(';')) {
      this.#comment(content, line);
      return true;
    }
    if (/^dig: [^\n]{0,300}$/u.test(content)) return true;
    const record = digRecord(content);
    if (record === null) return false;
    // Without a header (+noall +answer) the rows alone tell the outcome.
    if (this.#question.trace) return true;
    const open = this.#open ?? this.#begin(line, content.length);
    if (this.#part !== 'answer' && open.status !== null) return true;
    this.#seen += 1;
    if (record.type === 'CNAME') open.aliases += 1;
    if (isAddress(record.value)) open.addresses.push({ address: record.value, line });
    else if (record.type === 'A' || record.type === 'AAAA') this.#masked = true;
    return true;
  }

  finish(): LookupFacts {
    this.#close();
    const failing = this.#failing;
    // A refused TCP connection ends dig without a closing line.
    if (failing !== null && failing.name !== null)
      this.#failed(failing.failure, failing.line, failing.end, failing.name);
    return { lookups: this.#lookups };
  }

  #comment(content: string, line: number): void {
    const banner = BANNER.exec(content);
    if (banner !== null) {
      this.#close();
      this.#question = digQuestion((banner[2] ?? '').trim().split(/\s+/u));
      this.#outcomes = 0;
      return;
    }
    if (content.startsWith(';; Got answer:')) {
      this.#close();
      return;
    }
    if (content.startsWith(';; ->>HEADER<<-')) {
      this.#header(content, line);
      return;
    }
    if (NO_SERVERS.test(content)) {
      this.#close();
      this.#failed(this.#failing?.failure ?? 'timed out', line, content.trimEnd().length, this.#failing?.name ?? null);
      return;
    }
    const failed = SERVER_FAILED.exec(content)?.groups;
    if (failed !== undefined) {
      const name = failed.name === undefined ? null : plainName(failed.name);
      this.#failing = { failure: failureOf(failed.reason), name, line, end: content.trimEnd().length };
      return;
    }
    this.#detail(content);
  }

  #header(content: string, line: number): void {
    if (this.#open !== null && this.#open.status !== null) this.#close();
    const status = /\bstatus: ([A-Z]{1,20})(?=,)/u.exec(content);
    if (status === null) return;
    const open = this.#open ?? this.#begin(line, content.length);
    open.status = status[1] ?? '';
    open.line = line;
    open.start = status.index + 'status: '.length;
    open.end = status.index + status[0].length;
  }

  #detail(content: string): void {
    const open = this.#open;
    const section = /^;; (QUESTION|ANSWER|AUTHORITY|ADDITIONAL|OPT PSEUDO) ?SECTION:/u.exec(content);
    if (section !== null) {
      this.#part = section[1] === 'ANSWER' ? 'answer' : 'other';
      return;
    }
    if (open === null) return;
    const asked = /^;([^;\s]{1,255})\s{1,60}(?:IN|CH|HS)\s{1,60}([A-Z][A-Z0-9]{0,15})\s*$/u.exec(content);
    if (asked !== null) {
      open.name = plainName(asked[1] ?? '');
      open.type = asked[2] ?? '';
    }
    const counts = /^;; flags:.{0,80}; QUERY: \d{1,6}, ANSWER: (\d{1,6}),/u.exec(content);
    if (counts !== null) this.#declared = Number(counts[1]);
    const took = /^;; Query time: (\d{1,9}) ([mu])sec/u.exec(content);
    if (took !== null) open.queryTimeMs = took[2] === 'u' ? Number(took[1]) / 1000 : Number(took[1]);
    if (content.startsWith(';; WHEN: ')) open.timeMs = parseDate(content.slice(9))?.timeMs ?? null;
  }

  #begin(line: number, end: number): OpenLookup {
    const name = this.#question.names[this.#outcomes] ?? null;
    const open = { ...openLookup(name, this.#question.type, this.#question.server, line), end };
    this.#open = open;
    this.#declared = null;
    this.#seen = 0;
    this.#part = 'head';
    return open;
  }

  /** Ends the look-up that is being read. */
  #close(): void {
    const open = this.#open;
    if (open === null) return;
    this.#open = null;
    this.#failing = null;
    this.#outcomes += 1;
    // Rows without a header are one list for all names.
    const sure = open.status === null ? this.#question.names.length === 1 : this.#declared === this.#seen;
    // Addresses that were blacked out or cut off cannot be counted.
    open.complete = sure && !this.#filtered && !this.#masked;
    this.#masked = false;
    this.#lookups.push(open);
  }

  #failed(failure: LookupFailure, line: number, end: number, named: string | null): void {
    const name = named ?? this.#question.names[this.#outcomes] ?? null;
    this.#failing = null;
    this.#outcomes += 1;
    const start = 3;
    this.#lookups.push({ ...openLookup(name, this.#question.type, this.#question.server, line), failure, start, end });
  }
}
