import type { FieldToken, Format, SectionContext, SectionReader, Take } from '../format';
import { unlabelled, wordsOf } from '../shared/words';
import { argumentsOf, commandOf, isPiped } from './command';
import { digQuestion } from './dig-arguments';
import { serverFailedFields } from './dig-fields';
import type { Lookup, LookupFacts, LookupFailure, OpenLookup } from './lookup';
import { failureOf, isAddress, NO_SERVERS, openLookup, SERVER_FAILED } from './lookup';

declare module '../../facts/registry' {
  interface FactsByFormat {
    'dig-short': LookupFacts;
  }
}

const COMMAND = commandOf('dig', '(?=[^\\n]{0,500} \\+short(?: |$))');
const ALIAS = /^(?=.{1,255}$)(?:[\w-]{1,63}\.){1,60}$/u;

/** As far as it takes to know a shell's prompt from an answer that was blacked out. */
const PROMPT = /^(?:[[(\w~/][^#$%]{0,200})?[#$%](?: |$)/u;

/** Bare addresses and names mean nothing without the command: it must be known, from a prompt or the line before. */
export const digShort: Format<LookupFacts> = {
  id: 'dig-short',
  language: 'zpa-diagnostics',
  title: 'Name look-up (dig +short)',
  certainty: 2,
  command: COMMAND,
  opens: ([head = '', next = '']) =>
    isEchoed(head) && isAnswer(next) ? 'a dig +short command with its answer below' : null,
  read: (context) => new DigShortReader(context),
  fields: digShortFields,
};

function isEchoed(line: string): boolean {
  return line.includes('dig') && COMMAND.test(line.replace(/^(?:\+ |sudo )/u, ''));
}

function isAnswer(line: string): boolean {
  const text = line.trim();
  return isAddress(text) || ALIAS.test(text) || NO_SERVERS.test(text) || SERVER_FAILED.test(text);
}

function digShortFields(line: string): readonly FieldToken[] {
  if (SERVER_FAILED.test(line)) return serverFailedFields(line);
  if (!isAnswer(line)) return [];
  const [word, more] = wordsOf(line);
  if (word === undefined || more !== undefined) return [];
  if (isAddress(word.text)) return [unlabelled('dig.address', word)];
  return ALIAS.test(word.text) ? [unlabelled('dig.value', word)] : [];
}

class DigShortReader implements SectionReader<LookupFacts> {
  #command: string | null = null;
  #open: OpenLookup | null = null;
  #names = 0;
  #failing: LookupFailure | null = null;
  /** Whether the next prompt stands where answers would. */
  #isFollowed = false;

  constructor(private readonly context: SectionContext) {}

  take(text: string, start: number, end: number, line: number): Take {
    const content = text.slice(start, end);
    if (this.#open === null) {
      this.#command = this.context.command ?? content;
      const question = digQuestion(argumentsOf(this.#command, 'dig'));
      this.#names = question.names.length;
      const name = this.#names === 1 ? (question.names[0] ?? null) : null;
      this.#open = { ...openLookup(name, question.type, question.server, line), end: content.length };
      if (content.includes('dig')) return 'taken';
    }
    if (this.#answer(this.#open, content.trim(), line)) return 'taken';
    if (content.trim() === '') return 'maybe';
    this.#isFollowed = PROMPT.test(content);
    return 'refused';
  }

  finish(): LookupFacts {
    const open = this.#open;
    if (open === null) return { lookups: [] };
    const answered = open.addresses.length + open.aliases > 0;
    // No line at all is no answer where the next prompt follows; else the output may not have been copied.
    if (!answered && open.failure === null && !this.#isFollowed) return { lookups: [] };
    const isTold = answered || (this.#isFollowed && open.failure === null);
    const complete = isTold && this.#names === 1 && !isPiped(this.#command ?? '');
    const lookup: Lookup = { ...open, complete };
    return { lookups: [lookup] };
  }

  #answer(open: OpenLookup, content: string, line: number): boolean {
    if (isAddress(content)) open.addresses.push({ address: content, line });
    else if (ALIAS.test(content)) open.aliases += 1;
    else if (NO_SERVERS.test(content)) {
      open.failure = this.#failing ?? 'timed out';
      open.line = line;
      open.start = 3;
      open.end = content.length;
    } else {
      const failed = SERVER_FAILED.exec(content)?.groups;
      if (failed !== undefined) this.#failing = failureOf(failed.reason);
      return failed !== undefined;
    }
    return true;
  }
}
