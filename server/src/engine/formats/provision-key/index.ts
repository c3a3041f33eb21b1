import { fileNameOf } from '../../basics/path-parts';
import type { FieldToken, Format, SectionContext, SectionReader, Take } from '../format';
import type { ProvisionKeyFacts } from './facts';
import type { KeyLine } from './lines';
import { readKey } from './shape';

/** A key alone on its line, with quotes of any kind around it. */
const BARE_KEY =
  /^\s{0,40}["'`\u2018-\u201f\ufeff]{0,4}[1-9]\|[A-Za-z0-9.-]{4,253}\|[A-Za-z0-9+/=_-]{40,2000}["'`\u2018-\u201f]{0,4}\s{0,40}$/u;
/** Also with what a collector put in front: `opt_zscaler_var_provision_key`, `ac-1.provision_key`. */
const FILE_NAME =
  /^(?:provisioning[_-]key|(?:[\w.-]{1,60}[._-])?provision[_-]key)(?: ?\(\d\)|[._-](?:bak|old|orig|copy|new|save))?(?:\.txt)?$/iu;
/** The output of a command may be damaged, but it begins like a key. */
const KEY_BEGIN = /^\s{0,40}["'`\u2018-\u201f\ufeff]{0,4}[1-9]\|[A-Za-z0-9.-]{4,253}/u;
/** A key wrapped by the terminal goes on with nothing but characters of a token. */
const KEY_REST = /^[A-Za-z0-9+/=_-]{16,4000}["'`\u2018-\u201f]?\s{0,40}$/u;
const COMMAND_ERROR = /^(?:cat|cut|head|tail|less|more): .{0,300}(?:(No such file or directory)|Permission denied)/u;
/** A key file is one line; what is longer is something else that bears its name. */
const MAX_LINES = 50;

export const provisionKey: Format<ProvisionKeyFacts> = {
  id: 'provision-key',
  language: 'zpa-provision-key',
  title: 'Provisioning key',
  certainty: 5,
  command:
    /^(?:cat|head|tail|less|more|cut -d ?["']?\|["']? -f ?1,2)(?: -\w{1,8})? (?:\/opt\/zscaler\/var\/(?:service-edge\/|pcc\/)?)?provision_key(?: 2>\S{1,40})?\s{0,8}$/u,
  fileName: FILE_NAME,
  seesByteOrderMark: true,
  opens: (lines) => (BARE_KEY.test(lines[0] ?? '') ? 'one line of the form version|API host|token' : null),
  read: (context) => new KeyReader(context),
  fields: keyFields,
};

/** Holds the lines only until the section ends; the facts keep no text of the token. */
class KeyReader implements SectionReader<ProvisionKeyFacts> {
  /** Whether the section is a whole file by its name: then every line is part of it. */
  readonly #isFile: boolean;
  readonly #tokenLeftOut: boolean;
  readonly #lines: KeyLine[] = [];
  #firstLine = -1;
  #outcome: ProvisionKeyFacts['outcome'] = 'read';

  constructor({ path, command }: SectionContext) {
    const name = fileNameOf(path);
    this.#tokenLeftOut = command?.startsWith('cut ') === true;
    this.#isFile = command === null && FILE_NAME.test(name);
  }

  take(text: string, start: number, end: number, line: number): Take {
    if (this.#isFile) {
      if (this.#lines.length >= MAX_LINES) return 'refused';
      this.keep(text, start, end, line);
      return 'taken';
    }
    const head = text.slice(start, Math.min(end, start + 4_096));
    if (this.#lines.length === 0) {
      const refusal = COMMAND_ERROR.exec(head);
      if (refusal !== null) this.#outcome = refusal[1] === undefined ? 'denied' : 'absent';
      else if (!KEY_BEGIN.test(head)) return head.trim() === '' ? 'refused' : 'maybe';
    } else if (this.#outcome !== 'read' || !KEY_REST.test(head)) {
      return 'refused';
    }
    this.keep(text, start, end, line);
    return 'taken';
  }

  keep(text: string, start: number, end: number, line: number): void {
    if (this.#firstLine < 0) this.#firstLine = line;
    // The line splitter leaves out a carriage return; in a key it is one character too many.
    const ending = text.charCodeAt(end) === 13 ? '\r\n' : text.charCodeAt(end) === 10 ? '\n' : '';
    this.#lines.push({ text: text.slice(start, end), ending });
  }

  finish(): ProvisionKeyFacts {
    if (this.#outcome !== 'read') {
      return { empty: false, outcome: this.#outcome, key: null, faults: [], contentLines: 0 };
    }
    return shift(readKey(this.#lines, this.#tokenLeftOut).facts, Math.max(0, this.#firstLine));
  }
}

/** The facts with their lines counted from the beginning of the file. */
function shift(facts: ProvisionKeyFacts, by: number): ProvisionKeyFacts {
  if (by === 0) return facts;
  const move = <T extends { readonly line: number }>(span: T): T => ({ ...span, line: span.line + by });
  return {
    ...facts,
    key: facts.key === null ? null : { ...facts.key, at: move(facts.key.at), token: move(facts.key.token) },
    faults: facts.faults.map((fault) => ({ ...fault, at: fault.at.map(move) })),
  };
}

const PARTS = ['version', 'host', 'token'];

function keyFields(line: string): readonly FieldToken[] {
  const match = /(?<![\w|])([1-9])\|([A-Za-z0-9.-]{3,253})(?:\|([A-Za-z0-9+/=_-]{1,4000}))?/u.exec(line);
  if (match === null) return [];
  let at = match.index;
  return match.slice(1).flatMap((part: string | undefined, index) => {
    if (part === undefined) return [];
    const start = at;
    const end = start + part.length;
    at = end + 1;
    const name = `provision_key.${PARTS[index] ?? ''}`;
    return [{ name, nameStart: start, nameEnd: end, valueStart: start, valueEnd: end }];
  });
}
