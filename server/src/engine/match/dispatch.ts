import type { MessageMatch, MessageMatcher, ProcessRole } from '../formats/format';
import { stripAnsi } from '../text/ansi';
import { ownCopy } from '../text/own-copy';
import type { Message } from './rule';

const ROLE_GROUPS: readonly ProcessRole[] = ['child', 'parent', 'unit', 'other'];
/** Messages are matched on at most this many units: certificates and JSON may follow. */
const MAX_MESSAGE = 2_000;
const ESCAPE = '\u001b';

interface Candidate {
  readonly start: string;
  readonly message: Message;
}

/**
 * Finds messages by the process's role and the first character before any expression runs: of millions of
 * lines only the few that could match cost a regular expression.
 */
export class MessageDispatch implements MessageMatcher {
  readonly #byRole = new Map<ProcessRole, Map<number, Candidate[]>>();

  constructor(messages: readonly Message[]) {
    for (const role of ROLE_GROUPS) this.#byRole.set(role, new Map());
    for (const message of messages) {
      for (const role of message.roles) {
        this.#add(role, message);
        // A journal printed with units does not tell parent from child.
        if (role === 'child' || role === 'parent') this.#add('unit', message);
      }
    }
  }

  match(role: ProcessRole, text: string, start: number, end: number): MessageMatch | null {
    const unit = text.charCodeAt(start);
    const candidates = this.#byRole.get(role)?.get(unit);
    if (candidates === undefined && unit !== ESCAPE.charCodeAt(0)) return null;
    for (const { start: literal, message } of candidates ?? []) {
      if (!text.startsWith(literal, start)) continue;
      const match = message.pattern.exec(ownCopy(text.slice(start, Math.min(end, start + MAX_MESSAGE))));
      if (match !== null) return { id: message.id, groups: match.groups ?? {} };
    }
    return this.#matchUncoloured(role, text.slice(start, Math.min(end, start + MAX_MESSAGE)));
  }

  /** grep colours what it was asked for in the middle of a message. */
  #matchUncoloured(role: ProcessRole, message: string): MessageMatch | null {
    if (!message.includes(ESCAPE)) return null;
    const clean = stripAnsi(message);
    return clean.includes(ESCAPE) ? null : this.match(role, clean, 0, clean.length);
  }

  #add(role: ProcessRole, message: Message): void {
    const table = this.#byRole.get(role);
    if (table === undefined) return;
    const starts = message.starts === 'digit' ? ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] : message.starts;
    for (const start of starts) {
      const unit = start.charCodeAt(0);
      const list = table.get(unit) ?? [];
      if (!list.some((one) => one.message === message && one.start === start)) list.push({ start, message });
      table.set(unit, list);
    }
  }
}
