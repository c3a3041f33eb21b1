import { plainName } from './command';

/** What a command line of dig asks for. */
export interface DigQuestion {
  /** Names in order, lower case, without the final dot. Empty where none is named (the root is asked for then). */
  readonly names: readonly string[];
  readonly type: string;
  readonly server: string | null;
  readonly short: boolean;
  readonly trace: boolean;
}

const TYPES = new Set(
  'A AAAA ANY AXFR CAA CNAME DNSKEY DS HTTPS IXFR MX NAPTR NS NSEC PTR RRSIG SOA SRV SSHFP SVCB TLSA TXT'.split(' '),
);
const CLASSES = new Set(['IN', 'CH', 'HS']);
/** Options that take the next word. */
const WITH_VALUE = new Set(['-b', '-c', '-f', '-k', '-p', '-q', '-t', '-x', '-y']);

/** Reads the arguments of dig, from its command line or its banner. */
export function digQuestion(words: readonly string[]): DigQuestion {
  const names: string[] = [];
  let type = 'A';
  let server: string | null = null;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const upper = word.toUpperCase();
    if (word.startsWith('@')) server = word.slice(1);
    else if (WITH_VALUE.has(word)) {
      at += 1;
      const value = words[at] ?? '';
      if (word === '-t') type = value.toUpperCase();
      if (word === '-x') type = 'PTR';
      if (word === '-q' || word === '-x') names.push(plainName(value));
    } else if (word.startsWith('+') || word.startsWith('-') || CLASSES.has(upper)) continue;
    else if (TYPES.has(upper)) type = upper;
    else names.push(plainName(word));
  }
  return { names, type, server, short: words.includes('+short'), trace: words.includes('+trace') };
}
