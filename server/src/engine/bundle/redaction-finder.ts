/** What a mark of redaction stands for, as far as the words before it tell. */
export type RedactedKind = 'addresses' | 'names' | 'ids' | 'secrets' | 'values';

/** Place of a mark. 0-based line, UTF-16 columns. */
export interface RedactionMark {
  readonly kind: RedactedKind;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** Marks at the beginning of a file that values were taken out of it. */
export interface Redaction {
  /** Whether our own redaction wrote the file: its pseudonyms are the same all over the bundle. */
  readonly isOwn: boolean;
  /** The first marks. */
  readonly marks: readonly RedactionMark[];
  readonly count: number;
}

/** Redaction goes through a whole file: its beginning tells. */
const LIMIT = 262_144;
const MAX_MARKS = 20;
const OWN = '# redacted by zpa-triage';
/** What tools and people write for a value: `<redacted>`, `[REDACTED_IP]`, `REDACTED`. */
const WORD =
  /<(?:\w{1,20}[ _:-])?(?:redacted|masked|anonymi[sz]ed)(?:[ _:-]\w{1,20})?>|\[(?:\w{1,20}[ _:-])?(?:redacted|masked|anonymi[sz]ed)(?:[ _:-]\w{1,20})?\]|\{(?:redacted|masked)\}|(?<![\w-])(?:\w{1,20}_)?REDACTED(?:[_-]\w{1,20})?(?![\w-])/giu;
/** Letters x in the place of a value: after a delimiter and before one, so that templates of file names are none. */
const CROSSES = /(?<=[=:|("'\s[]|^)(?:X{4,64}|x{4,64})(?=$|[\s"',;:)|\]])/gu;
/** `xxx.xxx.xxx.xxx`, `10.x.x.x`. */
const ADDRESS = /(?<![\w.-])(?=[\d.]{0,12}x)(?:\d{1,3}|x{1,3})(?:\.(?:\d{1,3}|x{1,3})){3}(?![\w-]|\.\w)/giu;
/** One such word in a log is prose or a name; several are a habit. */
const LEAST_CROSSES = 2;

/** Looks for marks of redaction in the first quarter of a megabyte of text that streams by. */
export class RedactionFinder {
  #head: string | null = '';
  #found: Redaction | null = null;

  push(chunk: string): void {
    if (this.#head === null) return;
    this.#head += chunk.slice(0, LIMIT - this.#head.length);
    if (this.#head.length >= LIMIT) this.#close();
  }

  /** Null where nothing tells of redaction. */
  finish(): Redaction | null {
    this.#close();
    return this.#found;
  }

  #close(): void {
    if (this.#head === null) return;
    this.#found = findRedaction(this.#head);
    this.#head = null;
  }
}

function findRedaction(text: string): Redaction | null {
  const isOwn = text.slice(0, 2_000).includes(OWN);
  if (!isOwn && !/redacted|masked|anonymi|xxxx|\bx{1,3}\.|\.x{1,3}\b/iu.test(text)) return null;
  const marks: RedactionMark[] = [];
  const crosses: RedactionMark[] = [];
  for (const [line, content] of text.split('\n').entries()) {
    if (line > 0 || !content.startsWith(OWN)) collect(content, line, marks, crosses);
  }
  const all = crosses.length < LEAST_CROSSES ? marks : [...marks, ...crosses].sort((a, b) => a.line - b.line);
  return isOwn || all.length > 0 ? { isOwn, marks: all.slice(0, MAX_MARKS), count: all.length } : null;
}

function collect(content: string, line: number, marks: RedactionMark[], crosses: RedactionMark[]): void {
  if (content.length > 16_384) return;
  const add = (list: RedactionMark[], match: RegExpExecArray, kind?: RedactedKind): void => {
    const [start, end] = [match.index, match.index + match[0].length];
    list.push({ kind: kind ?? kindOf(content.slice(Math.max(0, start - 30), start), match[0]), line, start, end });
  };
  for (const match of content.matchAll(WORD)) add(marks, match);
  for (const match of content.matchAll(CROSSES)) add(crosses, match);
  for (const match of content.matchAll(ADDRESS)) add(crosses, match, 'addresses');
}

/** By the mark's own words and those right before it. */
function kindOf(before: string, mark: string): RedactedKind {
  if (/(?:key|token|secret|password|nonce\(<?|\d\|[\w.-]{4,253}\|)["']?\s?[=:]?\s?["'<]?$/iu.test(before))
    return 'secrets';
  const label = `${/[\w ]{0,20}[=: ["'(]{0,3}$/u.exec(before)?.[0] ?? ''}${mark}`;
  if (/\b(?:ip|ipv[46]|addr(?:ess)?|nameserver|remote|local|server|mac)\b|_ip\b|^\[/iu.test(label)) return 'addresses';
  if (/\b(?:name|host(?:name)?|user|domain|cn|fqdn|customer)\b/iu.test(label)) return 'names';
  if (/\b(?:id|gid|serial|fingerprint|customer_?id)\b/iu.test(label)) return 'ids';
  return 'values';
}
