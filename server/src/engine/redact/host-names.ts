import { isCommonHost, isTopLevel } from './common-names';

/** A dotted name at [start, end) of a line. */
export interface HostAt {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const DOTTED = /(?<![\w.@-])(?:\*\.)?(?:[\w-]{1,63}\.){1,10}[A-Za-z][A-Za-z0-9-]{1,62}(?![\w-]|\.\w)/gu;
/** `co.uk`, `com.au`: under these everybody has a name. */
const SECOND_LEVEL = /^(?:co|com|net|org|gov|ac|edu|or|ne)\.[a-z]{2}$/iu;
/** Labels that are the same in every domain. */
const PLAIN_LABEL = /^(?:\*|www|_[\w-]{1,62})$/iu;

/** Full host names of a line that are neither Zscaler's nor well known. `domains`: endings known to be the customer's. */
export function hostsIn(line: string, domains: ReadonlySet<string>): readonly HostAt[] {
  if (!line.includes('.')) return [];
  const found: HostAt[] = [];
  for (const match of line.matchAll(DOTTED)) {
    if (isHost(match[0], domains))
      found.push({ start: match.index, end: match.index + match[0].length, text: match[0] });
  }
  return found;
}

/** Whether a dotted text is the full name of a host or domain that says whose it is. */
export function isHost(text: string, domains: ReadonlySet<string>): boolean {
  if (isCommonHost(text)) return false;
  const name = text.toLowerCase();
  for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
    if (domains.has(name.slice(dot + 1))) return true;
  }
  if (domains.has(name)) return true;
  const labels = text.split('.');
  if (labels.some((label) => label.includes('_') && !label.startsWith('_'))) return false;
  return isTopLevel(labels[labels.length - 1] ?? '') && /[a-z]/iu.test(labels[labels.length - 2] ?? '');
}

/** A name in its parts: labels of hosts and subdomains, and the domain that somebody registered. */
export function partsOfHost(text: string): { readonly labels: readonly string[]; readonly domain: string } {
  const parts = text.split('.');
  const count = parts.length > 2 && SECOND_LEVEL.test(parts.slice(-2).join('.')) ? 3 : 2;
  return { labels: parts.slice(0, -count), domain: parts.slice(-count).join('.') };
}

/** Whether a label says nothing of whose it is. */
export function isPlainLabel(label: string): boolean {
  return PLAIN_LABEL.test(label);
}
