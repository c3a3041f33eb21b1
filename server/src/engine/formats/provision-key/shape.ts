import { isRedactionMark } from '../../text/redacted';
import type { KeyFault, KeyFaultAt, KeyParts, KeySpan, ProvisionKeyFacts } from './facts';
import type { KeyLine } from './lines';
import { asciiOf, coreOf, CURLY_QUOTES, plainText, STRANGERS } from './lines';
import { isComplete, offPart, splitHiddenKey, splitKey, unusualLength } from './parts';
import type { SplitKey } from './parts';

const PLACEHOLDER =
  /<[^<>|]{1,60}>|\b(?:VALID|REUSABLE|YOUR|MY|SAMPLE|EXAMPLE|PASTE|INSERT)[-_ ][\w -]{0,40}?(?:KEY|HERE)\b|\bKEY[-_]HEX|\.\.\.|…/iu;
/** A prompt, a command or a redirection: what is left when the command was saved with the key. */
const SHELL =
  /^\s{0,40}(?:\[[\w.-]{1,64}@[^\]]{1,200}\]\s?[#$%]|[\w.-]{1,64}@[\w.-]{1,255}:\S{0,200}[#$%]|[#$%]\s|(?:sudo|echo|cat|tee|vi|vim|nano|printf|EOF)\b)|\|\s{0,8}(?:sudo\s{1,8})?tee\b|>\s{0,8}\/opt\/zscaler|<<\s{0,8}['"]?EOF/u;
const KEY_IN_SHELL = /(?<![\w|])[1-9]\|[A-Za-z0-9.-]{3,253}\|[^\s"'`|]{1,4000}/gu;

/** A line that holds anything. */
interface ContentLine {
  readonly raw: string;
  /** Without curly quotes and strangers, and without quotes and blanks at both ends. */
  readonly core: string;
  readonly index: number;
  /** Where the core stands in the raw line. */
  readonly start: number;
  readonly end: number;
}

/** What was made out of a key file: faults for people, and the texts that a fix needs. Holds the key: never keep it. */
export interface KeyReading {
  readonly facts: ProvisionKeyFacts;
  readonly content: readonly ContentLine[];
  /** The one key between shell text, whole; null when there is none or more than one. */
  readonly inShell: string | null;
  /** Whether the content lines are one wrapped key. */
  readonly isWrapped: boolean;
}

/**
 * Reads a key file. Faults come in the order in which one would mend them. Lines are counted from 0.
 * `tokenLeftOut`: the command that printed it prints version and host only.
 */
export function readKey(lines: readonly KeyLine[], tokenLeftOut = false): KeyReading {
  const content = contentOf(lines);
  const [first, ...rest] = content;
  if (first === undefined) {
    return { facts: { ...NOTHING, empty: true }, content, inShell: null, isWrapped: false };
  }
  // The whole key was blacked out: nothing can be said of it.
  if (rest.length === 0 && isRedactionMark(first.core)) {
    return { facts: { ...NOTHING, contentLines: 1 }, content, inShell: null, isWrapped: false };
  }
  const found = new Faults();
  found.add('smart-quotes', spansOf(lines, CURLY_QUOTES));
  const strangers = spansOf(lines, STRANGERS);
  found.add('invisible-characters', strangers, nameStrangers(lines, strangers));
  const shell = content.filter(({ raw }) => SHELL.test(raw.replace(CURLY_QUOTES, '"')));
  const reading =
    shell.length > 0 ? readShell(content, shell, found) : readContent(lines, [first, ...rest], found, tokenLeftOut);
  return {
    facts: { ...NOTHING, key: reading.key, faults: found.list, contentLines: content.length },
    content,
    inShell: reading.inShell,
    isWrapped: reading.isWrapped,
  };
}

const NOTHING: ProvisionKeyFacts = { empty: false, outcome: 'read', key: null, faults: [], contentLines: 0 };

interface Inner {
  readonly key: KeyParts | null;
  readonly inShell: string | null;
  readonly isWrapped: boolean;
}

function readContent(
  lines: readonly KeyLine[],
  content: readonly [ContentLine, ...ContentLine[]],
  found: Faults,
  tokenLeftOut: boolean,
): Inner {
  const [first] = content;
  const joined = content.map(({ core }) => core).join('');
  const hidden = splitHiddenKey(joined, tokenLeftOut);
  const split = hidden === null ? splitKey(joined.replace(/\s/gu, '')) : null;
  const placeholder = hidden === null ? content.filter(({ core }) => PLACEHOLDER.test(core)) : [];
  const isWrapped = content.length > 1 && split !== null && !isSeveral(content, split);
  found.add('placeholder', placeholder.map(spanOf));
  found.add('surrounding-quotes', straightQuotes(content));
  if (content.length > 1) found.add('multiple-lines', content.slice(1).map(spanOf));
  else found.add('whitespace', blanks(lines, first, split !== null), windowsEnd(lines));
  const alone = content.find(({ core }) => splitKey(core) !== null);
  const holder = content.length === 1 || isWrapped ? first : (alone ?? first);
  const whole = holder === first && (content.length === 1 || isWrapped) ? split : splitKey(holder.core);
  const key = partsOf(whole ?? hidden, holder);
  if (placeholder.length > 0) return { key, inShell: null, isWrapped };
  if (key === null) found.add('malformed', [spanOf(first)], offPart(joined));
  else if (whole !== null) found.add('unusual-length', [key.token], unusualLength(whole));
  return { key, inShell: null, isWrapped };
}

/** Two keys below each other, or a complete key and something else: joining them would make a wrong key. */
function isSeveral([first, ...rest]: readonly [ContentLine, ...ContentLine[]], joined: SplitKey): boolean {
  const head = splitKey(first.core);
  return (head !== null && isComplete(head) && !isComplete(joined)) || rest.some(({ core }) => splitKey(core) !== null);
}

function readShell(content: readonly ContentLine[], shell: readonly ContentLine[], found: Faults): Inner {
  found.add('shell-remnant', shell.map(spanOf));
  const keys = content.flatMap((line) =>
    [...plainText(line.raw).matchAll(KEY_IN_SHELL)].map(([text]) => ({ text, line })),
  );
  const placeholder = keys.filter(({ text }) => PLACEHOLDER.test(text));
  if (placeholder.length > 0) {
    found.add(
      'placeholder',
      placeholder.map(({ line }) => spanOf(line)),
    );
  }
  const [only] = keys;
  const split = only === undefined ? null : splitKey(only.text);
  if (split === null && placeholder.length === 0) {
    found.add('malformed', content.slice(0, 1).map(spanOf), 'no whole key stands in the shell text');
  }
  const isOne = split !== null && placeholder.length === 0 && new Set(keys.map(({ text }) => text)).size === 1;
  const inShell = isOne && only !== undefined ? only.text : null;
  return {
    key: split === null || only === undefined ? null : partsOf(split, locate(only.line, split)),
    inShell,
    isWrapped: false,
  };
}

/** The line narrowed to where its key begins; the key's end is known only where nothing strange stands in it. */
function locate(line: ContentLine, key: SplitKey): ContentLine {
  const text = `${String(key.version)}|${key.host}|${key.token}`;
  const start = line.raw.indexOf(text);
  return start < 0 ? line : { ...line, start, end: start + text.length };
}

function partsOf(key: SplitKey | null, line: ContentLine): KeyParts | null {
  if (key === null) return null;
  const bar = line.raw.indexOf('|', line.raw.indexOf('|', line.start) + 1);
  const token = bar < 0 || bar >= line.end ? line.end : bar + 1;
  return {
    version: key.version,
    host: key.host,
    tokenLength: key.token.length,
    at: spanOf(line),
    token: { line: line.index, start: token, end: line.end },
  };
}

function contentOf(lines: readonly KeyLine[]): ContentLine[] {
  return lines.flatMap(({ text }, index) => {
    const { start, end } = coreOf(text);
    return start === end
      ? []
      : [{ raw: text, core: plainText(text.slice(start, end)).replace(STRANGERS, ''), index, start, end }];
  });
}

/** Straight quotes before the first and behind the last character of the content. */
function straightQuotes(content: readonly ContentLine[]): KeySpan[] {
  const first = content[0];
  const last = content[content.length - 1];
  if (first === undefined || last === undefined) return [];
  return [...marks(first, 0, first.start), ...marks(last, last.end, last.raw.length)];
}

function marks({ raw, index }: ContentLine, from: number, to: number): KeySpan[] {
  return [...raw.slice(from, to).matchAll(/["'`]/gu)].map((match) => ({
    line: index,
    start: from + match.index,
    end: from + match.index + 1,
  }));
}

/** Blanks around the only line of content, those in it where it is a key without them, and Windows line ends. */
function blanks(lines: readonly KeyLine[], content: ContentLine, inside: boolean): KeySpan[] {
  return lines.flatMap(({ text, ending }, line) => {
    const spans: KeySpan[] = [];
    if (line === content.index) {
      for (const match of text.matchAll(/[ \t\r]+/gu)) {
        const isInside = match.index > content.start && match.index < content.end;
        if (inside || !isInside) spans.push({ line, start: match.index, end: match.index + match[0].length });
      }
    } else {
      spans.push({ line, start: 0, end: text.length });
      return spans;
    }
    if (ending === '\r\n') spans.push({ line, start: text.length, end: text.length });
    return spans;
  });
}

function windowsEnd(lines: readonly KeyLine[]): string | null {
  return lines.some(({ ending }) => ending === '\r\n') ? 'a Windows line end' : null;
}

const NAMES: Readonly<Record<string, string>> = {
  '\ufeff': 'byte order mark',
  '\u00a0': 'non-breaking blank',
  '\u200b': 'zero-width blank',
  '\u200c': 'zero-width non-joiner',
  '\u200d': 'zero-width joiner',
  '\u2060': 'word joiner',
  '\u00ad': 'soft hyphen',
  '\u202f': 'narrow non-breaking blank',
};

/** The different strangers by name, at most three. */
function nameStrangers(lines: readonly KeyLine[], spans: readonly KeySpan[]): string | null {
  const names = spans.map(({ line, start, end }) => {
    const stranger = lines[line]?.text.slice(start, end) ?? '';
    const code = `U+${(stranger.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    return NAMES[stranger] ?? (asciiOf(stranger) === '-' ? `typographic dash ${code}` : code);
  });
  const different = [...new Set(names)];
  return different.length === 0 ? null : different.slice(0, 3).join(', ') + (different.length > 3 ? ' and others' : '');
}

function spansOf(lines: readonly KeyLine[], pattern: RegExp): KeySpan[] {
  return lines.flatMap(({ text }, line) =>
    [...text.matchAll(pattern)].map((match) => ({ line, start: match.index, end: match.index + match[0].length })),
  );
}

function spanOf({ index, start, end }: ContentLine): KeySpan {
  return { line: index, start, end };
}

/** Collects faults that stand somewhere. */
class Faults {
  readonly list: KeyFaultAt[] = [];

  add(fault: KeyFault, at: readonly KeySpan[], detail: string | null = null): void {
    if (at.length === 0 || (fault === 'unusual-length' && detail === null)) return;
    this.list.push({ fault, at, detail });
  }
}
