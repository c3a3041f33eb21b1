import { fileNameOf } from '../basics/path-parts';
import { provisionKey } from '../formats/provision-key';
import { addressesIn } from './addresses';
import { isSystemAccount } from './common-names';
import { hostsIn } from './host-names';
import { identitiesIn } from './identities';
import type { IdentityAt } from './identities';
import { Pieces } from './pieces';
import type { Pseudonyms } from './pseudonyms';
import { isBlackedOut, isPlaceholder, secretSpans } from './secrets';
import { WordFinder } from './word-finder';

/** A replacement of [start, end) of a line. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const PEM_BEGIN = /-----BEGIN [A-Z\d ]{1,60}-----/u;
const PEM_END = /-----END [A-Z\d ]{1,60}-----/u;
const PEM_WHOLE = /-----BEGIN [A-Z\d ]{1,60}-----(?<body>[^-]{1,60000})-----END/dgu;
const PEM_BODY = /^[\s>|]{0,20}(?<body>[A-Za-z\d+/=]{4,200})\s{0,8}$/du;
/** A block that is longer was cut in the middle. */
const MAX_PEM_LINES = 2_000;
const PS_HEADER = /^\s{0,8}USER\s{1,16}PID\s/u;
const PS_ROW = /^(?<user>[A-Za-z][\w.+-]{0,31})\s{1,16}\d{1,8}\s/du;
const TOP_HEADER = /^\s{0,8}PID\s{1,8}USER\s/u;
const TOP_ROW = /^\s{0,8}\d{1,8}\s{1,8}(?<user>[A-Za-z][\w.+-]{0,31})\s/du;
/** The line behind such a command is a name and nothing else. */
const HOST_COMMAND = /[#$%] ?hostname(?: -[fsA])?\s{0,4}$/u;
const USER_COMMAND = /[#$%] ?(?:whoami|logname)\s{0,4}$/u;
const ONE_NAME = /^(?<v>[A-Za-z\d][\w.-]{1,252})\s{0,8}$/du;

/**
 * Replaces what tells whose a file is, line by line. A bundle is read twice: `learn` over all its files, then `redact`,
 * so that a name is replaced also where it stands before the line that shows it to be one.
 */
export class Redactor {
  #words: WordFinder | null = null;

  constructor(readonly names: Pseudonyms) {}

  /** A reader for the first pass over a file. */
  learn(path: string): Pieces {
    this.#words = null;
    const file = new FileRedactor(this.names, isKeyFile(path), null);
    return new Pieces(({ text, isLineStart }) => {
      for (const address of addressesIn(text)) this.names.addresses.note(address);
      file.line(text, isLineStart);
    });
  }

  /** A reader for the second pass; gives the new text to the sink. */
  redact(path: string, sink: (text: string) => void): Pieces {
    const file = new FileRedactor(this.names, isKeyFile(path), this.finder());
    return new Pieces(({ text, ending, isLineStart }) => {
      sink(file.line(text, isLineStart) + ending);
    });
  }

  /** A path with names and addresses replaced, part by part. */
  path(path: string): string {
    const file = new FileRedactor(this.names, false, this.finder());
    return path
      .split('/')
      .map((part) => file.line(part, true))
      .join('/');
  }

  /** Known names, to be found anywhere. */
  finder(): WordFinder {
    this.#words ??= new WordFinder(this.names.everywhere);
    return this.#words;
  }
}

/** A text that is held as a whole, or a part of it. Gives how many places were replaced. */
export function redactText(names: Pseudonyms, path: string, text: string): { text: string; replaced: number } {
  const redactor = new Redactor(names);
  const first = redactor.learn(path);
  first.push(text);
  first.end();
  const file = new FileRedactor(names, isKeyFile(path), redactor.finder());
  let made = '';
  const second = new Pieces(({ text: line, ending, isLineStart }) => {
    made += file.line(line, isLineStart) + ending;
  });
  second.push(text);
  second.end();
  return { text: made, replaced: file.replaced };
}

function isKeyFile(path: string): boolean {
  return provisionKey.fileName?.test(fileNameOf(path)) === true;
}

/** The lines of one file in order. Remembers whether they are within a PEM block or a table of processes. */
class FileRedactor {
  replaced = 0;
  #pemLines = 0;
  #table: RegExp | null = null;
  #nameNext: 'host' | 'user' | null = null;

  constructor(
    private readonly names: Pseudonyms,
    private readonly isKeyFile: boolean,
    private readonly words: WordFinder | null,
  ) {}

  line(line: string, isLineStart: boolean): string {
    const changes: Change[] = [];
    this.#secrets(line, changes);
    if (isLineStart) this.#columns(line, changes);
    for (const identity of identitiesIn(line)) this.#identity(line, identity, changes);
    // In the first pass addresses are only noted, so that no stand-in is one that comes later.
    if (this.words !== null) {
      for (const address of addressesIn(line)) {
        add(changes, address.start, address.end, () => this.names.addresses.of(address));
      }
    }
    for (const { start, end, text } of hostsIn(line, this.names.domains)) {
      add(changes, start, end, () => this.names.host(text));
    }
    for (const { start, end, text } of this.words?.in(line) ?? []) {
      if (!this.names.isIssued(text)) add(changes, start, end, () => this.names.name('name', text));
    }
    return this.#apply(line, changes);
  }

  #secrets(line: string, changes: Change[]): void {
    const fake = (start: number, end: number): void => {
      const text = line.slice(start, end);
      add(changes, start, end, () => this.names.secret(text));
    };
    if (this.#pemLines > 0) {
      const body = PEM_BODY.exec(line)?.indices?.groups?.body;
      if (PEM_END.test(line) || this.#pemLines > MAX_PEM_LINES) this.#pemLines = 0;
      else this.#pemLines += 1;
      if (body !== undefined) {
        fake(body[0], body[1]);
        return;
      }
    } else if (line.includes('-----BEGIN ')) {
      for (const match of line.matchAll(PEM_WHOLE)) {
        const at = match.indices?.groups?.body;
        if (at !== undefined) fake(at[0], at[1]);
      }
      if (PEM_BEGIN.test(line) && !PEM_END.test(line)) this.#pemLines = 1;
    }
    for (const { start, end } of secretSpans(line, this.isKeyFile)) {
      const text = line.slice(start, end);
      if (isBlackedOut(text) || (this.isKeyFile && isPlaceholder(text))) continue;
      fake(start, end);
    }
  }

  /** Owners in tables of processes, and the answers of `hostname` and `whoami`. */
  #columns(line: string, changes: Change[]): void {
    if (PS_HEADER.test(line)) this.#table = PS_ROW;
    else if (TOP_HEADER.test(line)) this.#table = TOP_ROW;
    else if (line.trim() === '') this.#table = null;
    else this.#named(line, this.#table?.exec(line)?.indices?.groups?.user, 'user', changes);
    if (this.#nameNext !== null) {
      this.#named(line, ONE_NAME.exec(line)?.indices?.groups?.v, this.#nameNext, changes);
      this.#nameNext = null;
    }
    if (line.length < 400) {
      this.#nameNext = HOST_COMMAND.test(line) ? 'host' : USER_COMMAND.test(line) ? 'user' : null;
    }
  }

  #named(line: string, at: readonly [number, number] | undefined, kind: 'host' | 'user', changes: Change[]): void {
    if (at === undefined) return;
    const text = line.slice(at[0], at[1]);
    if (kind === 'user' && isSystemAccount(text)) return;
    add(changes, at[0], at[1], () => this.names.name(kind, text));
  }

  #identity(line: string, { kind, start, end }: IdentityAt, changes: Change[]): void {
    const text = line.slice(start, end);
    if (kind === 'own-domain') this.names.noteDomain(text);
    else if (kind === 'host' && text.includes('.')) this.#noteHost(text);
    add(changes, start, end, () => {
      if (kind === 'id') return this.names.id(text);
      if (kind === 'hex') return this.names.hex(text);
      if (kind === 'digits') return text.replace(/\d/gu, '0');
      return this.names.name(kind === 'own-domain' ? 'domain' : kind, text);
    });
  }

  /** The domain of the host itself is the customer's. */
  #noteHost(text: string): void {
    if (/^[A-Za-z][\w-]{0,62}(?:\.[\w-]{1,63}){1,8}$/u.test(text))
      this.names.noteDomain(text.slice(text.indexOf('.') + 1));
  }

  /** The line with its changes; blanks behind a change that part columns take up the difference in length. */
  #apply(line: string, changes: readonly Change[]): string {
    if (changes.length === 0) return line;
    let made = '';
    let at = 0;
    for (const { start, end, text } of [...changes].sort((a, b) => a.start - b.start)) {
      made += line.slice(at, start) + text;
      at = end;
      if (text !== line.slice(start, end)) this.replaced += 1;
      const blanks = /^ {2,200}/u.exec(line.slice(end, end + 200))?.[0].length ?? 0;
      if (blanks === 0) continue;
      made += ' '.repeat(Math.max(1, blanks - (text.length - (end - start))));
      at = end + blanks;
    }
    return made + line.slice(at);
  }
}

/** What comes first counts: a change that overlaps an earlier one is left out. */
function add(changes: Change[], start: number, end: number, text: () => string): void {
  if (end <= start || changes.some((one) => start < one.end && one.start < end)) return;
  changes.push({ start, end, text: text() });
}
