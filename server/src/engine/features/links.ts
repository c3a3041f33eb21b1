import type { DocumentModel } from './document-model';
import { isOurs } from './document-model';

/** Where a link leads: a page of the vendor, or a file beside the document. */
export type LinkTarget =
  | { readonly kind: 'page'; readonly address: string }
  /** `line` is 1-based as printed; null where none is named. */
  | { readonly kind: 'file'; readonly name: string; readonly line: number | null };

/** 0-based UTF-16, the end exclusive. */
export interface Link {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly target: LinkTarget;
}

export interface Links {
  readonly links: readonly Link[];
  /** Whether there are more than were given. */
  readonly capped: boolean;
}

const MAX_LINKS = 1_000;
/** Names of files that one document is searched for; more would cost time at each change. */
const MAX_NAMES = 200;
const MAX_LINE = 16_384;

/** Hosts of the vendor's documentation. A log is untrusted: an address of any other host becomes no link of ours. */
const PAGES =
  /https:\/\/(?:(?:help|config|trust|community|zenith|automate)\.zscaler\.(?:com|us)|www\.zscaler\.com)(?![\w.:@-])(?:\/[\w\-./~%#?=&+:@]{0,300})?/gu;
/** A name with a file ending, or one of the product's own names without, with the path in front and the line behind. */
const FILE = /(?<![\w.~/-])(?:[\w.~-]{0,64}\/){0,12}([\w-][\w.-]{0,100})(?::(\d{1,8}))?(?![\w/-])/gu;

/**
 * Links of a document: pages of the vendor's documentation, and files of the same folder (`isSibling` knows their
 * names) that the text names, with the line where it says one. Journals name files of the host, not of the bundle.
 */
export function documentLinks(model: DocumentModel, siblings: ReadonlySet<string>): Links {
  if (!isOurs(model)) return { links: [], capped: false };
  const names = model.artifact.language === 'zpa-journal' ? [] : [...siblings].filter(isPlainName).slice(0, MAX_NAMES);
  const known = new Set(names);
  const mentions = mentionOf(names);
  const links: Link[] = [];
  for (const [line, whole] of model.lines.entries()) {
    const text = whole.length > MAX_LINE ? whole.slice(0, MAX_LINE) : whole;
    if (text.includes('https://')) links.push(...pagesOf(text, line));
    if (mentions?.test(text) === true) links.push(...filesOf(text, line, known));
    if (links.length > MAX_LINKS) return { links: links.slice(0, MAX_LINKS), capped: true };
  }
  return { links, capped: false };
}

/** One quick test whether a line names any of the files. */
function mentionOf(names: readonly string[]): RegExp | null {
  if (names.length === 0) return null;
  return new RegExp(names.map((name) => name.replace(/\./gu, '\\.')).join('|'), 'u');
}

/** Names that can be told from a word of the text. */
function isPlainName(name: string): boolean {
  return /^[\w-][\w.-]{2,100}$/u.test(name) && /[._]/u.test(name);
}

function pagesOf(text: string, line: number): Link[] {
  return [...text.matchAll(PAGES)].map((match) => {
    const address = match[0].replace(/[.,:?]+$/u, '');
    return { line, start: match.index, end: match.index + address.length, target: { kind: 'page', address } };
  });
}

function filesOf(text: string, line: number, known: ReadonlySet<string>): Link[] {
  return [...text.matchAll(FILE)].flatMap((match): Link[] => {
    const [whole, raw = '', at] = match;
    const name = known.has(raw) ? raw : raw.replace(/\.+$/u, '');
    if (!known.has(name)) return [];
    const end = match.index + whole.length - (raw.length - name.length);
    const row = at === undefined ? null : Number(at);
    return [{ line, start: match.index, end, target: { kind: 'file', name, line: row === 0 ? null : row } }];
  });
}
